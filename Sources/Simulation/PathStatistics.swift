import Probability
import Synchronization

/// Counts everything that is asked of all paths while they pass, block by block, on several threads.
///
/// Answers are exact and depend on the paths alone: sums of whole numbers have no order, sums of others are added in
/// the order of the blocks, quantiles are order statistics of all paths. Where the values kept for them do not
/// suffice (they take at most `memory`), the blocks are asked for a second time and only what is missing is taken.
struct PathStatistics<Source: BlockSource>: Sendable {
  let source: Source
  let plan: StatisticsPlan
  /// Bytes of values kept for quantiles in all.
  var memory = 640 << 20
  let tasks: Tasks

  private var blocks: Int { PathBlock.blocks(of: source.paths) }
  /// Blocks from which the form of each column is learned.
  private var pilots: Int { min(1, blocks) }
  private var columns: Int { plan.questions.count }

  /// One answer a column; `nil` where no path has a value.
  ///
  /// - Parameter progress: called with the number of paths counted, from any thread.
  /// - Throws: what the source throws, `Interrupted`.
  func answers(progress: @Sendable (Int) -> Void) throws -> [SampleAnswer?] {
    let lanes = Places<StatisticsLane<Source.Reader>?>(repeating: nil, count: tasks.threads)
    let first = try firstBlocks(lanes)
    let forms = try self.forms(first)
    let sums = BlockSums(plan.questions, blocks: blocks)
    let done = Atomic<Int>(0)
    try tasks.run(blocks) { thread, index in
      let lane = try self.lane(thread, of: lanes)
      let block = index < first.count ? first[index] : try lane.read(index, of: source.paths, plan)
      lane.count(block, plan, forms, memory: memory / tasks.threads)
      sums.add(block, at: index)
      progress(done.add(block.count, ordering: .relaxed).newValue)
    }
    return try answers(lanes.all.compactMap { $0 }, lanes, sums)
  }

  private func lane(_ thread: Int, of lanes: Places<StatisticsLane<Source.Reader>?>) throws
    -> StatisticsLane<Source.Reader>
  {
    if let lane = lanes[thread] { return lane }
    let lane = StatisticsLane(try source.reader(), columns: columns)
    lanes[thread] = lane
    return lane
  }

  // MARK: What columns look like

  private func firstBlocks(_ lanes: Places<StatisticsLane<Source.Reader>?>) throws -> [PathBlock] {
    let blocks = Places<PathBlock?>(repeating: nil, count: pilots)
    try tasks.run(pilots) { thread, index in
      let lane = try self.lane(thread, of: lanes)
      blocks[index] = try lane.read(index, of: source.paths, plan)
      lane.release()
    }
    return blocks.all.compactMap { $0 }
  }

  private func forms(_ blocks: [PathBlock]) throws -> [SampleForm] {
    let forms = Places<SampleForm?>(repeating: nil, count: columns)
    try tasks.run(columns) { _, column in
      forms[column] = SampleForm(blocks.flatMap { Array($0.values(column)) })
    }
    return forms.all.compactMap { $0 }
  }

  // MARK: Answers

  private func answers(
    _ known: [StatisticsLane<Source.Reader>], _ lanes: Places<StatisticsLane<Source.Reader>?>,
    _ sums: BlockSums
  ) throws -> [SampleAnswer?] {
    let merges = Places<SampleMerge?>(repeating: nil, count: columns)
    let same = (0..<columns).map { column in known.allSatisfy { $0.sameColumn(column, plan) != column } }
    try tasks.run(columns) { _, column in
      guard !same[column] else { return }
      merges[column] = SampleMerge(known.compactMap { $0.tally(column, plan) }, plan.questions[column])
    }
    let missing = plan.together((0..<columns).filter { merges[$0]?.isComplete == false })
    if !missing.isEmpty { try gather(missing, merges, lanes) }
    let answers = Places<SampleAnswer?>(repeating: nil, count: columns)
    let lanes = lanes.all.compactMap { $0 }
    try tasks.run(columns) { _, column in
      answers[column] = merges[column]?.answer(
        sums: sums.total(column), gathered: lanes.compactMap { $0.gathers[column] })
    }
    return (0..<columns).map { column in answers[same[column] ? plan.likely[column] ?? column : column] }
  }

  /// The second pass: every block once more, for the columns whose values were not all kept.
  private func gather(
    _ missing: [Int], _ merges: Places<SampleMerge?>, _ lanes: Places<StatisticsLane<Source.Reader>?>
  ) throws {
    for lane in lanes.all { lane?.forgetValues(of: missing) }
    try tasks.run(blocks) { thread, index in
      let lane = try self.lane(thread, of: lanes)
      let block = try lane.read(index, of: source.paths, plan)
      for column in missing {
        guard let merge = merges[column] else { continue }
        lane.gather(block, column, merge)
      }
    }
  }
}
