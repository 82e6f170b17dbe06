internal import LinearAlgebra
internal import Probability

extension LinearFit {
  /// Ramsey's RESET: whether powers of the fitted values explain what the design left.
  ///
  /// The fitted values, centred and divided by the response's standard deviation, enter as further columns
  /// in these powers; statistic F of their joint effect, with as many numerator degrees of freedom as
  /// powers that add to the rank and n - rank denominator ones. Agrees with `resettest` of R's lmtest.
  ///
  /// - Throws: `unsupported` for weighted rows or where no power adds a column (few distinct fitted values),
  ///   `fewerRowsThanColumns`.
  public func reset(powers: [Int] = [2, 3]) throws(RegressionError) -> DiagnosticTest {
    try requireNoWeights("RESET")
    guard let lowest = powers.min(), lowest >= 2 else {
      throw .unsupported("RESET takes powers of 2 and more, not \(powers): give some, such as 2 and 3")
    }
    let target = sample.offset.map { sample.response - $0 } ?? sample.response
    let base = standardized(zip(target.high, residuals).map { $0 - $1 }, by: target.high)
    let plain = try AuxiliaryRegression(columns, target)
    let richer = try AuxiliaryRegression(columns + powers.map { power(base, $0) }, target)
    let numerator = Double(richer.rank - plain.rank)
    guard numerator > 0 else {
      throw .unsupported("powers of the fitted values add nothing to the columns: RESET cannot be run")
    }
    let denominator = Double(sample.rows - richer.rank)
    let gain = (plain.residualSquares - richer.residualSquares).value / numerator
    let statistic = gain / (richer.residualSquares.value / denominator)
    return DiagnosticTest(
      name: "RESET", statistic: statistic,
      distribution: .f(numerator: numerator, denominator: denominator),
      pValue: FDistribution.upperTail(statistic, numerator: numerator, denominator: denominator),
      assumption: "The response is linear in the columns: powers of the fitted values explain no more.",
      source: "Ramsey 1969, Journal of the Royal Statistical Society B 31")
  }

  private func standardized(_ values: [Double], by target: [Double]) -> WideVector {
    let (center, deviation) = meanAndDeviation(target)
    let isConstant = sample.design.interceptColumn != nil
    return WideVector(values.map { ($0 - (isConstant ? center : 0)) / (deviation > 0 ? deviation : 1) })
  }

  private func power(_ base: WideVector, _ exponent: Int) -> WideVector {
    (1..<exponent).reduce(base) { power, _ in power * base }
  }
}
