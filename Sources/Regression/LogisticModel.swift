public import LinearAlgebra
internal import Probability

/// A logistic model: P(outcome = 1) = 1 / (1 + exp(-design * coefficients)), with a normal prior or none.
///
/// The fit maximises the weighted log likelihood plus the log prior by iteratively reweighted least squares.
/// Each step solves for the shift of the coefficients by refined least squares, proper priors entering as
/// pseudo rows; a step that lowers the objective is halved. The covariance is the inverse of the information
/// X'WX + P at the maximum: with a prior, Laplace's approximation of the posterior.
public struct LogisticModel: Sendable {
  /// The prior of the coefficients, in their own units; none is flat.
  public let prior: NormalPrior?

  /// Iteration ends when no coefficient moves by more than this share of the larger of its size and of 1 /
  /// length of its weighted column (no standard error is smaller); then follows one more refined step.
  public static let tolerance = 1e-9
  /// More steps than this are `notConverged`.
  public static let mostIterations = 60

  /// A model from its prior.
  public init(prior: NormalPrior? = nil) { self.prior = prior }

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - design: n rows by k columns; the intercept, where wanted, is a column of ones.
  ///   - outcomes: n numbers from 0 (no) to 1 (yes); between them, shares.
  ///   - weights: n numbers, not negative, counting observations; none means ones.
  ///   - names: k column names, for errors and reports.
  /// - Throws: any `RegressionError`; `separated` only where a coefficient has no proper prior.
  public func fit(
    design: Matrix, outcomes: [Double], weights: [Double]? = nil, names: [String]
  ) throws(RegressionError) -> LogisticFit {
    let data = try Observations(design, outcomes, weights, prior, names)
    if let row = outcomes.firstIndex(where: { $0 < 0 || $0 > 1 }) {
      throw .outcomeOutOfRange(row: row, value: outcomes[row])
    }
    var state = LogisticState(data, coefficients: [Double](repeating: 0, count: design.columns))
    var change = Double.infinity
    for iteration in 1...LogisticModel.mostIterations {
      let shift = try state.shift(data, inverse: false).coefficients.high
      try Separation.check(data, state, shift: shift, iteration: iteration)
      let settled = change <= LogisticModel.tolerance
      change = state.relativeChange(data, shift)
      state = settled ? state.moved(by: shift, data) : state.improved(by: shift, data)
      if settled { return try state.fit(data, iterations: iteration) }
    }
    throw .notConverged(
      iterations: LogisticModel.mostIterations, change: change, tolerance: LogisticModel.tolerance)
  }
}
