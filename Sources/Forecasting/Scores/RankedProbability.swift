import Probability

/// The continuous ranked probability score of a forecast that is given by fifteen quantiles.
///
/// CRPS = 2 times the integral of the pinball loss over all levels (Gneiting and Ranjan, "Comparing density
/// forecasts using threshold- and quantile-weighted scoring rules", J. Bus. Econ. Stat. 29 (2011)); here each
/// level stands for the levels nearer to it than to its neighbours.
public enum RankedProbability {
  /// The share of all levels that each of `PredictiveDistribution.levels` stands for; they add up to 1.
  public static let weights: [Double] = {
    let levels = PredictiveDistribution.levels
    let inner = zip(levels, levels.dropFirst()).map { ($0 + $1) / 2 }
    return zip([0] + inner, inner + [1]).map { $1 - $0 }
  }()

  /// Mean score in the panel's unit; `nil` of no forecasts.
  public static func mean(_ forecasts: [ScoredForecast]) -> Double? {
    mean(forecasts) { $0 }
  }

  /// Mean score of log(1 + amount), where being wrong by a tenth weighs alike for large and small amounts
  /// (`crps_log`).
  public static func meanOfLogarithms(_ forecasts: [ScoredForecast]) -> Double? {
    mean(forecasts, of: Elementary.log1p)
  }

  private static func mean(_ forecasts: [ScoredForecast], of scale: (Double) -> Double) -> Double? {
    guard !forecasts.isEmpty else { return nil }
    var sum = 0.0
    for scored in forecasts {
      let truth = scale(scored.truth)
      for (place, level) in PredictiveDistribution.levels.enumerated() {
        let quantile = scale(scored.forecast.quantiles[place])
        sum += 2 * weights[place] * Pinball.loss(quantile, at: level, truth: truth)
      }
    }
    return sum / Double(forecasts.count)
  }
}
