import Budgeting
import Outlook
public import Scenarios

/// What a sweep keeps of one combination. All that a sweep reads of a simulation is read here.
public struct SweepMeasures: Sendable, Hashable {
  /// `[fund][year]`, in the order of the assumptions.
  public let cells: [[Cell]]

  /// One fund in one year.
  public struct Cell: Sendable, Hashable {
    /// How often each event happens in the year, in the order of `YearEvent.allCases`.
    public let inYear: [Frequency]
    /// How often each has happened by the end of the year.
    public let byYearEnd: [Frequency]
    /// Cents.
    public let meanReceived: Double
    /// Cents: planned work put off for good or cut.
    public let meanGap: Double
    /// Cents.
    public let meanClosingCash: Double
    /// At `SweepMeasures.probabilities`.
    public let closingCash: [Double]

    /// How often an event has happened by the end of the year.
    public func byYearEnd(_ event: YearEvent) -> Frequency {
      byYearEnd[YearEvent.allCases.firstIndex(of: event) ?? 0]
    }
  }

  /// Of the quantiles of closing cash, and their names in files.
  public static let probabilities = [0.05, 0.50, 0.95]
  public static let quantileNames = ["q05", "q50", "q95"]

  init(_ ensemble: Ensemble) {
    let years = ensemble.assumptions.timeline.years.indices
    cells = ensemble.assumptions.funds.indices.map { fund in
      years.map { SweepMeasures.cell(ensemble, fund, $0) }
    }
  }

  private static func cell(_ ensemble: Ensemble, _ fund: Int, _ year: Int) -> Cell {
    func mean(_ measure: FundMeasure) -> Double {
      ensemble.summary(measure, fund: fund, year: year)?.mean ?? 0
    }
    let cash = ensemble.summary(.closingCash, fund: fund, year: year, levels: SweepMeasures.probabilities)
    return Cell(
      inYear: YearEvent.allCases.map { ensemble.frequency(of: $0, fund: fund, year: year) },
      byYearEnd: YearEvent.allCases.map { ensemble.frequency(of: $0, fund: fund, by: year) },
      meanReceived: mean(.received), meanGap: mean(.fundingGap), meanClosingCash: cash?.mean ?? 0,
      closingCash: cash?.quantiles ?? [])
  }
}

/// A sweep that was run.
public struct SweepResult: Sendable, Hashable {
  public let sweep: Sweep
  /// In the order of `sweep.points`.
  public let measures: [SweepMeasures]

  init(sweep: Sweep, measures: [SweepMeasures]) { (self.sweep, self.measures) = (sweep, measures) }
}
