import Synchronization

/// Blocks in a row that several threads read, and what is made of each, handed over in the order of the blocks.
public struct BlockSeries<Source: BlockSource>: Sendable {
  private let source: Source
  private let columns: Int
  private let range: Range<Int>
  private let threads: Int

  /// - Parameters:
  ///   - columns: how many the source fills.
  ///   - range: the blocks, by number.
  public init(_ source: Source, columns: Int, range: Range<Int>, threads: Int) {
    (self.source, self.columns, self.range, self.threads) = (source, columns, range, max(1, threads))
  }

  /// Goes through all blocks once.
  ///
  /// - Parameters:
  ///   - make: called on any thread; the block is another's afterwards.
  ///   - take: called on this thread with what was made of one block after the other.
  ///   - progress: called with the number of paths read, from any thread.
  ///   - isCancelled: asked between blocks.
  /// - Throws: what the source and the closures throw, `Interrupted`.
  public func run<Made>(
    make: (PathBlock) throws -> Made, take: (Made) throws -> Void,
    progress: @Sendable (Int) -> Void = { _ in }, isCancelled: @Sendable () -> Bool = { false }
  ) throws {
    let lanes = Places<Lane?>(repeating: nil, count: threads)
    let done = Atomic<Int>(0)
    try withoutActuallyEscaping(isCancelled) { isCancelled in
      let tasks = Tasks(threads: threads, isCancelled: isCancelled)
      for part in parts {
        let made = Places<Made?>(repeating: nil, count: part.count)
        try tasks.run(part.count) { thread, number in
          let block = try lane(thread, lanes).read(part.lowerBound + number, of: source.paths)
          made[number] = try make(block)
          progress(done.add(block.count, ordering: .relaxed).newValue)
        }
        for value in made.all { try value.map(take) }
      }
    }
  }

  /// So few blocks that what is made of them may wait for its turn.
  private var parts: [Range<Int>] {
    let size = max(16, 4 * threads)
    return stride(from: range.lowerBound, to: range.upperBound, by: size).map {
      $0..<min($0 + size, range.upperBound)
    }
  }

  private func lane(_ thread: Int, _ lanes: Places<Lane?>) throws -> Lane {
    if let lane = lanes[thread] { return lane }
    let lane = Lane(try source.reader(), columns: columns)
    lanes[thread] = lane
    return lane
  }

  /// What one thread reads with.
  private final class Lane {
    private var reader: Source.Reader
    private let block: PathBlock

    init(_ reader: Source.Reader, columns: Int) {
      self.reader = reader
      block = PathBlock(columns: columns)
    }

    func read(_ index: Int, of paths: Int) throws -> PathBlock {
      block.begin(index, of: paths)
      try reader.read(block)
      return block
    }
  }
}
