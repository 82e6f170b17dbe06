public import Outlook
import Probability

/// What all paths of a simulation came to, beside its central path.
public struct Ensemble: Sendable {
  public let assumptions: Assumptions
  public let central: PathResult
  /// How many.
  public let paths: Int
  let layout: PathLayout
  /// By name: columns that were measured.
  private let named: [MeasureName: Int]
  /// By column; `nil` where a quantity could be measured on no path.
  let answers: [SampleAnswer?]

  init(
    _ assumptions: Assumptions, central: PathResult, paths: Int, plan: StatisticsPlan,
    answers: [SampleAnswer?]
  ) {
    (self.assumptions, self.central, self.paths) = (assumptions, central, paths)
    (layout, named, self.answers) = (plan.layout, plan.named, answers)
  }

  // MARK: Summaries

  public func summary(
    _ measure: FundMeasure, fund: Int, year: Int, levels: [Double] = Summary.probabilities
  ) -> Summary? {
    summary(layout.fund(measure, fund: fund, year: year), levels)
  }

  public func monthEndCash(fund: Int, month: Int) -> Summary? {
    summary(layout.monthEndCash(fund: fund, month: month), Summary.probabilities)
  }

  /// What a giver pays in a year, at the levels of the simulator.
  public func received(giver: Int, year: Int, levels: [Double]) -> Summary? {
    summary(layout.received(giver: giver, year: year), levels)
  }

  /// What is booked as a giver's revenue in a year, at the levels of the simulator.
  public func recognised(giver: Int, year: Int, levels: [Double]) -> Summary? {
    summary(layout.recognised(giver: giver, year: year), levels)
  }

  /// A quantity that was measured; `nil` where it was not, or could be measured on no path.
  public func summary(_ name: MeasureName, levels: [Double]) -> Summary? {
    named[name].flatMap { summary($0, levels) }
  }

  private func summary(_ column: Int, _ levels: [Double]) -> Summary? {
    answers[column].flatMap { Summary($0, levels: levels) }
  }

  // MARK: Frequencies

  /// On how many paths a fund's quantity is above zero.
  public func isPositive(_ measure: FundMeasure, fund: Int, year: Int) -> Frequency {
    positive(layout.fund(measure, fund: fund, year: year))
  }

  /// On how many paths a giver pays anything in a year.
  public func pays(giver: Int, year: Int) -> Frequency { positive(layout.received(giver: giver, year: year)) }

  /// On how many paths anything is booked as a giver's revenue in a year.
  public func isRecognised(giver: Int, year: Int) -> Frequency {
    positive(layout.recognised(giver: giver, year: year))
  }

  /// On how many paths a month ends below zero.
  public func isBelowZero(fund: Int, month: Int) -> Frequency {
    negative(layout.monthEndCash(fund: fund, month: month))
  }

  /// On how many paths what was measured is above zero; on none where it was not measured.
  public func isPositive(_ name: MeasureName) -> Frequency {
    named[name].map(positive) ?? Frequency(count: 0, paths: paths)
  }

  /// On how many paths a quantity could be measured.
  public func isMeasured(_ name: MeasureName) -> Frequency {
    Frequency(count: named[name].flatMap { answers[$0]?.count } ?? 0, paths: paths)
  }

  /// How often an event happens in a year.
  public func frequency(of event: YearEvent, fund: Int, year: Int) -> Frequency {
    let column = layout.fund(event.measure, fund: fund, year: year)
    return event == .cashOut ? negative(column) : positive(column)
  }

  private func positive(_ column: Int) -> Frequency {
    Frequency(count: answers[column]?.positives ?? 0, paths: paths)
  }

  private func negative(_ column: Int) -> Frequency {
    Frequency(count: answers[column]?.negatives ?? 0, paths: paths)
  }
}
