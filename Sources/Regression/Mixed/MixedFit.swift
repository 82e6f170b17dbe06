public import LinearAlgebra

/// What fitting a `MixedModel` gave.
///
/// Generalised least squares at the estimated variances: rows less the share 1 - 1 / sqrt(1 + r t_i) of their
/// group's weighted mean, which `sandwich` carries too.
public struct MixedFit: Estimate {
  /// Least squares on the transformed rows.
  public let transformed: LinearFit
  /// Columns left out because they depend on others.
  public let aliased: [String]
  /// s^2 (X'V^-1 X)^-1, as lme4's `vcov`.
  public let covariance: Matrix
  /// s^2 (X'V^-1 X)^-1 and the rows behind it.
  public let sandwich: Sandwich
  /// The standard deviation s of the error of a row of weight one: restricted sum of squares over n - k.
  public let sigma: Double
  /// The ratio r of the variance of the groups' intercepts to sigma^2; zero at the boundary.
  public let varianceRatio: Double
  /// Minus twice the restricted log likelihood: lme4's `REMLcrit`.
  public let criterion: Double
  /// The derivative of the criterion by the ratio, over the sum of its terms' magnitudes: about zero, unless
  /// at the boundary, where it is not negative.
  public let relativeSlope: Double
  /// The groups with their intercepts.
  public let groupEffects: RandomIntercepts

  init(
    _ rows: MixedRows, _ likelihood: RestrictedLikelihood, ratio point: RestrictedLikelihood.Point,
    aliased: [String]
  ) throws(RegressionError) {
    let totals = rows.means.totals
    let shares = totals.map {
      DoubleDouble(1) - DoubleDouble(1) / (DoubleDouble(1) + $0 * point.ratio).squareRoot()
    }
    let linear = try LinearModel().fit(rows.sample.transformed { rows.means.sweep($0, shares: shares) })
    transformed = linear
    self.aliased = aliased
    sigma = linear.sigma
    covariance = linear.covariance
    let inner = linear.sandwich
    sandwich = Sandwich(
      design: inner.wideDesign, residuals: inner.residuals, bread: inner.bread,
      parameters: inner.parameters, factor: inner.factor, weights: inner.weights, rows: rows.kept,
      reference: .normal)
    varianceRatio = point.ratio
    criterion = point.criterion
    relativeSlope = point.slope / point.scale
    groupEffects = RandomIntercepts(rows, linear, ratio: point.ratio)
  }

  public var names: [String] { transformed.names }
  public var coefficients: [Double] { transformed.coefficients }
  /// Rows of positive weight less coefficients.
  public var residualDegreesOfFreedom: Double { transformed.residualDegreesOfFreedom }
  /// The normal distribution.
  public var reference: Reference { .normal }
  /// The square roots of the covariance's diagonal.
  public var standardErrors: [Double] { transformed.standardErrors }
  /// The rows of positive weight.
  public var observations: Int { transformed.observations }
  /// The variance of the groups' intercepts.
  public var groupVariance: Double { varianceRatio * sigma * sigma }
  /// Whether the likelihood is largest without any variance between the groups.
  public var isAtBoundary: Bool { varianceRatio == 0 }
  /// The restricted log likelihood: lme4's `logLik`.
  public var logLikelihood: Double { -criterion / 2 }
  /// The share of the variance that lies between groups (intraclass correlation).
  public var intraclassCorrelation: Double { varianceRatio / (1 + varianceRatio) }
}

/// The random intercepts as predicted: best linear unbiased predictors.
public struct RandomIntercepts: Sendable, Equatable {
  /// The name of the grouping.
  public let name: String
  /// The groups with rows of positive weight, in order.
  public let levels: [String]
  /// r t_i / (1 + r t_i) times the weighted mean residual of the group: lme4's `ranef`.
  public let values: [Double]
  /// sigma * sqrt(r / (1 + r t_i)), given coefficients and variances: lme4's `condVar`.
  public let standardDeviations: [Double]

  init(_ rows: MixedRows, _ linear: LinearFit, ratio: Double) {
    name = rows.groups.name
    levels = rows.groups.levels
    let rest = rows.sample.response.subtracting(
      rows.sample.design.matrix, times: linear.solution.coefficients)
    let means = rows.means.means(rest)
    let totals = rows.means.totals
    values = totals.indices.map { group in
      (means[group] * (totals[group] * ratio / (DoubleDouble(1) + totals[group] * ratio))).value
    }
    standardDeviations = totals.map { total in
      linear.sigma * (DoubleDouble(ratio) / (DoubleDouble(1) + total * ratio)).squareRoot().value
    }
  }
}
