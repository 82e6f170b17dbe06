/// Quantile losses over many forecasts, as a share of what came: 0 is perfect, and a forecast of nothing
/// has 1. All use the nine deciles, each counting the same.
///
/// Each is `nil` where nothing came at all, so that there is nothing to take a share of.
public enum QuantileLoss {
  /// Larger amounts, in multiples of a series' scale, are cut to this by `capped`.
  public static let cap = 10.0

  /// Positions of the deciles among `PredictiveDistribution.levels`.
  static let deciles = [2, 3, 5, 6, 7, 8, 9, 11, 12]

  /// 2 / 9 times the sum over deciles and forecasts of the pinball loss, over the sum of what came (`wql`).
  ///
  /// Source: the M5 and GluonTS convention of the weighted quantile loss; large series decide it.
  public static func weighted(_ forecasts: [ScoredForecast]) -> Double? {
    ratio(forecasts) { weightedTerms($0) }
  }

  /// The same of amounts in multiples of each series' scale, so that small series count as well (`swql`).
  public static func scaled(_ forecasts: [ScoredForecast]) -> Double? {
    ratio(forecasts) { scaledTerms($0, cap: .infinity) }
  }

  /// The same with truth and quantiles cut to ten times the scale, so that no single lump decides (`swql10`).
  public static func capped(_ forecasts: [ScoredForecast]) -> Double? {
    ratio(forecasts) { cappedTerms($0) }
  }

  /// What one forecast adds to the numerator and the denominator of `capped`.
  public static func cappedTerms(_ forecast: ScoredForecast) -> (loss: Double, truth: Double) {
    scaledTerms(forecast, cap: cap)
  }
}

extension QuantileLoss {
  private static func weightedTerms(_ scored: ScoredForecast) -> (loss: Double, truth: Double) {
    (loss(scored.truth, scored.forecast.quantiles, unit: 1, cap: .infinity), scored.truth)
  }

  private static func scaledTerms(_ scored: ScoredForecast, cap: Double) -> (loss: Double, truth: Double) {
    let truth = min(scored.truth / scored.scale, cap)
    return (loss(truth, scored.forecast.quantiles, unit: scored.scale, cap: cap), truth)
  }

  /// Twice the mean pinball loss over the deciles of quantiles in multiples of `unit`.
  private static func loss(_ truth: Double, _ quantiles: [Double], unit: Double, cap: Double) -> Double {
    var sum = 0.0
    for place in deciles {
      let quantile = min(quantiles[place] / unit, cap)
      sum += Pinball.loss(quantile, at: PredictiveDistribution.levels[place], truth: truth)
    }
    return 2 * sum / Double(deciles.count)
  }

  private static func ratio(
    _ forecasts: [ScoredForecast], _ terms: (ScoredForecast) -> (loss: Double, truth: Double)
  ) -> Double? {
    var sum = (loss: 0.0, truth: 0.0)
    for forecast in forecasts {
      let term = terms(forecast)
      sum.loss += term.loss
      sum.truth += term.truth
    }
    return sum.truth > 0 ? sum.loss / sum.truth : nil
  }
}
