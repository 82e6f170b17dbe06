import Foundation
import LinearAlgebra
import Regression
import Testing

@Suite("Logistic models")
struct LogisticTests {
  let design = Matrix(rowMajor: [[1, 0], [1, 0], [1, 1], [1, 1]])
  let names = ["intercept", "treated"]
  let logit = GeneralizedLinearModel(family: .binomial)

  /// A two by two table has a closed form: log odds, log odds ratio, errors from reciprocal counts.
  @Test("a two by two table, as weights")
  func closedForm() throws {
    let fit = try logit.fit(
      design: design, response: [1, 0, 1, 0], weights: [30, 10, 8, 24], names: names)
    let expected = [log(3.0), log(8.0 / 24) - log(3.0)]
    for index in 0..<2 { #expect(digits(fit.coefficients[index], expected[index]) > 14) }
    #expect(digits(fit.standardErrors[0], (1 / 30.0 + 1 / 10.0).squareRoot()) > 14)
    #expect(digits(fit.standardErrors[1], (1 / 30.0 + 1 / 10.0 + 1 / 8.0 + 1 / 24.0).squareRoot()) > 14)
    #expect(zip(fit.fitted, [0.75, 0.75, 0.25, 0.25]).allSatisfy { digits($0, $1) > 14 })
    #expect(digits(fit.logLikelihood, 54 * log(0.75) + 18 * log(0.25)) > 14)
  }

  @Test("shares between no and yes fit like counts")
  func shares() throws {
    let counts = try logit.fit(
      design: design, response: [1, 0, 1, 0], weights: [30, 10, 8, 24], names: names)
    let shares = try logit.fit(
      design: Matrix(rowMajor: [[1, 0], [1, 1]]), response: [0.75, 0.25], weights: [40, 32], names: names)
    for index in 0..<2 { #expect(digits(counts.coefficients[index], shares.coefficients[index]) > 13) }
    #expect(shares.deviance.magnitude < 1e-12)
  }

  @Test("no rows leave the prior")
  func priorOnly() throws {
    let prior = NormalPrior(means: [0.7, -1.3], standardDeviations: [0.2, 3])
    let fit = try GeneralizedLinearModel(family: .binomial, prior: prior).fit(
      design: Matrix(rows: 0, columns: 2), response: [], names: names)
    for index in 0..<2 {
      #expect(digits(fit.coefficients[index], prior.means[index]) > 14)
      #expect(digits(fit.standardErrors[index], prior.standardDeviations[index]) > 14)
    }
  }

  @Test("with a prior the gradient vanishes at the fit, and separated outcomes have one")
  func gradient() throws {
    let prior = NormalPrior(means: [0, 0.5], standardDeviations: [2, 1])
    let fit = try GeneralizedLinearModel(family: .binomial, prior: prior)
      .fit(design: design, response: [0, 0, 1, 1], names: names)
    for column in 0..<2 {
      let deviation = prior.standardDeviations[column]
      var gradient = -(fit.coefficients[column] - prior.means[column]) / (deviation * deviation)
      for (row, y) in [0.0, 0, 1, 1].enumerated() { gradient += design[row, column] * (y - fit.fitted[row]) }
      #expect(gradient.magnitude < 1e-14)
    }
  }

  @Test("separation is found and the columns named")
  func separated() {
    #expect {
      try logit.fit(design: design, response: [0, 0, 1, 1], names: names)
    } throws: {
      if case .separated(let columns, _) = $0 as? RegressionError { columns == names } else { false }
    }
    #expect {
      try logit.fit(design: design, response: [0, 1, 1, 1], names: names)
    } throws: {
      if case .separated(let columns, _) = $0 as? RegressionError { columns == ["treated"] } else { false }
    }
    #expect {
      try logit.fit(
        design: Matrix(rowMajor: [[1], [1]]), response: [1, 1], names: ["intercept"])
    } throws: {
      if case .separated(let columns, _) = $0 as? RegressionError { columns == ["intercept"] } else { false }
    }
  }

  @Test("an outcome must lie between 0 and 1")
  func outcomes() {
    #expect(throws: RegressionError.outcomeOutOfRange(row: 2, value: 2)) {
      try logit.fit(design: design, response: [0, 1, 2, 1], names: names)
    }
  }
}
