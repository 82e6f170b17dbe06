public import LinearAlgebra

/// A linear model with normal errors: response = design * coefficients + sigma * error.
public struct LeastSquaresModel: Sendable {
  /// The prior of the coefficients, in units of sigma; none is flat.
  public let prior: NormalPrior?
  /// The prior of sigma^2: scaled inverse chi-square with these degrees of freedom and this scale, a
  /// standard deviation; none is 1 / sigma^2.
  public let variancePrior: (degreesOfFreedom: Double, scale: Double)?

  /// A model from its priors.
  public init(
    prior: NormalPrior? = nil, variancePrior: (degreesOfFreedom: Double, scale: Double)? = nil
  ) {
    self.prior = prior
    self.variancePrior = variancePrior
  }

  /// Fits the model.
  public func fit(
    design: Matrix, response: [Double], weights: [Double]? = nil, names: [String]
  ) throws(RegressionError) -> LeastSquaresFit {
    throw .numerical("not built yet")
  }
}
