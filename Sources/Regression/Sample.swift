public import LinearAlgebra

/// What an estimator is given: a response and a design, with weights and an offset where wanted.
///
/// Errors name rows from zero in the order given here; whoever read a file turns them into its lines.
public struct Sample: Sendable, Equatable {
  /// n by k.
  public let design: Design
  /// n values.
  public let response: WideVector
  /// n numbers, not negative; nil for ones. Least squares: the variance of row i is sigma^2 / weight;
  /// likelihoods: the row counts that often.
  public let weights: [Double]?
  /// n values added to the linear predictor; nil for zeros.
  public let offset: WideVector?

  public init(
    design: Design, response: WideVector, weights: [Double]? = nil, offset: WideVector? = nil
  ) {
    self.design = design
    self.response = response
    self.weights = weights
    self.offset = offset
  }

  /// The number of rows, those of weight zero included.
  public var rows: Int { design.matrix.rows }
}
