import Glibc
import Mainstay
import Synchronization

/// How many simulations are done, on standard error where that is a terminal: of work whose end is not known.
final class Counter: Sendable {
  private let isShown: Bool
  private let last = Mutex(0)

  init(quiet: Bool) { isShown = !quiet && isatty(STDERR_FILENO) == 1 }

  /// May be called from any thread.
  func show(_ done: Int) {
    guard isShown else { return }
    last.withLock { last in
      last = max(last, done)
      Output.draw("\r\(last) simulations done")
    }
  }

  /// Leaves an empty line behind.
  func clear() {
    last.withLock { last in
      guard isShown, last > 0 else { return }
      last = 0
      Output.draw("\r" + String(repeating: " ", count: 40) + "\r")
    }
  }
}
