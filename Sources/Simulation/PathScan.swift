import Synchronization

/// Goes through all paths once and keeps what a few measures say of each: all paths, few quantities.
///
/// `Simulator` tells much of every quantity and keeps no path; this keeps every path of what it is asked for, so that
/// paths of two scenarios can be held against each other, one by one.
public struct PathScan<Source: BlockSource>: Sendable {
  private let source: Source
  private let columns: PathColumns
  private let measures: [any PathMeasure]
  private let asked: [any PathMeasure]
  private let threads: Int

  /// - Parameters:
  ///   - measures: what the questions are made of.
  ///   - threads: workers; results never depend on it.
  ///   - asking: what is kept, from where the quantities of a path stand.
  public init(
    _ source: Source, layout: PathLayout, measures: [any PathMeasure], threads: Int,
    asking: (PathColumns) throws -> [any PathMeasure]
  ) rethrows {
    (self.source, self.measures, self.threads) = (source, measures, max(1, threads))
    columns = PathColumns(layout, measures: measures)
    asked = try asking(columns)
  }

  private var width: Int { asked.reduce(0) { $0 + $1.columns.count } }

  /// `[column][path]` of what is asked, in its order.
  ///
  /// - Parameters:
  ///   - progress: called with the number of finished paths, from any thread.
  ///   - isCancelled: asked before every block.
  /// - Throws: what the source throws, `Interrupted`.
  public func values(
    progress: @Sendable (Int) -> Void = { _ in }, isCancelled: @Sendable () -> Bool = { false }
  ) throws -> [[Double]] {
    let width = self.width
    let kept = Places<Double>(repeating: 0, count: width * source.paths)
    let lanes = Places<Lane?>(repeating: nil, count: threads)
    let done = Atomic<Int>(0)
    try withoutActuallyEscaping(isCancelled) { isCancelled in
      try Tasks(threads: threads, isCancelled: isCancelled).run(PathBlock.blocks(of: source.paths)) {
        thread, index in
        let lane = try lanes[thread] ?? Lane(source.reader(), PathBlock(columns: columns.count + width))
        lanes[thread] = lane
        let block = try lane.read(index, of: source.paths)
        fill(block)
        for column in 0..<width {
          for (path, value) in block.values(columns.count + column).enumerated() {
            kept[column * source.paths + block.first + path] = value
          }
        }
        progress(done.add(block.count, ordering: .relaxed).newValue)
      }
    }
    return (0..<width).map { column in
      (0..<source.paths).map { kept[column * source.paths + $0] }
    }
  }

  /// What is asked of the paths of a block whose accounts are filled.
  public func values(of block: PathBlock) -> [[Double]] {
    let whole = PathBlock(columns: columns.count + width)
    whole.begin(0, of: block.count)
    for column in 0..<columns.layout.count {
      for vector in 0..<whole.vectors { whole[column, vector] = block[column, vector] }
    }
    fill(whole)
    return (0..<width).map { Array(whole.values(columns.count + $0)) }
  }

  private func fill(_ block: PathBlock) {
    var first = columns.layout.count
    for measure in measures + asked {
      measure.fill(block, from: first)
      first += measure.columns.count
    }
  }

  /// What one thread works with.
  private final class Lane {
    private var reader: Source.Reader
    private let block: PathBlock

    init(_ reader: Source.Reader, _ block: PathBlock) { (self.reader, self.block) = (reader, block) }

    func read(_ index: Int, of paths: Int) throws -> PathBlock {
      block.begin(index, of: paths)
      try reader.read(block)
      return block
    }
  }
}

extension SimulatedPaths {
  /// The central path as the only path of a block.
  /// - Throws: `SimulationError`, `LinearAlgebraError`.
  public func central() throws -> PathBlock {
    let block = PathBlock(columns: PathLayout(assumptions).count)
    var worker = try BlockWorker(assumptions)
    _ = try worker.runCentral(into: block)
    return block
  }

  /// The central path with its accounts in full.
  /// - Throws: `SimulationError`, `LinearAlgebraError`.
  public func centralResult() throws -> PathResult {
    var worker = try BlockWorker(assumptions)
    return try worker.runCentral()
  }
}
