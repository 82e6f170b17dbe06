public import Outlook
import Scenarios
import Vectors

/// The paths of a simulation, drawn where they are asked for: a path is the same whenever and wherever it is drawn.
public struct SimulatedPaths: BlockSource {
  public let assumptions: Assumptions

  private let expected: [[Double]]?

  public init(_ assumptions: Assumptions) { self.init(assumptions, expected: nil) }

  /// - Parameter expected: `BlockWorker.expectedReceipts`, where they are known.
  init(_ assumptions: Assumptions, expected: [[Double]]?) {
    (self.assumptions, self.expected) = (assumptions, expected)
  }

  public var paths: Int { assumptions.scenario.paths }

  /// - Throws: `LinearAlgebraError` where a covariance gives out.
  public func reader() throws -> SimulatedBlocks { try SimulatedBlocks(assumptions, expected) }
}

/// Draws the blocks of one thread.
public struct SimulatedBlocks: BlockReader {
  private var worker: BlockWorker

  init(_ assumptions: Assumptions, _ expected: [[Double]]?) throws {
    worker = try BlockWorker(assumptions, expected: expected)
  }

  /// - Throws: `SimulationError` where the accounts of a path do not add up.
  public mutating func read(_ block: PathBlock) throws {
    for start in stride(from: 0, to: block.count, by: BlockWorker.paths) {
      try worker.run(
        paths: block.first + start, count: min(BlockWorker.paths, block.count - start), into: block,
        vector: start / Lanes.count)
    }
  }
}
