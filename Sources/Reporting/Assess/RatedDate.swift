import Budgeting
public import Finance
public import Judgement
import Measures
import Outlook
import Records
import Scenarios
import Simulation

/// A centre judged as of one date: what a page of the evaluator tells of it.
public struct RatedDate: Sendable {
  public let asOf: CalendarDate
  public let findings: Findings
  public let sheet: RatingSheet
  /// The same on plans a tenth smaller and a tenth larger.
  public let otherPlans: [RatingSheet]
  /// Past years as they would have been forecast.
  let checks: [ForecastCheck]

  public init(
    _ findings: Findings, scales: RatingScales, otherPlans: [RatingSheet], checks: [ForecastCheck] = []
  ) {
    self.checks = checks
    asOf = findings.ensemble.assumptions.scenario.asOf
    (self.findings, self.otherPlans) = (findings, otherPlans)
    sheet = RatingSheet(findings.assessment, scales: scales)
  }

  /// Whether a plan covers any year ahead.
  var hasPlan: Bool {
    findings.ensemble.central.accounts.contains { account in
      account.years.contains { $0.plannedDirect > 0 }
    }
  }

  /// The lowest and the highest rating over the plans.
  func range(_ dimension: Dimension) -> (lowest: Rating, highest: Rating)? {
    range { $0[dimension]?.rating }
  }

  var overallRange: (lowest: Rating, highest: Rating)? { range(\.overall) }

  private func range(_ rating: (RatingSheet) -> Rating?) -> (lowest: Rating, highest: Rating)? {
    let all = ([sheet] + otherPlans).compactMap(rating)
    guard let lowest = all.min(), let highest = all.max() else { return nil }
    return (lowest, highest)
  }

  /// `4 December 2020`.
  var date: String { Wording.date(asOf) }

  /// Money is called sustainable where no rated dimension is below moderate (assumption).
  static let line = Rating.moderate

  var isSustainable: Bool? { sheet.overall.map { $0 >= RatedDate.line } }

  /// Dimensions below the line, the weakest first.
  var weak: [DimensionRating] {
    let below = sheet.dimensions.filter { ($0.rating ?? .veryHigh) < RatedDate.line }
    return below.filter { $0.rating == .veryLow } + below.filter { $0.rating != .veryLow }
  }
}
