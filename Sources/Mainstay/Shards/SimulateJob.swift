public import Simulation

/// A part of the main job: some of its futures, drawn and put by for the machine that merges all parts.
public struct SimulateJob: Sendable {
  public let job: MainJob
  public let shard: Shard

  public init(_ job: MainJob, shard: Shard) { (self.job, self.shard) = (job, shard) }

  /// Begins the file of the part; it is there once `PartialWriter.finish` was called.
  /// - Throws: `FolderError` where it cannot be written, or something else stands there.
  public func writer(_ run: PreparedRun, to path: String) throws -> PartialWriter {
    try PartialWriter(to: path, header: PartialHeader(run, of: job, shard: shard))
  }

  /// The futures of the part, from 0.
  public func paths(of run: PreparedRun) -> Range<Int> { shard.paths(of: run.assumptions.scenario.paths) }

  /// Draws the part; the bytes depend on no number of threads.
  /// - Throws: `SimulationError`, `LinearAlgebraError`, `FolderError`, `Interrupted`.
  public func simulate(
    _ run: PreparedRun, into writer: PartialWriter,
    progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws {
    let layout = PathLayout(run.assumptions)
    let coding = BlockCoding(layout)
    let series = BlockSeries(
      SimulatedPaths(run.assumptions), columns: layout.count,
      range: shard.blocks(of: run.assumptions.scenario.paths), threads: job.threads)
    let total = paths(of: run).count
    try series.run(
      make: { SealedBlock(try coding.encode($0)) }, take: { try writer.append($0) },
      progress: { progress($0, total) }, isCancelled: isCancelled)
    try writer.synchronize()
    if isCancelled() { throw Interrupted() }
  }
}
