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

/// What is left of the data once an estimator has weighted, demeaned or otherwise transformed it.
///
/// Every robust covariance here is `bread * meat * bread` with a meat made of the rows' scores
/// x_i u_i: for least squares with weights w, x_i = sqrt(w_i) times the row and u_i = sqrt(w_i) times the
/// residual; for a panel estimator the transformed rows; for a generalized linear model x_i = sqrt(W_i)
/// times the row and u_i = sqrt(W_i) times the working residual, W the working weights.
public struct Sandwich: Sendable {
  /// n by k.
  public let design: Matrix
  /// n values.
  public let residuals: [Double]
  /// (X'X)^-1 of `design`, k by k.
  public let bread: Matrix
  /// Coefficients counted by small-sample factors: k and what was absorbed.
  public let parameters: Int
  /// Effects that were swept out of the rows before, if any.
  public let absorbed: [Grouping]
  /// For each row its leverage on the absorbed effects alone, where known; nil without effects.
  public let absorbedLeverage: [Double]?

  public init(
    design: Matrix, residuals: [Double], bread: Matrix, parameters: Int, absorbed: [Grouping] = [],
    absorbedLeverage: [Double]? = nil
  ) {
    self.design = design
    self.residuals = residuals
    self.bread = bread
    self.parameters = parameters
    self.absorbed = absorbed
    self.absorbedLeverage = absorbedLeverage
  }
}
