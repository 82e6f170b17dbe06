import ArgumentParser
import Glibc
import Mainstay

/// One use of the command, from its arguments to its exit code.
enum Session {
  static func run() -> Never {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try RootCommand.parseAsRoot()
      try command.run()
      exit(0)
    } catch {
      exit(report(error))
    }
  }

  /// Prints what there is to say and returns the exit code.
  private static func report(_ error: any Error) -> Int32 {
    if let code = error as? ExitCode { return code.rawValue }
    guard isOfParser(error) else {
      Output.message(Failure.message(error))
      return Failure(error).rawValue
    }
    let text = RootCommand.fullMessage(for: error)
    if RootCommand.exitCode(for: error).isSuccess {
      try? Output.result(text + "\n")
      return 0
    }
    Output.message(text)
    return Failure.usage.rawValue
  }

  /// Help, version, completions and everything wrong with the arguments: most of its errors have no public
  /// type.
  private static func isOfParser(_ error: any Error) -> Bool {
    String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
  }
}
