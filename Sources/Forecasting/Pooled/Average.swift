import Probability

extension PredictiveDistribution {
  /// An average: quantiles and means with the weights, P(0) on the log-odds scale, each within 0.001 and
  /// 0.999.
  ///
  /// Kept consistent: quantiles at levels up to P(0) are 0, the others never fall.
  static func average(
    _ distributions: [PredictiveDistribution], weights: [Double]
  ) -> PredictiveDistribution {
    var (mean, logOdds) = (0.0, 0.0)
    var quantiles = [Double](repeating: 0, count: levels.count)
    for (one, weight) in zip(distributions, weights) {
      mean += weight * one.mean
      logOdds += weight * Elementary.logit(min(max(one.zeroProbability, 0.001), 0.999))
      for index in quantiles.indices { quantiles[index] += weight * one.quantiles[index] }
    }
    return consistent(mean: mean, zeroProbability: Elementary.logistic(logOdds), quantiles: quantiles)
  }

  /// The distribution with 0 at levels up to P(0) and no quantile below the one before.
  static func consistent(
    mean: Double, zeroProbability: Double, quantiles: [Double]
  ) -> PredictiveDistribution {
    var (kept, largest) = (quantiles, 0.0)
    for (index, level) in levels.enumerated() {
      largest = level <= zeroProbability ? 0 : max(largest, quantiles[index])
      kept[index] = largest
    }
    return PredictiveDistribution(mean: mean, zeroProbability: zeroProbability, quantiles: kept)
  }
}
