/// The score of a central interval: its width, and what came outside of it weighed by 2 / alpha.
public enum IntervalScore {
  /// (u - l) + 2 / alpha (l - y)+ + 2 / alpha (y - u)+ with alpha = 1 - share, in the panel's unit.
  ///
  /// Source: Winkler, "A decision-theoretic approach to interval estimation", JASA 67 (1972).
  public static func score(_ forecast: PredictiveDistribution, _ interval: CentralInterval, truth: Double)
    -> Double
  {
    let (lower, upper) = interval.bounds(forecast)
    let outside = max(lower - truth, 0) + max(truth - upper, 0)
    return upper - lower + 2 / (1 - interval.share) * outside
  }

  /// The sum of scores as a share of the sum of what came; `nil` where nothing came.
  public static func weighted(_ forecasts: [ScoredForecast], _ interval: CentralInterval) -> Double? {
    var (sum, truth) = (0.0, 0.0)
    for scored in forecasts {
      sum += score(scored.forecast, interval, truth: scored.truth)
      truth += scored.truth
    }
    return truth > 0 ? sum / truth : nil
  }
}
