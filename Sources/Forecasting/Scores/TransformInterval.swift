/// Where an outcome stands in its forecast: the stretch from F(y-) to F(y), read off fifteen quantiles.
///
/// A point mass (no gift, or exactly the same amount again) is a stretch of equal quantiles, and an outcome on
/// it could stand anywhere within. Between two quantiles it stands halfway. The stretch of a point mass ends
/// halfway to the next quantile's level, that of no gift at the forecast's own P(Y = 0).
struct TransformInterval: Equatable {
  let lower: Double
  let upper: Double
  /// Whether the outcome is on a point mass.
  let isTie: Bool
  /// Levels of the quantiles just below and just above; 0 and 1 beyond the ends.
  let bracket: (lower: Double, upper: Double)

  init(_ forecast: PredictiveDistribution, truth: Double) {
    let tolerance = ScoredForecast.tolerance(truth)
    let below = forecast.quantiles.count { $0 < truth - tolerance }
    let upTo = forecast.quantiles.count { $0 <= truth + tolerance }
    let levels = TransformInterval.levels
    let last = levels.count - 1
    bracket = (levels[below], levels[min(upTo + 1, last)])
    let isZero = truth <= 0
    isTie = upTo > below || isZero
    let from = below == 0 ? 0 : (levels[below] + levels[below + 1]) / 2
    let to = upTo == last - 1 ? 1 : (levels[upTo] + levels[upTo + 1]) / 2
    lower = isZero ? 0 : from
    upper = isZero ? min(max(forecast.zeroProbability, levels[upTo]), bracket.upper) : to
  }

  /// Levels with the two ends.
  private static let levels = [0] + PredictiveDistribution.levels + [1]

  static func == (left: TransformInterval, right: TransformInterval) -> Bool {
    (left.lower, left.upper, left.isTie) == (right.lower, right.upper, right.isTie)
      && left.bracket == right.bracket
  }
}
