/// A forecast of one amount beside what came, with what its scores are scaled by. Amounts in the panel's unit.
public struct ScoredForecast: Sendable, Equatable {
  /// Which fund it belongs to: a position in a list of funds that the caller keeps.
  public let fund: Int
  /// Years ahead, from 1.
  public let horizon: Int
  public let forecast: PredictiveDistribution
  /// What came: max(amount, 0), so that a year of write-downs alone counts as no gift.
  public let truth: Double
  /// Mean of the series' positive gifts up to the origin, at least `leastScale`.
  public let scale: Double
  /// Mean absolute change from year to year up to the origin; `nil` where there is no change to speak of.
  public let naiveError: Double?

  /// A series of small gifts is not allowed to weigh more than one of this size.
  public static let leastScale = 1000.0

  public init(
    fund: Int, horizon: Int, forecast: PredictiveDistribution, truth: Double, scale: Double,
    naiveError: Double?
  ) {
    (self.fund, self.horizon, self.forecast) = (fund, horizon, forecast)
    (self.truth, self.scale, self.naiveError) = (truth, scale, naiveError)
  }

  /// Whether two amounts are the same one written twice: within a millionth of the amount and of the unit.
  static func tolerance(_ truth: Double) -> Double { 1e-6 * truth.magnitude + 1e-6 }
}
