import Dispatch
public import Outlook
import Scenarios
import Synchronization

/// Runs the central projection and all paths of resolved assumptions.
public struct Simulator: Sendable {
  public let assumptions: Assumptions
  /// Workers; results never depend on it.
  public let threads: Int
  /// Paths a worker takes at a time; a multiple of `BlockWorker.paths`.
  static let block = 256

  public init(_ assumptions: Assumptions, threads: Int) {
    (self.assumptions, self.threads) = (assumptions, max(1, threads))
  }

  /// - Parameters:
  ///   - progress: called with the number of finished paths, from any worker.
  ///   - isCancelled: asked between blocks; once true the run ends with `Interrupted`.
  /// - Throws: `SimulationError` where accounts do not add up or memory does not suffice, `LinearAlgebraError`
  ///   where a covariance gives out, `Interrupted`.
  public func run(
    progress: @Sendable (Int) -> Void = { _ in }, isCancelled: @Sendable () -> Bool = { false }
  ) throws -> Ensemble {
    var center = try BlockWorker(assumptions)
    let central = try center.runCentral()
    var table = try PathTable(assumptions)
    let outcome = Outcome()
    table.withWriter { writer in
      DispatchQueue.concurrentPerform(iterations: threads) { _ in
        do { try work(writer, outcome, progress, isCancelled) } catch { outcome.fail(error) }
      }
    }
    if let error = outcome.error { throw error }
    return Ensemble(assumptions: assumptions, central: central, table: table)
  }

  /// Takes blocks of paths until none is left or something failed.
  private func work(
    _ writer: PathTable.Writer, _ outcome: Outcome, _ progress: (Int) -> Void, _ isCancelled: () -> Bool
  ) throws {
    var worker = try BlockWorker(assumptions)
    let paths = assumptions.scenario.paths
    while !outcome.failed {
      if isCancelled() { throw Interrupted() }
      let first = outcome.takeBlock(of: Simulator.block)
      guard first < paths else { return }
      let end = min(first + Simulator.block, paths)
      for path in stride(from: first, to: end, by: BlockWorker.paths) {
        try worker.run(paths: path, count: min(BlockWorker.paths, end - path), into: writer, row: path)
      }
      progress(outcome.finish(end - first))
    }
  }
}

/// What the workers share: the next block, how many paths are done, and the first failure.
private final class Outcome: Sendable {
  private let next = Atomic<Int>(0)
  private let done = Atomic<Int>(0)
  private let failure = Mutex<(any Error)?>(nil)

  var error: (any Error)? { failure.withLock { $0 } }
  var failed: Bool { error != nil }

  func takeBlock(of size: Int) -> Int { next.add(size, ordering: .relaxed).oldValue }
  func finish(_ count: Int) -> Int { done.add(count, ordering: .relaxed).newValue }
  func fail(_ error: any Error) { failure.withLock { $0 = $0 ?? error } }
}
