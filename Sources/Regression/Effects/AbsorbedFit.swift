public import LinearAlgebra

/// What fitting an `AbsorbingModel` gave.
public struct AbsorbedFit: Estimate {
  /// The effects that were swept out, and how.
  public let transform: WithinTransform
  /// The columns left out because they do not vary within the effects or depend on others.
  public let aliased: [String]
  /// The dummies of the effects that are independent of each other.
  public let effectParameters: Int
  /// Rows of positive weight less coefficients and `effectParameters`.
  public let residualDegreesOfFreedom: Double
  /// The residual standard deviation of a row of weight one.
  public let sigma: Double
  /// sigma^2 (X'WX)^-1 of the swept columns.
  public let covariance: Matrix
  /// The fit of the swept response on the swept columns; its degrees of freedom and errors do not count the
  /// effects.
  public let swept: LinearFit
  private let response: WideVector
  /// The (weighted) sum of the squared residuals.
  private let squares: DoubleDouble

  init(
    transform: WithinTransform, linear: LinearFit, response: WideVector, absorbed: [String], parameters: Int
  ) {
    self.transform = transform
    swept = linear
    self.response = response
    aliased = absorbed + linear.aliased
    effectParameters = parameters
    residualDegreesOfFreedom = linear.residualDegreesOfFreedom - Double(parameters)
    squares = linear.solution.residuals.sumOfSquares
    sigma = (squares / DoubleDouble(residualDegreesOfFreedom)).squareRoot().value
    covariance = linear.unscaledCovariance.scaled(by: sigma * sigma)
  }

  /// The column names, in order.
  public var names: [String] { swept.names }
  /// One coefficient per column.
  public var coefficients: [Double] { swept.coefficients }
  /// (X'WX)^-1 of the swept columns.
  public var unscaledCovariance: Matrix { swept.unscaledCovariance }
  /// The square roots of the covariance's diagonal.
  public var standardErrors: [Double] {
    coefficients.indices.map { sigma * unscaledCovariance[$0, $0].squareRoot() }
  }
  /// Student's t.
  public var reference: Reference { .studentT(degreesOfFreedom: residualDegreesOfFreedom) }
  /// 1 - residual sum of squares / sum of squares of the response about its mean, both weighted.
  public var rSquared: Double { 1 - squares.value / response.squaresAboutMean(swept.sample.weights) }
  /// 1 - residual sum of squares / sum of squares of the swept response, both weighted.
  public var withinRSquared: Double { 1 - squares.value / swept.system.targets.sumOfSquares.value }
  /// The rows of positive weight.
  public var observations: Int { swept.observations }
  /// response - fitted, effects included in fitted; one per row of the sample.
  public var residuals: [Double] { swept.residuals }
  /// What the model says of each row, effects included.
  public var fitted: [Double] { (response - swept.wideResiduals).high }

  /// The swept rows and residuals times the roots of the weights; rows of weight zero left out.
  public var sandwich: Sandwich {
    let inner = swept.sandwich
    return Sandwich(
      design: inner.wideDesign, residuals: inner.residuals, bread: inner.bread,
      parameters: coefficients.count + effectParameters,
      effects: AbsorbedEffects(transform, rows: inner.rows),
      factor: inner.factor, weights: inner.weights, rows: inner.rows, reference: reference)
  }
}

extension WideVector {
  /// The (weighted) sum of squares about the (weighted) mean.
  fileprivate func squaresAboutMean(_ weights: [Double]?) -> Double {
    var total = 0.0
    var sum = DoubleDouble(0)
    for row in 0..<count {
      total += weights?[row] ?? 1
      sum = sum + (weights.map { self[row] * $0[row] } ?? self[row])
    }
    let mean = sum / DoubleDouble(total)
    var squares = DoubleDouble(0)
    for row in 0..<count {
      let rest = self[row] - mean
      squares = squares + rest * rest * (weights?[row] ?? 1)
    }
    return squares.value
  }
}
