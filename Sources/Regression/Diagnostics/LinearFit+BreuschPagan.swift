internal import LinearAlgebra
internal import Probability

extension LinearFit {
  /// The test of Breusch and Pagan for a variance that changes with the columns of the design.
  ///
  /// With u the residuals, w the weights, s^2 = sum(w u^2) / n over the n rows of positive weight, squared
  /// residuals are regressed on the design. Studentized (Koenker 1981, sound without normal errors):
  /// f the fitted values of u^2 - s^2, statistic n sum(w f^2) / sum((u^2 - s^2)^2). Original (1979):
  /// f those of u^2 / s^2 - 1, statistic sum(w f^2) / 2. Both chi-square with rank - 1 degrees of freedom.
  /// Agrees with `bptest` of R's lmtest, weights included.
  ///
  /// - Throws: `unsupported` for a design without a constant or with nothing but one.
  public func breuschPagan(studentized: Bool = true) throws(RegressionError) -> DiagnosticTest {
    try requireConstant("Breusch-Pagan test")
    let weights = WideVector(sample.weights ?? [Double](repeating: 1, count: sample.rows))
    let roots = WideVector(weights.high.map { $0.squareRoot() })
    let count = DoubleDouble(Double(weights.high.count { $0 > 0 }))
    let squares = WideVector(residuals) * WideVector(residuals)
    let variance = (weights * squares).sum / count
    let excess = WideVector(squares.elements.map { studentized ? $0 - variance : $0 / variance + -1 })
    let auxiliary = try AuxiliaryRegression(columns.map { $0 * roots }, excess * roots)
    guard auxiliary.rank > 1 else {
      throw .unsupported("the Breusch-Pagan test needs a column beside the constant: add one")
    }
    let explained = auxiliary.explainedSquares
    let statistic = studentized ? count * explained / excess.sumOfSquares : explained * 0.5
    return .varianceTest(
      studentized ? "studentized Breusch-Pagan test" : "Breusch-Pagan test", statistic.value,
      rank: auxiliary.rank,
      assumption: "The variance of the errors does not change with the columns of the design.",
      source: studentized
        ? "Koenker 1981, Journal of Econometrics 17" : "Breusch and Pagan 1979, Econometrica 47")
  }

  /// White's test for a variance that changes in any smooth way with the columns of the design.
  ///
  /// Squared residuals are regressed on all products of two columns, squares and the columns themselves
  /// among them; dependent products are left out. Statistic n R^2, chi-square with rank - 1 degrees of
  /// freedom. Agrees with `het_white` of statsmodels.
  ///
  /// - Throws: `unsupported` for weighted rows or a design without a constant, `fewerRowsThanColumns` where
  ///   the products are as many as the rows.
  public func white() throws(RegressionError) -> DiagnosticTest {
    try requireNoWeights("White test")
    try requireConstant("White test")
    var products: [WideVector] = []
    for (index, column) in columns.enumerated() {
      products += columns[index...].map { column * $0 }
    }
    let squares = WideVector(residuals) * WideVector(residuals)
    let mean = squares.sum / DoubleDouble(Double(sample.rows))
    let excess = WideVector(squares.elements.map { $0 - mean })
    let auxiliary = try AuxiliaryRegression(products, excess)
    let share = auxiliary.explainedSquares / excess.sumOfSquares
    return .varianceTest(
      "White test", Double(sample.rows) * share.value, rank: auxiliary.rank,
      assumption: "The variance of the errors does not change with the columns, squares and products.",
      source: "White 1980, Econometrica 48")
  }
}

extension DiagnosticTest {
  fileprivate static func varianceTest(
    _ name: String, _ statistic: Double, rank: Int, assumption: String, source: String
  ) -> DiagnosticTest {
    let freedom = Double(rank - 1)
    return DiagnosticTest(
      name: name, statistic: statistic, distribution: .chiSquared(degreesOfFreedom: freedom),
      pValue: ChiSquared.upperTail(statistic, degreesOfFreedom: freedom), assumption: assumption,
      source: source)
  }
}
