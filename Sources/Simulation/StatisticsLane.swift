import Probability

/// What one thread of `PathStatistics` works with.
final class StatisticsLane<Reader: BlockReader> {
  private var reader: Reader
  private let columns: Int
  private var block: PathBlock?
  private let scratch = SampleScratch()
  private let pool = SamplePool()
  /// By column; `nil` before its first block, and while the column is the same as another.
  private var tallies: [SampleTally?]
  private var isSame: [Bool]
  private var blocks = 0
  private var isKeeping = true
  /// By column: what a second pass took.
  private(set) var gathers: [Int: SampleGather] = [:]

  init(_ reader: Reader, columns: Int) {
    (self.reader, self.columns) = (reader, columns)
    tallies = Array(repeating: nil, count: columns)
    isSame = Array(repeating: true, count: columns)
  }

  /// A block with all its columns, which the next one overwrites.
  func read(_ index: Int, of paths: Int, _ plan: StatisticsPlan) throws -> PathBlock {
    let block = self.block ?? PathBlock(columns: columns)
    self.block = block
    block.begin(index, of: paths)
    try reader.read(block)
    plan.measure(block)
    return block
  }

  /// Leaves the last block to its reader.
  func release() { block = nil }

  // MARK: First pass

  func count(_ block: PathBlock, _ plan: StatisticsPlan, _ forms: [SampleForm], memory: Int) {
    for column in 0..<columns {
      guard let other = plan.likely[column], isSame[column], !block.isSame(column, as: other) else {
        continue
      }
      isSame[column] = false
      tallies[column] = tallies[other]?.copy()
    }
    for column in 0..<columns where plan.likely[column] == nil || !isSame[column] {
      let tally =
        tallies[column]
        ?? SampleTally(plan.questions[column], form: forms[column], isKeeping: isKeeping, pool)
      tallies[column] = tally
      tally.add(block.values(column), scratch)
    }
    blocks += 1
    if isKeeping, blocks % 16 == 0 || memory == 0 { holdWithin(memory) }
  }

  /// Keeps fewer values where they take too much memory, and none where that does not help.
  private func holdWithin(_ memory: Int) {
    guard pool.bytes > memory else { return }
    for tally in tallies { tally?.narrow(scratch) }
    guard pool.bytes > memory / 16 * 15 else { return }
    isKeeping = false
    for tally in tallies { tally?.stopKeeping() }
  }

  /// The column itself, or one that was the same on every path of this thread.
  func sameColumn(_ column: Int, _ plan: StatisticsPlan) -> Int {
    plan.likely[column].flatMap { isSame[column] ? $0 : nil } ?? column
  }

  /// What is known of a column; `nil` before the first block.
  func tally(_ column: Int, _ plan: StatisticsPlan) -> SampleTally? { tallies[sameColumn(column, plan)] }

  // MARK: Second pass

  /// Makes room for what the second pass takes.
  func forgetValues(of columns: [Int]) {
    for column in columns { tallies[column]?.stopKeeping() }
  }

  func gather(_ block: PathBlock, _ column: Int, _ merge: SampleMerge) {
    let gather = gathers[column] ?? merge.gather(pool)
    gathers[column] = gather
    gather.add(block.values(column), scratch)
  }
}
