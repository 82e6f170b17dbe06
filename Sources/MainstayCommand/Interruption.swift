import Glibc
import Synchronization

/// Ctrl-C and a request to end: the first is noted and the work stops by itself, the second ends at once.
enum Interruption {
  private static let noted = Atomic<Bool>(false)

  static var isRequested: Bool { noted.load(ordering: .relaxed) }

  /// From here on signals are noted, also where the command was started with signals held back.
  static func listen() {
    noted.store(false, ordering: .relaxed)
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] {
      sigaddset(&signals, number)
      signal(number) { number in
        Interruption.noted.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }
}
