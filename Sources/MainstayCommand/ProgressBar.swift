import Glibc
import Synchronization

/// How far a simulation is, on standard error, where that is a terminal. Plain characters, no colour.
final class ProgressBar: Sendable {
  private static let width = 40
  private let isShown: Bool
  /// Last per cent drawn; -1: nothing yet.
  private let drawn = Mutex(-1)

  init(quiet: Bool) { isShown = !quiet && isatty(STDERR_FILENO) == 1 }

  /// May be called from any thread, as often as one likes.
  func show(_ done: Int, of total: Int) {
    guard isShown, total > 0 else { return }
    let percent = done * 100 / total
    drawn.withLock { last in
      guard percent > last else { return }
      last = percent
      Output.draw("\r" + ProgressBar.line(percent))
    }
  }

  /// Leaves an empty line behind.
  func clear() {
    drawn.withLock { last in
      guard last >= 0 else { return }
      last = -1
      Output.draw("\r" + String(repeating: " ", count: ProgressBar.line(100).count) + "\r")
    }
  }

  private static func line(_ percent: Int) -> String {
    let full = percent * width / 100
    return "[" + String(repeating: "#", count: full) + String(repeating: "-", count: width - full) + "] "
      + "\(percent) % of futures"
  }
}
