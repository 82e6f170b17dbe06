import Budgeting
import Finance
public import Outlook
import Probability
import Records
public import Scenarios

/// Two scenarios of one book held against each other, figure by figure on the same random numbers, with the exact part
/// of each difference that each driver brings (Shapley 1953).
public struct ScenarioComparison: Sendable {
  public let difference: ScenarioDifference
  /// What the first scenario comes to mean on its book.
  public let first: Assumptions
  public let second: Assumptions
  /// By fund and year, in the order of the book.
  public let figures: [ComparedFigure]

  /// Years both look at.
  public let years: [Int]
  /// Futures of each.
  public var paths: Int { difference.first.paths }

  /// Simulates all mixtures of the drivers: 2^n runs of n drivers.
  ///
  /// - Parameters:
  ///   - first: a trial of the first scenario's as-of date.
  ///   - second: one of the second's; the same where the dates are the same.
  ///   - progress: called with the number of finished paths of all runs, from any thread.
  /// - Throws: `OutlookError` where a mixture cannot be resolved or no year is common; what a simulation throws,
  ///   `Interrupted`.
  public init(
    _ difference: ScenarioDifference, first: Trial, second: Trial,
    progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws {
    self.difference = difference
    let mixtures = Mixtures(difference, first, second)
    let full = mixtures.count - 1
    self.first = try mixtures.assumptions(0)
    self.second = try mixtures.assumptions(full)
    years = try ScenarioComparison.years(self.first, self.second)
    let measures = ScenarioComparison.measures(self.first, self.second, years)
    let total = mixtures.count * difference.first.paths
    var values: [[Int?]] = []
    var ends: [[[Double]]] = []
    for set in 0...full {
      let done = set * difference.first.paths
      let reading = try MixtureReading(
        mixtures.assumptions(set), measures, threads: mixtures.threads,
        progress: { progress(done + $0, total) }, isCancelled: isCancelled)
      values.append(reading.values)
      if set == 0 || set == full { ends.append(reading.paths) }
    }
    figures = measures.indices.map {
      ScenarioComparison.figure(
        measures[$0], values.map { $0 }, at: $0, ends[0][$0], ends[ends.count - 1][$0])
    }
  }

  private static func years(_ first: Assumptions, _ second: Assumptions) throws(OutlookError) -> [Int] {
    let (left, right) = (first.timeline.years.map(\.year), second.timeline.years.map(\.year))
    let common = left.filter(right.contains)
    guard !common.isEmpty else {
      throw OutlookError(
        "'\(first.scenario.name)' looks at \(left[0]) to \(left[left.count - 1]) and '\(second.scenario.name)' at "
          + "\(right[0]) to \(right[right.count - 1]): no year is common; name a later horizon")
    }
    return common
  }

  private static func measures(_ first: Assumptions, _ second: Assumptions, _ years: [Int])
    -> [ComparedMeasure]
  {
    let core = first.funds.filter { $0.fund.purpose == .core }.map(\.fund.id)
    return ComparedMeasure.all(
      funds: first.funds.map(\.fund.id), core: Set(core), years: years, hasHost: first.book.centre.host != nil
    )
  }

  /// - Parameters:
  ///   - values: `[set][measure]`.
  ///   - first: on every path of the first scenario; empty of the money expected.
  private static func figure(
    _ measure: ComparedMeasure, _ values: [[Int?]], at index: Int, _ first: [Double], _ second: [Double]
  ) -> ComparedFigure {
    let own = values.compactMap { $0[index] }
    let hasError = !first.isEmpty && measure.statistic != .median
    let error = hasError ? PairedDifference(a: first, b: second).error * measure.scale : nil
    let futures = Double(first.count)
    return ComparedFigure(
      measure: measure, first: values[0][index], second: values[values.count - 1][index],
      parts: own.count == values.count ? ShapleyValue(own).parts : nil,
      error: measure.unit == .futures ? error.map { $0 * futures } : error)
  }
}
