public import LinearAlgebra

/// A logistic model: P(outcome = 1) = 1 / (1 + exp(-design * coefficients)).
public struct LogisticModel: Sendable {
  /// The prior of the coefficients; none is flat.
  public let prior: NormalPrior?

  /// A model from its prior.
  public init(prior: NormalPrior? = nil) { self.prior = prior }

  /// Fits the model.
  public func fit(
    design: Matrix, outcomes: [Double], weights: [Double]? = nil, names: [String]
  ) throws(RegressionError) -> LogisticFit {
    throw .numerical("not built yet")
  }
}
