public import Measures
public import Outlook
import Probability
import Simulation

/// Questions put to the paths of a run: probabilities, statistics, and what happens on the money expected.
public struct Questions: Sendable {
  public let quantities: [Quantity]
  public let expectations: [Occurrence]

  public init(_ quantities: [Quantity], expectations: [Occurrence] = []) {
    (self.quantities, self.expectations) = (quantities, expectations)
  }

  public init(_ condition: Condition) {
    self.init(condition.quantities, expectations: condition.expectations)
  }

  /// Puts them to all paths of resolved assumptions.
  /// - Parameters:
  ///   - progress: called with the number of finished paths, from any thread.
  ///   - isCancelled: asked again and again; once true it ends with `Interrupted`.
  /// - Throws: `QuestionError` where something is not measured, what a simulation throws, `Interrupted`.
  public func answers(
    _ assumptions: Assumptions, threads: Int, progress: @Sendable (Int) -> Void = { _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> Answers {
    let names = PathNames(assumptions)
    let source = SimulatedPaths(assumptions)
    let layout = PathLayout(assumptions)
    let measures = names.measures(for: quantities.flatMap(\.readings) + expectations.flatMap(\.readings))
    let scan = try PathScan(source, layout: layout, measures: measures, threads: threads) { columns in
      try quantities.map { try $0.measure(names, columns) }
    }
    var happens: [Bool] = []
    if !expectations.isEmpty {
      let central = try PathScan(source, layout: layout, measures: measures, threads: 1) { columns in
        try expectations.map { try AskedMeasure($0, names, in: columns) }
      }
      happens = central.values(of: try source.central()).map { $0[0] > 0 }
    }
    let values = quantities.isEmpty ? [] : try scan.values(progress: progress, isCancelled: isCancelled)
    return Answers(questions: self, values: values, happens: happens)
  }
}

extension Quantity {
  fileprivate func measure(_ names: PathNames, _ columns: PathColumns) throws(QuestionError) -> AskedMeasure {
    switch self {
    case .probability(let occurrence): try AskedMeasure(occurrence, names, in: columns)
    case .statistic(_, let reading, let year): try AskedMeasure(reading, year: year, names, in: columns)
    }
  }
}

/// What paths answer, with every path's own value at hand.
public struct Answers: Sendable {
  public let questions: Questions
  /// `[quantity][path]`: 1 and 0 of a probability; nan where a measure cannot be taken on a path.
  public let values: [[Double]]
  private let happens: [Bool]

  init(questions: Questions, values: [[Double]], happens: [Bool]) {
    (self.questions, self.values, self.happens) = (questions, values, happens)
  }

  /// What one quantity comes to; `nil` where it was not asked.
  public subscript(quantity: Quantity) -> Estimate? {
    questions.quantities.firstIndex(of: quantity).map { Estimate(quantity, values[$0]) }
  }

  /// Whether an occurrence happens on the money expected; never where it was not asked.
  public func happens(_ occurrence: Occurrence) -> Bool {
    questions.expectations.firstIndex(of: occurrence).map { happens[$0] } ?? false
  }

  /// Whether a condition holds of the estimates.
  public func holds(_ condition: Condition) -> Bool {
    condition.holds({ quantity, _ in self[quantity]?.value ?? .nan }, expected: happens)
  }

  /// Whether it holds even where chance has flattered every estimate, to the end of its 95 % interval.
  public func surelyHolds(_ condition: Condition) -> Bool {
    condition.holds({ bound($0, upper: !$1.wantsMore) }, expected: happens)
  }

  /// Whether it may hold, chance having spoilt every estimate to the end of its 95 % interval.
  public func mayHold(_ condition: Condition) -> Bool {
    condition.holds({ bound($0, upper: $1.wantsMore) }, expected: happens)
  }

  private func bound(_ quantity: Quantity, upper: Bool) -> Double {
    guard let estimate = self[quantity], !estimate.value.isNaN else { return .nan }
    return upper ? estimate.interval.upperBound : estimate.interval.lowerBound
  }
}

/// A quantity over all paths, with how far chance may have moved it.
public struct Estimate: Sendable, Hashable {
  public let value: Double
  /// Standard error of a probability or mean; of a quantile half the distance of the order statistics one standard
  /// error of a rank away.
  public let error: Double
  /// 95 %: Wilson's of a probability, value -+ 1.96 errors else.
  public let interval: ClosedRange<Double>
  /// Paths on which it happens; `nil` of a statistic.
  public let count: Int?
  public let paths: Int

  init(_ quantity: Quantity, _ values: [Double]) {
    paths = values.count
    switch quantity {
    case .probability:
      let frequency = Frequency(count: values.count { $0 > 0 }, paths: values.count)
      (value, error, count) = (frequency.probability, frequency.error, frequency.count)
      interval = frequency.interval.lower...frequency.interval.upper
    case .statistic(let statistic, _, _):
      let level = if case .quantile(let percent) = statistic { Double(percent) / 100 } else { 0.5 }
      let question = SampleQuestion(levels: [level], errorLevels: [level], isWhole: false)
      let answer = SampleAnswer(of: values, question)
      count = nil
      if case .mean = statistic {
        value = answer?.mean ?? .nan
        error = answer.map { $0.deviation / Double($0.count).squareRoot() } ?? 0
      } else {
        (value, error) = (answer?.quantiles[0] ?? .nan, answer?.quantileErrors[0] ?? 0)
      }
      let reach = 1.959963984540054 * error
      interval = value.isNaN ? 0...0 : value - reach...value + reach
    }
  }
}
