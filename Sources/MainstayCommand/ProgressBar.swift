import Glibc
import Synchronization

/// How far a simulation or a backtest is, on standard error, where that is a terminal. Plain characters, no colour.
final class ProgressBar: Sendable {
  private static let width = 40
  private let isShown: Bool
  /// What is counted.
  private let what: String
  /// Last per cent drawn; -1: nothing yet.
  private let drawn = Mutex(-1)

  init(quiet: Bool, of what: String = "futures") {
    isShown = !quiet && isatty(STDERR_FILENO) == 1
    self.what = what
  }

  /// May be called from any thread, as often as one likes.
  func show(_ done: Int, of total: Int) {
    guard isShown, total > 0 else { return }
    let percent = done * 100 / total
    drawn.withLock { last in
      guard percent > last else { return }
      last = percent
      Output.draw("\r" + line(percent))
    }
  }

  /// Leaves an empty line behind.
  func clear() {
    drawn.withLock { last in
      guard last >= 0 else { return }
      last = -1
      Output.draw("\r" + String(repeating: " ", count: line(100).count) + "\r")
    }
  }

  private func line(_ percent: Int) -> String {
    let full = percent * ProgressBar.width / 100
    let rest = String(repeating: "-", count: ProgressBar.width - full)
    return "[" + String(repeating: "#", count: full) + rest + "] \(percent) % of \(what)"
  }
}
