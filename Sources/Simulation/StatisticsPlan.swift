import Probability

/// What is asked of every column of a run: those of the accounts, then those that are measured.
struct StatisticsPlan: Sendable {
  let layout: PathLayout
  let measures: [any PathMeasure]
  /// By column.
  let questions: [SampleQuestion]
  /// By name: the columns that are measured.
  let named: [MeasureName: Int]
  /// By column: one before it that may be the same.
  let likely: [Int?]

  /// Quantiles whose Monte Carlo error is told.
  static let errorLevels = [0.05, 0.5, 0.95]
  /// Beyond it lie the worst one in twenty.
  static let tail = 0.95

  /// - Parameter levels: the quantiles of what givers give.
  init(_ layout: PathLayout, measures: [any PathMeasure], levels: [Double]) {
    (self.layout, self.measures) = (layout, measures)
    let measured = measures.flatMap(\.columns)
    questions = StatisticsPlan.ofAccounts(layout, levels: levels) + measured.map(\.question)
    named = Dictionary(
      uniqueKeysWithValues: measured.enumerated().map { ($0.element.name, layout.count + $0.offset) })
    var likely = [Int?](repeating: nil, count: questions.count)
    for pair in layout.likely {
      precondition(
        questions[pair.column].isPart(of: questions[pair.same]), "the first must be asked for as much")
      likely[pair.column] = pair.same
    }
    self.likely = likely
  }

  private static func ofAccounts(_ layout: PathLayout, levels: [Double]) -> [SampleQuestion] {
    let account = SampleQuestion(
      levels: Summary.probabilities, errorLevels: errorLevels, isWhole: true)
    var total = account
    total.levels += levels.filter { !account.levels.contains($0) }
    var worst = account
    worst.tail = tail
    let fund = FundMeasure.allCases.map { measure in
      switch measure {
      case .received: total
      case .shortfall, .fundingGap: worst
      case .shortfallMonth: SampleQuestion.frequency
      default: account
      }
    }
    let giver = SampleQuestion(levels: levels, isWhole: true)
    let month = SampleQuestion(levels: Summary.probabilities, isWhole: true)
    return (0..<layout.funds * layout.years).flatMap { _ in fund }
      + Array(repeating: month, count: layout.funds * layout.months)
      + Array(repeating: giver, count: 2 * layout.givers * layout.years)
  }

  /// Columns with all those they may share their values with.
  func together(_ columns: [Int]) -> [Int] {
    let groups = Set(columns.map { likely[$0] ?? $0 })
    return questions.indices.filter { groups.contains(likely[$0] ?? $0) }
  }

  /// Fills the columns that are measured.
  func measure(_ block: PathBlock) {
    var first = layout.count
    for measure in measures {
      measure.fill(block, from: first)
      first += measure.columns.count
    }
  }
}
