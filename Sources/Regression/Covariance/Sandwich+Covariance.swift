internal import LinearAlgebra

extension Sandwich {
  /// A covariance of the coefficients.
  ///
  /// Classical here is sum u^2 / (n - parameters) times the bread, as in least squares; an `Estimate` knows
  /// its own.
  /// - Throws: `noDegreesOfFreedom`, `leverageOfOne`, `tooFewGroups`, `lengthMismatch`, `invalidLag`,
  ///   `duplicatePeriod`, `unsupported`, `rankDeficient`.
  public func covariance(_ kind: CovarianceKind) throws(RegressionError) -> CovarianceEstimate {
    switch kind {
    case .classical: try classical()
    case .heteroskedastic(let kind): try heteroskedastic(kind)
    case .cluster(let groupings, let correction): try clustered(groupings, correction)
    case .neweyWest(let lag, let units, let periods): try neweyWest(lag, units, periods)
    case .driscollKraay(let lag, let periods): try driscollKraay(lag, periods)
    }
  }

  private func classical() throws(RegressionError) -> CovarianceEstimate {
    let freedom = try residualDegreesOfFreedom()
    let variance = WideVector(residuals).sumOfSquares / DoubleDouble(freedom)
    return estimate(bread.scaled(by: variance.value), "classical")
  }

  /// n - parameters, above zero.
  func residualDegreesOfFreedom() throws(RegressionError) -> Double {
    guard count > parameters else { throw .noDegreesOfFreedom(rows: count, parameters: parameters) }
    return Double(count - parameters)
  }

  func estimate(_ matrix: Matrix, _ description: String) -> CovarianceEstimate {
    CovarianceEstimate(
      matrix: matrix, references: [Reference](repeating: reference, count: size), description: description)
  }
}
