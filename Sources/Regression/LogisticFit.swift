public import LinearAlgebra

/// What fitting a `LogisticModel` gave.
public struct LogisticFit: Sendable, Equatable {
  /// The column names, in order.
  public let names: [String]
  /// One coefficient per column: the maximum of the likelihood, or of the posterior where there is a prior.
  public let coefficients: [Double]
  /// The inverse of the observed information, prior included.
  public let covariance: Matrix
  /// Newton steps taken, the last refined one included.
  public let iterations: Int
  /// The log likelihood of the outcomes, prior not included.
  public let logLikelihood: Double
  /// Twice what the log likelihood lacks to that of fitted = outcomes.
  public let deviance: Double
  /// The probability fitted to each row.
  public let fitted: [Double]

  /// The square roots of the covariance's diagonal.
  public var standardErrors: [Double] {
    coefficients.indices.map { covariance[$0, $0].squareRoot() }
  }
}
