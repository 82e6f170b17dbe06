import Glibc
import Mainstay
import Synchronization

/// Ctrl-C and a request to end: the first is noted and the work stops by itself, at the latest after a second;
/// the second ends at once.
enum Interruption {
  private static let noted = Atomic<Bool>(false)
  private static let signals = [SIGINT, SIGTERM]
  /// Address of the path of a file that is not complete, to be removed where the command ends at once; 0: none.
  private static let incomplete = Atomic<Int>(0)

  static var isRequested: Bool { noted.load(ordering: .relaxed) }

  /// From here on signals are noted, also where the command was started with signals held back. Nothing is
  /// being written but what `leave(nothingAt:)` names, so whatever does not ask in time is left where it is.
  static func listen() {
    noted.store(false, ordering: .relaxed)
    signal(SIGALRM) { _ in
      Interruption.removeIncomplete()
      let text: StaticString = "mainstay: interrupted; nothing was written\n"
      _ = write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
      _exit(Failure.interrupted.rawValue)
    }
    for number in signals {
      signal(number) { number in
        Interruption.noted.store(true, ordering: .relaxed)
        signal(number) { number in
          Interruption.removeIncomplete()
          signal(number, SIG_DFL)
          raise(number)
        }
        alarm(1)
      }
    }
    unblock(signals + [SIGALRM])
  }

  /// From here on a file stands at `path` that is not complete: whatever ends the command by a signal of the user
  /// removes it.
  static func leave(nothingAt path: String) {
    incomplete.store(Int(bitPattern: strdup(path)), ordering: .releasing)
  }

  /// Calls nothing that a handler of signals may not call.
  private static func removeIncomplete() {
    if let path = UnsafePointer<CChar>(bitPattern: incomplete.load(ordering: .acquiring)) { unlink(path) }
  }

  /// Runs what must be done whole: no signal ends it. Afterwards signals end the command as usual.
  /// - Throws: `Interrupted` where one came before it began; what `body` throws.
  static func uninterrupted<Result>(_ body: () throws -> Result) throws -> Result {
    for number in signals { signal(number, SIG_IGN) }
    alarm(0)
    if isRequested { throw Interrupted() }
    let result = try body()
    for number in signals { signal(number, SIG_DFL) }
    return result
  }

  private static func unblock(_ numbers: [Int32]) {
    var set = sigset_t()
    sigemptyset(&set)
    for number in numbers { sigaddset(&set, number) }
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }
}
