import Dispatch
public import Outlook
import Scenarios
import Synchronization

/// Many simulations, of each of which nothing is kept but what is measured. Those with one seed share their random
/// numbers: they differ by what their assumptions say and not by chance.
public struct SimulationBatch: Sendable {
  /// How many simulations there are.
  public let count: Int
  /// Paths of each.
  public let paths: Int
  /// Workers; results never depend on it.
  public let threads: Int

  /// Most paths whose numbers are held in memory at a time, over all simulations that run side by side.
  static let pathsHeld = 400_000

  public init(count: Int, paths: Int, threads: Int) {
    (self.count, self.paths, self.threads) = (count, paths, max(1, threads))
  }

  /// Runs simulation 0, 1, ... side by side and returns what was measured of them, in that order.
  /// - Parameters:
  ///   - progress: called with the number of finished paths, from any worker.
  ///   - isCancelled: asked again and again; once true the batch ends with `Interrupted`.
  ///   - assumptions: those of a simulation; asked when its turn comes, from any worker.
  /// - Throws: what `Simulator.run` throws, and what `assumptions` throws.
  public func run<Measured: Sendable>(
    progress: @Sendable (Int) -> Void = { _ in }, isCancelled: @Sendable () -> Bool = { false },
    assumptions: @Sendable (_ index: Int) throws -> Assumptions,
    measure: @Sendable (Ensemble) -> Measured
  ) throws -> [Measured] {
    let board = Board<Measured>(count: count)
    DispatchQueue.concurrentPerform(iterations: sideBySide) { _ in
      do {
        while let index = board.take() {
          let simulator = Simulator(try assumptions(index), threads: max(1, threads / sideBySide), levels: [])
          board.put(measure(try simulator.run(isCancelled: isCancelled)), at: index)
          progress(board.finished * paths)
        }
      } catch { board.fail(error) }
    }
    return try board.all()
  }

  private var sideBySide: Int { max(1, min(threads, count, SimulationBatch.pathsHeld / max(1, paths))) }
}

/// What the workers share: the next simulation, what was measured so far, and the first failure.
private final class Board<Measured: Sendable>: Sendable {
  private struct State {
    var next = 0
    var done = 0
    var measured: [Measured?]
    var failure: (any Error)?
  }

  private let state: Mutex<State>

  init(count: Int) { state = Mutex(State(measured: Array(repeating: nil, count: count))) }

  var finished: Int { state.withLock { $0.done } }

  /// The next simulation; `nil` where none is left or something failed.
  func take() -> Int? {
    state.withLock { state in
      guard state.failure == nil, state.next < state.measured.count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  func put(_ measured: Measured, at index: Int) {
    state.withLock { state in
      state.measured[index] = measured
      state.done += 1
    }
  }

  func fail(_ error: any Error) { state.withLock { $0.failure = $0.failure ?? error } }

  func all() throws -> [Measured] {
    try state.withLock { state in
      if let failure = state.failure { throw failure }
      return state.measured.compactMap { $0 }
    }
  }
}
