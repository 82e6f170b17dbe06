internal import Probability

/// The posterior of coefficients and effects of a crossed logit, given the effects' standard deviations.
struct CrossedLogitPosterior: Sendable {
  let rows: CrossedLogitRows
  let prior: NormalPrior
  /// 1 / sd^2 of the coefficients' prior; zero where flat.
  let precisions: [Double]
  /// Log normalisers of the coefficients' prior, with Laplace's factors of 2 pi: those cancel for proper ones.
  private let constant: Double

  private static let halfLogTwoPi = 0.9189385332046727
  /// Newton's steps are far fewer, some ten.
  private static let mostSteps = 100
  /// The squared distance to the mode, in standard errors (g'H^-1 g), at which it is reached.
  private static let tolerance = 1e-22
  /// Below this the distance may also stop shrinking: rounding.
  private static let roundingTolerance = 1e-16

  init(_ rows: CrossedLogitRows, _ prior: NormalPrior) {
    self.rows = rows
    self.prior = prior
    precisions = prior.standardDeviations.map { 1 / ($0 * $0) }
    constant = prior.standardDeviations.reduce(0.0) { sum, deviation in
      sum + (deviation.isFinite ? -Elementary.log(deviation) : CrossedLogitPosterior.halfLogTwoPi)
    }
  }

  /// The prior's means and no effects.
  var start: [Double] {
    var point = [Double](repeating: 0, count: rows.total)
    for (index, mean) in prior.means.enumerated() { point[rows.coefficients + index] = mean }
    return point
  }

  /// The joint mode, by Newton's steps, halved where they lower the log posterior.
  ///
  /// - Throws: `rankDeficient`, `separated`, `notConverged`.
  func mode(_ deviations: [Double], from start: [Double]) throws(RegressionError) -> CrossedLogitMode {
    var here = CrossedLogitPoint(self, start, deviations)
    var last = Double.infinity
    for iteration in 0..<CrossedLogitPosterior.mostSteps {
      let curvature = here.curvature(self, deviations)
      if let failure = curvature.triangle.failure {
        throw .rankDeficient(columns: [rows.names[max(0, failure - rows.coefficients)]])
      }
      let step = curvature.step
      var distance = 0.0
      for index in step.indices { distance += curvature.gradient[index] * step[index] }
      let isRounding = distance <= CrossedLogitPosterior.roundingTolerance && distance > last / 4
      if distance <= CrossedLogitPosterior.tolerance || isRounding {
        try checkSeparation(here, iterations: iteration)
        return CrossedLogitMode(
          deviations: deviations, point: here.point, curvature: curvature, iterations: iteration,
          logMarginal: here.logPosterior + constant - curvature.logDeterminant / 2)
      }
      last = distance
      here = here.moved(step, self, deviations)
    }
    throw .notConverged(
      iterations: CrossedLogitPosterior.mostSteps, change: last.squareRoot(),
      tolerance: CrossedLogitPosterior.tolerance.squareRoot())
  }

  /// With a flat prior, a row certain to 13 digits means that the coefficients run away.
  private func checkSeparation(_ point: CrossedLogitPoint, iterations: Int) throws(RegressionError) {
    let flat = precisions.indices.filter { precisions[$0] == 0 }
    guard !flat.isEmpty, point.predictor.contains(where: { $0.magnitude > 30 }) else { return }
    throw .separated(columns: flat.map { rows.names[$0] }, iterations: iterations)
  }
}

/// The joint mode of coefficients and effects given standard deviations.
struct CrossedLogitMode {
  let deviations: [Double]
  /// Effects in units of their standard deviations, and coefficients.
  let point: [Double]
  let curvature: CrossedLogitCurvature
  let iterations: Int
  /// Laplace's approximation to log p(y | s).
  let logMarginal: Double
}
