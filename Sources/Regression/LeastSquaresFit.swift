public import LinearAlgebra

/// What fitting a `LeastSquaresModel` gave.
public struct LeastSquaresFit: Sendable, Equatable {
  /// The column names, in order.
  public let names: [String]
  /// One coefficient per column.
  public let coefficients: [Double]
  /// (X'WX + P)^-1: the covariance of the coefficients in units of sigma^2.
  public let unscaledCovariance: Matrix
  /// sigma^2 (X'WX + P)^-1.
  public let covariance: Matrix
  /// The residual standard deviation of a row of weight one; nan without degrees of freedom.
  public let sigma: Double
  /// What sigma rests on; zero when there are as many rows as coefficients and no prior.
  public let degreesOfFreedom: Double
  /// response - fitted, one per row of data.
  public let residuals: [Double]
  /// design * coefficients, one per row of data.
  public let fitted: [Double]

  /// The square roots of the covariance's diagonal.
  public var standardErrors: [Double] {
    coefficients.indices.map { sigma * unscaledCovariance[$0, $0].squareRoot() }
  }
}
