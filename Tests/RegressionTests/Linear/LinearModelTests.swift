import LinearAlgebra
import Regression
import Testing

@Suite("Linear models")
struct LinearModelTests {
  let names = ["intercept", "x"]

  @Test("a weight of two is a row given twice")
  func weights() throws {
    let once = Matrix(rowMajor: [[1, 0], [1, 1], [1, 3]])
    let twice = Matrix(rowMajor: [[1, 0], [1, 1], [1, 3], [1, 3]])
    let weighted = try LinearModel().fit(
      design: once, response: [1, 2, 7], weights: [1, 1, 2], names: names)
    let repeated = try LinearModel().fit(design: twice, response: [1, 2, 7, 7], names: names)
    for index in 0..<2 {
      #expect(digits(weighted.coefficients[index], repeated.coefficients[index]) > 14)
      #expect(
        digits(weighted.unscaledCovariance[index, index], repeated.unscaledCovariance[index, index]) > 14)
    }
    #expect(weighted.residualDegreesOfFreedom == 1 && repeated.residualDegreesOfFreedom == 2)
  }

  @Test("no rows leave the priors")
  func priorOnly() throws {
    let prior = NormalPrior(means: [2, -0.3], standardDeviations: [0.5, 4])
    let fit = try LinearModel(prior: prior, variancePrior: (degreesOfFreedom: 5, scale: 1.5)).fit(
      design: Matrix(rows: 0, columns: 2), response: [], names: names)
    #expect(digits(fit.coefficients[0], 2) > 14 && digits(fit.coefficients[1], -0.3) > 14)
    #expect(digits(fit.sigma, 1.5) > 14 && fit.residualDegreesOfFreedom == 5)
    #expect(digits(fit.standardErrors[1], 6) > 14)
  }

  /// One coefficient: precision 1 / sd^2 + n, mean weighted by precision.
  @Test("the conjugate posterior of a mean, by hand")
  func conjugate() throws {
    let prior = NormalPrior(means: [10], standardDeviations: [0.5])
    let fit = try LinearModel(prior: prior, variancePrior: (degreesOfFreedom: 3, scale: 2)).fit(
      design: Matrix(rowMajor: [[1], [1]]), response: [13, 15], names: ["mean"])
    let mean = (4 * 10 + 28) / 6.0
    #expect(digits(fit.coefficients[0], mean) > 14)
    #expect(digits(fit.unscaledCovariance[0, 0], 1 / 6.0) > 14)
    let squares = (13 - mean) * (13 - mean) + (15 - mean) * (15 - mean) + 4 * (mean - 10) * (mean - 10)
    #expect(fit.residualDegreesOfFreedom == 5)
    #expect(digits(fit.sigma * fit.sigma, (3 * 4 + squares) / 5) > 14)
  }

  @Test("wrong input is refused with its place")
  func refused() {
    let design = Matrix(rowMajor: [[1, 2], [1, 2], [1, 2]])
    let model = LinearModel()
    #expect(throws: RegressionError.rankDeficient(columns: ["x"])) {
      try model.fit(design: design, response: [1, 2, 3], names: names)
    }
    #expect(throws: RegressionError.notFinite(row: 1, column: "x", value: .infinity)) {
      try model.fit(design: Matrix(rowMajor: [[1, 2], [1, .infinity]]), response: [1, 2], names: names)
    }
    #expect(throws: RegressionError.invalidWeight(row: 2, value: -1)) {
      try model.fit(design: design, response: [1, 2, 3], weights: [1, 1, -1], names: names)
    }
    #expect(throws: RegressionError.fewerRowsThanColumns(rows: 1, columns: 2)) {
      try model.fit(design: Matrix(rowMajor: [[1, 2]]), response: [1], names: names)
    }
    #expect(throws: RegressionError.lengthMismatch(what: "names", expected: 2, found: 1)) {
      try model.fit(design: design, response: [1, 2, 3], names: ["x"])
    }
    #expect(throws: RegressionError.invalidPrior(column: "x", mean: 0, standardDeviation: 0)) {
      try LinearModel(prior: NormalPrior(means: [0, 0], standardDeviations: [1, 0]))
        .fit(design: design, response: [1, 2, 3], names: names)
    }
    #expect(
      RegressionError.rankDeficient(columns: ["x"]).description
        == "column 'x' depends on columns further left: leave out or give a prior")
  }

  /// Longley 1967 with NIST's certified values (StRD, linear regression, public domain).
  @Test("Longley, carried")
  func longley() throws {
    let fit = try LinearModel().fit(
      design: Longley.design, response: Longley.response, names: Longley.names)
    for index in Longley.coefficients.indices {
      #expect(digits(fit.coefficients[index], Longley.coefficients[index]) > 13)
      #expect(digits(fit.standardErrors[index], Longley.errors[index]) > 13)
    }
    #expect(digits(fit.sigma, 304.854073561965) > 13)
  }
}
