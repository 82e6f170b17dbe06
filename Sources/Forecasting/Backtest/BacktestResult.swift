/// What every model said at every origin, beside what came.
public struct BacktestResult: Sendable {
  /// Names of the models, in the order in which they were given.
  public let models: [String]
  public let truths: [OriginTruth]
  public let horizon: Int
  /// The panel's funds in its order.
  public let funds: [String]
  /// By model, origin and series of the origin: one distribution for each year ahead, to the cent.
  public let forecasts: [[[[PredictiveDistribution]]]]

  /// Whose amounts are forecast.
  public enum Level: String, Sendable, CaseIterable {
    /// One contributor's to one fund.
    case contributor
    /// A fund's total over all contributors, new ones included.
    case fund
  }

  /// A model's forecasts of one level that can be scored, by origin, series and years ahead.
  public func scored(model: Int, _ level: Level) -> [ScoredForecast] {
    var scored: [ScoredForecast] = []
    for (origin, truth) in truths.enumerated() {
      for (place, series) in truth.series.enumerated() where series.isTotal == (level == .fund) {
        for (ahead, amount) in series.truths.enumerated() {
          guard let amount else { continue }
          scored.append(
            ScoredForecast(
              fund: series.fundIndex, horizon: ahead + 1, forecast: forecasts[model][origin][place][ahead],
              truth: amount, scale: series.scale, naiveError: series.naiveError))
        }
      }
    }
    return scored
  }
}
