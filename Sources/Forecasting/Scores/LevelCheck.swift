/// Whether each quantile is one: P(Y < q) <= tau <= P(Y <= q), where the middle may be wide because of a point
/// mass.
public struct LevelCheck: Sendable, Equatable {
  /// A level passes when it lies outside its stretch by no more than this.
  public static let allowed = 0.02

  /// One for each of `PredictiveDistribution.levels`: how far the level lies outside of its stretch, 0 within.
  /// Positive: too many outcomes lie below the quantile; negative: too few.
  public let gaps: [Double]

  /// - Parameter forecasts: at least one.
  public init?(_ forecasts: [ScoredForecast]) {
    guard !forecasts.isEmpty else { return nil }
    let count = Double(forecasts.count)
    gaps = PredictiveDistribution.levels.enumerated().map { place, level in
      var (below, upTo) = (0, 0)
      for scored in forecasts {
        let quantile = scored.forecast.quantiles[place]
        let tolerance = ScoredForecast.tolerance(scored.truth)
        if scored.truth < quantile - tolerance { below += 1 }
        if scored.truth <= quantile + tolerance { upTo += 1 }
      }
      let (least, most) = (Double(below) / count, Double(upTo) / count)
      return max(0, least - level) + min(0, most - level)
    }
  }

  /// How many of the fifteen levels fail.
  public var failures: Int { gaps.count { $0.magnitude > LevelCheck.allowed } }

  /// The gap that is largest in size.
  public var worst: Double { gaps.max { $0.magnitude < $1.magnitude } ?? 0 }
}
