internal import LinearAlgebra
internal import Probability

extension LinearFit {
  /// The test of Durbin and Watson for errors that resemble those of the row before.
  ///
  /// d = sum (u_t - u_{t-1})^2 / sum u_t^2, about 2 without correlation, towards 0 with positive and 4 with
  /// negative correlation. The p value is P(D <= d): small for positive correlation. For fewer than
  /// `exactRows` rows it is exact for normal errors, from the n - k eigenvalues of M A M (A the matrix of
  /// the numerator, M that of residuals) and `QuadraticForm`; else by the normal distribution of the exact
  /// mean and variance. The same choice as `dwtest` of R's lmtest.
  ///
  /// - Throws: `unsupported` for weighted rows, `noDegreesOfFreedom`.
  public func durbinWatson() throws(RegressionError) -> DiagnosticTest {
    try requireNoWeights("Durbin-Watson test")
    guard residualDegreesOfFreedom > 0 else {
      throw .noDegreesOfFreedom(rows: sample.rows, parameters: columns.count)
    }
    let basis = Whitening(solution.factor).rows(of: sample.design.matrix)
    let statistic = squares(differences(residuals)) / squares(residuals)
    let moments = DurbinWatsonMoments(basis)
    let isExact = sample.rows < LinearFit.exactRows
    return DiagnosticTest(
      name: "Durbin-Watson test", statistic: statistic,
      distribution: isExact ? .exact : .normal(mean: moments.mean, deviation: moments.deviation),
      pValue: isExact
        ? QuadraticForm.belowZero(durbinWatsonEigenvalues(basis).map { $0 - statistic })
        : Normal.cdf((statistic - moments.mean) / moments.deviation),
      assumption: "The errors of neighbouring rows are not positively correlated.",
      source: "Durbin and Watson 1950-1971, Biometrika 37, 38 and 58")
  }

  /// From this many rows on the Durbin-Watson test takes its normal approximation.
  public static let exactRows = 100

  /// The test of Breusch and Godfrey for errors correlated with those of up to `order` rows before.
  ///
  /// Residuals are regressed on the design and on themselves 1 to `order` rows earlier (zero before the
  /// first); statistic n times the explained share, chi-square with `order` degrees of freedom. Agrees with
  /// `bgtest` of R's lmtest.
  ///
  /// - Throws: `invalidLag`, `unsupported` for weighted rows, `fewerRowsThanColumns`.
  public func breuschGodfrey(order: Int = 1) throws(RegressionError) -> DiagnosticTest {
    try requireNoWeights("Breusch-Godfrey test")
    guard order >= 1, order < sample.rows else { throw .invalidLag(lag: order, periods: sample.rows) }
    let lagged = (1...order).map { lag in
      WideVector([Double](repeating: 0, count: lag) + residuals.dropLast(lag))
    }
    let target = WideVector(residuals)
    let auxiliary = try AuxiliaryRegression(columns + lagged, target)
    let share = auxiliary.explainedSquares / target.sumOfSquares
    let statistic = Double(sample.rows) * share.value
    return DiagnosticTest(
      name: "Breusch-Godfrey test of order \(order)", statistic: statistic,
      distribution: .chiSquared(degreesOfFreedom: Double(order)),
      pValue: ChiSquared.upperTail(statistic, degreesOfFreedom: Double(order)),
      assumption: "The errors are not correlated with those of up to \(order) rows before.",
      source: "Breusch 1978, Australian Economic Papers 17; Godfrey 1978, Econometrica 46")
  }
}

func differences(_ values: [Double]) -> [Double] { zip(values.dropFirst(), values).map { $0 - $1 } }

private func squares(_ values: [Double]) -> Double { WideVector(values).sumOfSquares.value }
