import LinearAlgebra
import Regression
import Testing

@Suite("Errors of generalized linear models")
struct GeneralizedErrorTests {
  static let logit = GeneralizedLinearModel(family: .binomial)
  static let poisson = GeneralizedLinearModel(family: .poisson)
  static let gamma = GeneralizedLinearModel(family: .gamma)

  private func expect(_ expected: RegressionError, _ fit: () throws -> GeneralizedLinearFit) {
    #expect(throws: expected) { try fit() }
  }

  @Test("responses outside the family's range")
  func responses() {
    let x: KeyValuePairs = ["x": [1.0, 2, 4]]
    expect(.outcomeOutOfRange(row: 1, value: 1.5)) { try Self.logit.fit(x, response: [0, 1.5, 1]) }
    expect(.responseOutOfRange(row: 2, value: -1, allowed: "a count of zero or more")) {
      try Self.poisson.fit(x, response: [0, 3, -1])
    }
    #expect { try Self.gamma.fit(x, response: [2, 0, 1]) } throws: {
      if case .responseOutOfRange(1, 0, _) = $0 as? RegressionError { true } else { false }
    }
    expect(.responseNotFinite(row: 0, value: .infinity)) {
      try Self.poisson.fit(x, response: [.infinity, 1, 1])
    }
  }

  @Test("designs, weights and offsets")
  func parts() {
    expect(.notFinite(row: 1, column: "x", value: -.infinity)) {
      try Self.poisson.fit(["x": [1, -.infinity, 3]], response: [1, 2, 3])
    }
    expect(.notFinite(row: 2, column: "offset", value: .infinity)) {
      try Self.poisson.fit(["x": [1, 2, 3]], response: [1, 2, 3], offset: [0, 0, .infinity])
    }
    expect(.invalidWeight(row: 0, value: -2)) {
      try Self.poisson.fit(["x": [1, 2, 3]], response: [1, 2, 3], weights: [-2, 1, 1])
    }
    expect(.rankDeficient(columns: ["twice"])) {
      try Self.poisson.fit(["x": [1, 2, 4], "twice": [2, 4, 8]], response: [1, 2, 3])
    }
    expect(.fewerRowsThanColumns(rows: 1, columns: 2)) { try Self.poisson.fit(["x": [1]], response: [1]) }
    expect(.fewerRowsThanColumns(rows: 1, columns: 2)) {
      try Self.gamma.fit(["x": [1, 2, 3]], response: [1, 2, 3], weights: [0, 1, 0])
    }
  }

  /// Without an intercept the inverse link cannot be positive for x of both signs.
  @Test("an inverse link whose predictor cannot be positive")
  func inverse() {
    #expect { try Self.gamma.fit(["x": [-1, 1, 2]], response: [1, 2, 3], intercept: false) } throws: {
      guard case .predictorOutOfRange(_, let predictor, _) = $0 as? RegressionError else { return false }
      return predictor <= 0
    }
  }

  @Test("extreme numbers neither overflow nor hang")
  func extremes() throws {
    let huge = try Self.poisson.fit(["x": [0, 1, 2, 3]], response: [1e12, 2e13, 3e14, 5e15])
    #expect(huge.logLikelihood.isFinite && huge.deviance.isFinite)
    let tiny = try Self.poisson.fit(["x": [0, 1, 2, 3]], response: [1e-12, 2e-9, 3e-5, 1])
    #expect(tiny.fitted.allSatisfy { $0 > 0 })
    let probit = GeneralizedLinearModel(family: .binomial, link: .probit)
    let rare = try probit.fit(["x": [0, 0, 1, 1]], response: [1, 0, 1, 0], weights: [1e-3, 1e12, 1, 1e3])
    #expect(digits(rare.fitted[0], 1e-15 / (1 + 1e-15)) > 10)
    #expect(rare.coefficients.allSatisfy { $0.isFinite })
  }

  /// Offsets that contradict the outcomes where exp(-800) leaves no information to step by.
  @Test("what does not settle is said with both numbers")
  func notConverged() throws {
    #expect {
      try Self.logit.fit(["x": [0, 1, 2, 3]], response: [0, 1, 0, 1], offset: [800, -800, 800, -800])
    } throws: {
      guard case .notConverged(let iterations, let change, 1e-9) = $0 as? RegressionError
      else { return false }
      return iterations > 0 && change > 1e-9
    }
  }

  @Test("as many rows as columns: a perfect fit without an error to estimate")
  func saturated() throws {
    let fit = try Self.gamma.fit(["x": [1, 2]], response: [3, 2])
    #expect(fit.residualDegreesOfFreedom == 0)
    #expect(fit.dispersion.isNaN)
    #expect(fit.deviance.magnitude < 1e-12)
  }
}
