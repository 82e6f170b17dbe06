public import LinearAlgebra

/// What fitting a `LinearModel` gave.
public struct LinearFit: Estimate {
  /// What was fitted, without aliased columns.
  public let sample: Sample
  /// The columns left out because they depend on others, in their order.
  public let aliased: [String]
  /// One coefficient per column.
  public let coefficients: [Double]
  /// (X'WX + P)^-1: the covariance of the coefficients in units of sigma^2.
  public let unscaledCovariance: Matrix
  /// sigma^2 (X'WX + P)^-1.
  public let covariance: Matrix
  /// The residual standard deviation of a row of weight one; nan without degrees of freedom.
  public let sigma: Double
  /// What sigma rests on; zero when there are as many rows as coefficients and no prior.
  public let residualDegreesOfFreedom: Double
  /// The rows as they were solved, and the solution.
  let system: LinearSystem
  let solution: LeastSquaresSolution
  /// sigma^2, wide.
  let variance: DoubleDouble

  init(
    sample: Sample, system: LinearSystem, solution: LeastSquaresSolution, aliased: [String],
    residualDegreesOfFreedom freedom: Double, squares: DoubleDouble
  ) {
    self.sample = sample
    self.system = system
    self.solution = solution
    self.aliased = aliased
    residualDegreesOfFreedom = freedom
    coefficients = solution.coefficients.high
    variance = freedom > 0 ? squares / DoubleDouble(freedom) : DoubleDouble(.nan)
    sigma = variance.squareRoot().value
    unscaledCovariance = solution.inverseGram
    covariance = solution.inverseGram.scaled(by: sigma * sigma)
  }

  /// The column names, in order.
  public var names: [String] { sample.design.names }

  /// Student's t, or the normal where nothing is left to estimate sigma from.
  public var reference: Reference { .studentT(degreesOfFreedom: residualDegreesOfFreedom) }

  /// The square roots of the covariance's diagonal.
  public var standardErrors: [Double] {
    coefficients.indices.map { sigma * unscaledCovariance[$0, $0].squareRoot() }
  }

  /// The rows of positive weight.
  public var observations: Int { system.dataRows }

  /// response - fitted, one per row of the sample, to double-double.
  public var wideResiduals: WideVector {
    if sample.weights == nil, system.dataRows == solution.residuals.count { return solution.residuals }
    let targets = sample.offset.map { sample.response - $0 } ?? sample.response
    return targets.subtracting(sample.design.matrix, times: solution.coefficients)
  }

  /// response - fitted, one per row of the sample.
  public var residuals: [Double] { wideResiduals.high }

  /// offset + design * coefficients, one per row of the sample.
  public var fitted: [Double] { (sample.response - wideResiduals).high }

  /// Rows and residuals times the roots of the weights; rows of weight zero left out.
  public var sandwich: Sandwich {
    Sandwich(
      design: system.data, residuals: Array(solution.residuals.high.prefix(system.dataRows)),
      bread: unscaledCovariance, parameters: coefficients.count, factor: solution.factor,
      weights: sample.weights.map { weights in system.rows?.map { weights[$0] } ?? weights },
      rows: system.rows, reference: reference)
  }
}
