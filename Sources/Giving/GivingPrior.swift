public import Finance
public import Regression

/// What is believed about giving before a centre's own ledger is looked at, each part with its source.
///
/// A first version: the coefficients are stated, not yet calibrated per data year. They rest on years no later
/// than `dataYear`, so a run as of an earlier date falls back on `GivingPrior.plain`.
public struct GivingPrior: Sendable, Equatable, Codable {
  public let name: String
  public let source: String
  /// The last year of the data it rests on; `nil`: assumption only.
  public let dataYear: Int?
  /// Of the coefficients of `ParticipationDesign.names`.
  public let participation: NormalPrior
  /// Of the coefficients of `AmountDesign.names`.
  public let amount: NormalPrior
  public let amountDegreesOfFreedom: Double
  public let amountScale: Double
  /// Beta counts of "the same amount again": as if so many repeats and so many changes had been seen.
  public let repeats: BetaCounts
  /// Beta counts of "an instalment is paid in the month it is due".
  public let punctual: BetaCounts
  /// Months late where an instalment is late: mean of 1 + a geometric number (assumption).
  public let meanMonthsLate: Double
  /// Probability that an instalment is never paid (assumption).
  public let defaultProbability: Double
  /// Probability that an agreement is renewed in the year after it expires (assumption).
  public let renewalProbability: Double
  /// Years of a renewed agreement (assumption).
  public let renewalTerm: Int
}

/// Two counts of a beta distribution.
public struct BetaCounts: Sendable, Equatable, Codable {
  public var yes: Double
  public var no: Double

  public init(yes: Double, no: Double) { (self.yes, self.no) = (yes, no) }
  public var mean: Double { yes / (yes + no) }
}

extension GivingPrior {
  /// The newest stated prior that an as-of date may use: one whose data year had ended by then.
  public static func stated(asOf date: CalendarDate) -> GivingPrior {
    date >= CalendarDate.endOfYear(unitedNationsSystem.dataYear ?? 0) ? unitedNationsSystem : plain
  }

  /// Rounded from a logistic regression on 6,082 contributor-entity years, 2013-2017.
  public static let unitedNationsSystem = GivingPrior(
    name: "un-system-2017",
    source: "our fit to voluntary revenue of 25 United Nations entities by government donor, 2013-2017"
      + " (CEB financial statistics), rounded; spreads widened to 0.5 for other funds (assumption)",
    dataYear: 2017,
    participation: NormalPrior(
      means: [-0.4, 1.2, 1.3, -1.1, -2.6], standardDeviations: [0.5, 0.5, 0.4, 0.5, 0.75]),
    amount: amountPrior, amountDegreesOfFreedom: 4, amountScale: 0.7, repeats: repeatsPrior,
    punctual: punctualPrior, meanMonthsLate: 4, defaultProbability: 0.03, renewalProbability: 0.6,
    renewalTerm: 5)

  /// For as-of dates before the data years of every other prior.
  public static let plain = GivingPrior(
    name: "plain",
    source:
      "assumption: who gave gives again with probability 0.6 to 0.9, who did not returns with 0.3 to 0.1",
    dataYear: nil,
    participation: NormalPrior(
      means: [-0.8, 1.2, 1.1, -1.0, -2.2], standardDeviations: [1, 1, 0.7, 0.7, 1]),
    amount: amountPrior, amountDegreesOfFreedom: 4, amountScale: 0.7, repeats: repeatsPrior,
    punctual: punctualPrior, meanMonthsLate: 4, defaultProbability: 0.03, renewalProbability: 0.6,
    renewalTerm: 5)

  private static let amountPrior = NormalPrior(means: [0, 0.5], standardDeviations: [0.1, 0.2])
  private static let repeatsPrior = BetaCounts(yes: 1, no: 3)
  private static let punctualPrior = BetaCounts(yes: 3, no: 2)
}
