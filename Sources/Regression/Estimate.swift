public import LinearAlgebra

/// What every estimator gives: coefficients with their classical covariance, and what a robust one needs.
public protocol Estimate: Sendable {
  /// One name per coefficient, as R writes them.
  var names: [String] { get }
  /// One coefficient per name.
  var coefficients: [Double] { get }
  /// The covariance of the coefficients under the estimator's own assumptions, k by k.
  var covariance: Matrix { get }
  /// Rows of positive weight less everything estimated, effects included.
  var residualDegreesOfFreedom: Double { get }
  /// Where a coefficient divided by its standard error is looked up.
  var reference: Reference { get }
  /// The parts of robust covariances.
  var sandwich: Sandwich { get }
}

/// The distribution of a coefficient divided by its standard error, if the coefficient were zero.
public enum Reference: Sendable, Equatable {
  case normal
  case studentT(degreesOfFreedom: Double)
}

extension Estimate {
  /// The covariance of the coefficients of a kind: the estimator's own, or one made of its sandwich.
  ///
  /// - Throws: what `Sandwich.covariance` throws.
  public func covariance(_ kind: CovarianceKind) throws(RegressionError) -> CovarianceEstimate {
    guard kind == .classical else { return try sandwich.covariance(kind) }
    return CovarianceEstimate(
      matrix: covariance, references: names.map { _ in reference }, description: "classical")
  }
}
