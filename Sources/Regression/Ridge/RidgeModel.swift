internal import LinearAlgebra

/// Least squares with a penalty on the squares of the coefficients.
///
/// With an intercept (`Design.intercept`) the columns are centred; each is divided by the root of its mean
/// square (the population standard deviation, as `lm.ridge` of R's MASS). On these columns Z and the centred
/// response y the coefficients b minimise |y - Z b|^2 + penalty |b|^2; the intercept is not penalised.
/// Weights w count rows: means, mean squares and the sum of squares are weighted. Solved as refined least
/// squares with the rows sqrt(penalty) e_j added, so without squaring the condition number and without a
/// singular value decomposition. Penalised coefficients are biased: intervals around them would not cover,
/// so none are given; `LeastSquaresModel` with a `NormalPrior` gives the posterior.
/// Source: Hoerl and Kennard 1970, Technometrics 12.
public struct RidgeModel: Sendable {
  /// What a unit of squared scaled coefficient costs, not negative; 0 is least squares.
  public let penalty: Double

  public init(penalty: Double) {
    self.penalty = penalty
  }

  /// Fits the model.
  ///
  /// - Throws: `unsupported` for a penalty below zero, `rankDeficient` naming columns that do not vary or,
  ///   without a penalty, depend on others; `notFinite`, `responseNotFinite`, `invalidWeight`,
  ///   `lengthMismatch`; `fewerRowsThanColumns` without a penalty.
  public func fit(_ sample: Sample) throws(RegressionError) -> RidgeFit {
    try RidgeModel.path([penalty], sample).fits[0]
  }

  /// Fits several penalties, the columns standardised once.
  public static func path(_ penalties: [Double], _ sample: Sample) throws(RegressionError) -> RidgePath {
    guard let least = penalties.min() else { throw .unsupported("no penalties were given: give some") }
    guard least >= 0, penalties.allSatisfy(\.isFinite) else {
      throw .unsupported("penalties \(penalties) must be finite and not below zero: give 0 or more")
    }
    try sample.check()
    guard least > 0 || sample.rows >= sample.design.names.count else {
      throw .fewerRowsThanColumns(rows: sample.rows, columns: sample.design.names.count)
    }
    let rows = try StandardizedRows(sample)
    var fits: [RidgeFit] = []
    for penalty in penalties { fits.append(try RidgeFit(rows, penalty, sample)) }
    return RidgePath(fits: fits)
  }

  /// Penalties estimated from the least squares fit: (p - 2) s^2 / |b|^2 of Hoerl, Kennard and Baldwin 1975,
  /// and (p - 2) s^2 n / |fitted|^2 of Lawless and Wang 1976, p the number of slopes, on scaled columns.
  ///
  /// - Throws: what `fit` throws without a penalty; `noDegreesOfFreedom`.
  public static func suggestedPenalties(
    for sample: Sample
  ) throws(RegressionError) -> (hoerlKennardBaldwin: Double, lawlessWang: Double) {
    let fit = try RidgeModel(penalty: 0).fit(sample)
    let rows = try StandardizedRows(sample)
    let slopes = Double(rows.slopes.count)
    let count = Double(rows.weights.count { $0 > 0 })
    let freedom = count - Double(sample.design.names.count)
    guard freedom > 0 else {
      throw .noDegreesOfFreedom(rows: Int(count), parameters: sample.design.names.count)
    }
    let variance = fit.residualSquares / freedom
    let length = WideVector(fit.scaledCoefficients).sumOfSquares.value
    let fitted = rows.response.sumOfSquares.value - fit.residualSquares
    return ((slopes - 2) * variance / length, (slopes - 2) * variance * count / fitted)
  }
}
