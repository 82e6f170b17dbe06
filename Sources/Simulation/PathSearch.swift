import Outlook
import Scenarios

/// A quantity that a run has on every path; funds, givers, years and months by index.
public enum PathQuantity: Sendable, Hashable {
  case fund(FundMeasure, fund: Int, year: Int)
  case monthEndCash(fund: Int, month: Int)
  case received(giver: Int, year: Int)
  case recognised(giver: Int, year: Int)
  /// One that is measured beside the accounts.
  case measured(MeasureName)
}

/// Something that is so on a path or not.
public struct PathCondition: Sendable, Hashable {
  public enum Test: Sendable, Hashable {
    case positive, notPositive, negative

    func holds(_ value: Double) -> Bool {
      switch self {
      case .positive: value > 0
      case .notPositive: value <= 0
      case .negative: value < 0
      }
    }
  }

  public let quantity: PathQuantity
  public let test: Test

  public init(_ quantity: PathQuantity, is test: Test) { (self.quantity, self.test) = (quantity, test) }
}

/// Which paths are looked for.
public enum PathQuestion: Sendable, Hashable {
  /// The first ones on which all of this is so.
  case happens([PathCondition])
  /// The one whose value is nearest; of equally near ones the first.
  case nearest(PathQuantity, to: Double)
}

/// The paths found.
public struct PathAnswer: Sendable, Hashable {
  /// Ascending, counted from 0 as the generator counts them; empty: there is none.
  public fileprivate(set) var paths: [Int] = []
  /// Of `nearest`: the value of its path.
  public fileprivate(set) var value: Double?
}

/// One path of a run, seen whole.
public struct PathView: Sendable {
  public let number: Int
  fileprivate let plan: StatisticsPlan
  fileprivate let values: [Double]

  /// `nil` for a quantity the run does not measure, and where it cannot be measured on this path.
  public subscript(quantity: PathQuantity) -> Double? {
    plan.column(of: quantity).map { values[$0] }.flatMap { $0.isNaN ? nil : $0 }
  }
}

extension Simulator {
  /// Looks for paths, drawing them again block by block until every question is answered: those of `happens` end
  /// with `limit` paths found, those of `nearest` with the last path.
  /// - Throws: what `run` throws.
  public func find(
    _ questions: [PathQuestion], limit: Int, progress: @Sendable (Int) -> Void = { _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> [PathAnswer] {
    var answers = questions.map { _ in PathAnswer() }
    let plan = self.plan
    let paths = assumptions.scenario.paths
    let readers = try PathReaders(assumptions, plan, threads: threads)
    let (blocks, step) = (PathBlock.blocks(of: paths), 4 * threads)
    for start in stride(from: 0, to: blocks, by: step) {
      let count = min(step, blocks - start)
      let found = Places<[PathAnswer]>(repeating: [], count: count)
      try withoutActuallyEscaping(isCancelled) { isCancelled in
        try Tasks(threads: threads, isCancelled: isCancelled).run(count) { thread, index in
          let block = try readers.read(start + index, thread)
          found[index] = questions.map { $0.answer(in: block, plan, limit: limit) }
        }
      }
      for part in found.all {
        for (index, question) in questions.enumerated() {
          answers[index] = question.joined(answers[index], part[index], limit: limit)
        }
      }
      progress(min(paths, (start + count) * PathBlock.capacity))
      if zip(questions, answers).allSatisfy({ $0.isDone($1, limit: limit) }) { break }
    }
    return answers
  }

  /// One path; it is the same whichever others are drawn.
  /// - Precondition: `number` is one of the run's paths.
  public func path(_ number: Int) throws -> PathView {
    precondition((0..<assumptions.scenario.paths).contains(number), "no path of the run")
    let block = try PathReaders(assumptions, plan, threads: 1).read(number / PathBlock.capacity, 0)
    let values = (0..<plan.questions.count).map { block.values($0)[number - block.first] }
    return PathView(number: number, plan: plan, values: values)
  }
}

/// Draws blocks, for each thread with a reader of its own.
private struct PathReaders {
  private let source: SimulatedPaths
  private let plan: StatisticsPlan
  private let readers: Places<SimulatedBlocks?>
  private let blocks: Places<PathBlock?>

  init(_ assumptions: Assumptions, _ plan: StatisticsPlan, threads: Int) throws {
    source = SimulatedPaths(assumptions, expected: try BlockWorker(assumptions).expectedReceipts)
    self.plan = plan
    readers = Places(repeating: nil, count: threads)
    blocks = Places(repeating: nil, count: threads)
  }

  /// A block with everything that is measured; it stands until the thread reads the next.
  func read(_ index: Int, _ thread: Int) throws -> PathBlock {
    let block = blocks[thread] ?? PathBlock(columns: plan.questions.count)
    blocks[thread] = block
    var reader = try readers[thread] ?? source.reader()
    block.begin(index, of: source.paths)
    try reader.read(block)
    readers[thread] = reader
    plan.measure(block)
    return block
  }
}

extension PathQuestion {
  fileprivate func answer(in block: PathBlock, _ plan: StatisticsPlan, limit: Int) -> PathAnswer {
    var answer = PathAnswer()
    switch self {
    case .happens(let conditions):
      let columns = conditions.map { plan.column(of: $0.quantity).map(block.values) }
      for index in 0..<block.count where answer.paths.count < limit {
        let holds = zip(conditions, columns).allSatisfy { condition, values in
          values.map { condition.test.holds($0[index]) } ?? false
        }
        if holds { answer.paths.append(block.first + index) }
      }
    case .nearest(let quantity, let target):
      guard let values = plan.column(of: quantity).map(block.values) else { return answer }
      for index in 0..<block.count {
        let distance = (values[index] - target).magnitude
        guard distance < answer.value.map({ ($0 - target).magnitude }) ?? .infinity else { continue }
        answer = PathAnswer(paths: [block.first + index], value: values[index])
      }
    }
    return answer
  }

  /// What was found before with what a later block holds.
  fileprivate func joined(_ before: PathAnswer, _ later: PathAnswer, limit: Int) -> PathAnswer {
    guard case .nearest(_, let target) = self else {
      return PathAnswer(paths: Array((before.paths + later.paths).prefix(limit)))
    }
    guard let old = before.value, let new = later.value else { return before.value == nil ? later : before }
    return (new - target).magnitude < (old - target).magnitude ? later : before
  }

  fileprivate func isDone(_ answer: PathAnswer, limit: Int) -> Bool {
    if case .happens = self { return answer.paths.count >= limit }
    return false
  }
}

extension StatisticsPlan {
  /// Where a quantity stands; `nil` for one that is not measured.
  fileprivate func column(of quantity: PathQuantity) -> Int? {
    switch quantity {
    case .fund(let measure, let fund, let year): layout.fund(measure, fund: fund, year: year)
    case .monthEndCash(let fund, let month): layout.monthEndCash(fund: fund, month: month)
    case .received(let giver, let year): layout.received(giver: giver, year: year)
    case .recognised(let giver, let year): layout.recognised(giver: giver, year: year)
    case .measured(let name): named[name]
    }
  }
}
