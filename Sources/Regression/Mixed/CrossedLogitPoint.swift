internal import Probability

/// A point of the flat vector with the rows' predictors and its log posterior, up to constants.
struct CrossedLogitPoint {
  let point: [Double]
  let predictor: [Double]
  /// Log likelihood - u'u / 2 - sum of squared standardised coefficients / 2.
  let logPosterior: Double

  /// A loss of this share is rounding, not a step too far.
  private static let slack = 1e-13
  private static let mostHalvings = 40

  init(_ posterior: CrossedLogitPosterior, _ point: [Double], _ deviations: [Double]) {
    self.point = point
    let rows = posterior.rows
    predictor = rows.predictor(point, deviations)
    var likelihood = 0.0
    for row in predictor.indices {
      likelihood += rows.response[row] * predictor[row] - Elementary.softplus(predictor[row])
    }
    var penalty = 0.0
    for index in 0..<rows.coefficients { penalty += point[index] * point[index] }
    for index in rows.dense..<rows.total { penalty += point[index] * point[index] }
    for (index, precision) in posterior.precisions.enumerated() {
      let shift = point[rows.coefficients + index] - posterior.prior.means[index]
      penalty += precision * shift * shift
    }
    logPosterior = likelihood - penalty / 2
  }

  /// The point after a step, halved until the log posterior does not fall.
  func moved(
    _ step: [Double], _ posterior: CrossedLogitPosterior, _ deviations: [Double]
  ) -> CrossedLogitPoint {
    var share = 1.0
    for _ in 0..<CrossedLogitPoint.mostHalvings {
      let next = CrossedLogitPoint(
        posterior, point.indices.map { point[$0] + share * step[$0] }, deviations)
      if next.logPosterior >= logPosterior - CrossedLogitPoint.slack * (1 + logPosterior.magnitude) {
        return next
      }
      share /= 2
    }
    return self
  }

  /// The derivatives here.
  func curvature(_ posterior: CrossedLogitPosterior, _ deviations: [Double]) -> CrossedLogitCurvature {
    let rows = posterior.rows
    var slopes = [Double](repeating: 0, count: predictor.count)
    var weights = slopes
    for row in predictor.indices {
      let e = Elementary.exp(-predictor[row].magnitude)
      slopes[row] = rows.response[row] - (predictor[row] < 0 ? e : 1) / (1 + e)
      weights[row] = e / ((1 + e) * (1 + e))
    }
    var gradient = point.map { -$0 }
    for (index, precision) in posterior.precisions.enumerated() {
      let place = rows.coefficients + index
      gradient[place] = precision * (posterior.prior.means[index] - point[place])
    }
    return CrossedLogitCurvature(
      rows, deviations: deviations, slopes: slopes, weights: weights, gradient: gradient,
      precisions: posterior.precisions)
  }
}
