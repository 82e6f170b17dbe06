public import LinearAlgebra

/// What fitting a `CrossedLogitModel` gave, on the logit scale.
public struct CrossedLogitFit: Sendable, Equatable {
  public let names: [String]
  /// The p coefficients at the joint mode.
  public let coefficients: [Double]
  /// p by p, given the standard deviations of the effects, marginal over the effects.
  public let covariance: Matrix
  /// The standard deviation of each factor's effects: the mode of Laplace's marginal posterior.
  public let deviations: [Double]
  /// For each factor the effect of each level at the joint mode; zero for levels without rows.
  public let effects: [[Double]]
  /// Their variances given the standard deviations, with the coefficients' own uncertainty.
  public let effectVariances: [[Double]]
  /// Laplace's log marginal posterior at the deviations; a flat prior counts as a density of one.
  public let logPosterior: Double
  /// Newton's steps of the last joint mode.
  public let iterations: Int
  /// The largest derivative of the log posterior at the mode by an effect in standard deviations or a
  /// coefficient: about zero.
  public let largestSlope: Double

  init(_ posterior: CrossedLogitPosterior, _ mode: CrossedLogitMode, logPosterior: Double) {
    let rows = posterior.rows
    let curvature = mode.curvature
    let dense = curvature.denseCovariance
    let first = rows.coefficients
    let variances = (0..<rows.dense).map { dense[$0][$0] } + curvature.largestVariances
    names = rows.names
    coefficients = Array(mode.point[first..<rows.dense])
    covariance = Matrix(rowMajor: dense[first...].map { Array($0[first...]) })
    deviations = mode.deviations
    func perLevel(_ values: [Double], power: Int) -> [[Double]] {
      rows.factors.indices.map { index in
        let scale = power == 1 ? mode.deviations[index] : mode.deviations[index] * mode.deviations[index]
        return values[rows.offsets[index]...].prefix(rows.factors[index].count).map { $0 * scale }
      }
    }
    effects = perLevel(mode.point, power: 1)
    effectVariances = perLevel(variances, power: 2)
    self.logPosterior = logPosterior
    iterations = mode.iterations
    largestSlope = curvature.gradient.reduce(0) { max($0, $1.magnitude) }
  }

  /// The square roots of the covariance's diagonal.
  public var standardErrors: [Double] {
    coefficients.indices.map { covariance[$0, $0].squareRoot() }
  }
}
