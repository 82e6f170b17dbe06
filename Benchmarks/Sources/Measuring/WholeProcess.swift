import Foundation

/// A command from its start to its end, as a user waits for it.
public enum WholeProcess {
  public struct Cost {
    /// Seconds by the clock, and of the processor.
    public let clock: Double
    public let processor: Double
    /// The most memory it held.
    public let megabytes: Double
  }

  /// Runs a command that must succeed; what it prints is thrown away.
  public static func run(_ command: String, _ arguments: [String]) -> Cost {
    let start = DispatchTime.now().uptimeNanoseconds
    var process: pid_t = 0
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    let words: [UnsafeMutablePointer<CChar>?] = ([command] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    guard posix_spawn(&process, command, &files, nil, words, environ) == 0 else {
      fatalError("\(command) cannot be started")
    }
    var (status, usage) = (Int32(0), rusage())
    guard wait4(process, &status, 0, &usage) == process, status == 0 else {
      fatalError("\(command) \(arguments.joined(separator: " ")) failed")
    }
    let clock = Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
    return Cost(
      clock: clock, processor: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      megabytes: Double(usage.ru_maxrss) / 1024)
  }
}

extension Measurement {
  public mutating func add(_ cost: WholeProcess.Cost) { add((cost.clock, cost.processor)) }
}
