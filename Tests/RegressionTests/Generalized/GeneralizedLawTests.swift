import LinearAlgebra
import Regression
import Testing

/// Laws that hold for every family and link.
@Suite("Laws of generalized linear models")
struct GeneralizedLawTests {
  struct Law: CustomTestStringConvertible {
    let model: GeneralizedLinearModel
    let response: [Double]
    var testDescription: String { "\(model.family) \(model.link)" }
  }

  static let x = GeneralizedFigureTests.x
  static let z = GeneralizedFigureTests.z

  static let laws: [Law] = Family.allCases.flatMap { family in
    family.links.map { link in
      Law(
        model: GeneralizedLinearModel(family: family, link: link),
        response: family == .binomial
          ? [0.3, 0.2, 0.4, 0.5, 0.35, 0.6, 0.5, 0.4, 0.7, 0.6] : [3, 2, 5, 4, 4.5, 5, 6.5, 5, 7, 8])
    }
  }

  @Test("the score is zero at the estimate", arguments: laws)
  func score(_ law: Law) throws {
    let fit = try law.model.fit(["x": Self.x, "z": Self.z], response: law.response)
    let (design, residuals) = (fit.sandwich.design, fit.sandwich.residuals)
    for column in 0..<3 {
      let terms = residuals.indices.map { design[$0, column] * residuals[$0] }
      let size = terms.map(\.magnitude).reduce(0, +)
      #expect(terms.reduce(0, +).magnitude < 1e-12 * size)
    }
  }

  /// Deviances a step to either side of the estimate: their difference is the slope, their sum the curvature.
  @Test("by finite differences of the deviance too", arguments: laws)
  func differences(_ law: Law) throws {
    let fit = try law.model.fit(["x": Self.x, "z": Self.z], response: law.response)
    let step = 1e-3 * fit.standardErrors[1]
    let sides = try [-step, step].map { step -> Double in
      let offset = Self.x.map { (fit.coefficients[1] + step) * $0 }
      // The null deviance with an offset maximises over the intercept: the profile of x and z.
      return try law.model.fit(["z": Self.z], response: law.response, offset: offset).deviance
    }
    #expect(sides.allSatisfy { $0 > fit.deviance - 1e-14 })
    #expect((sides[1] - sides[0]).magnitude < 1e-2 * (sides[0] + sides[1] - 2 * fit.deviance))
  }

  @Test("whole weights replicate rows", arguments: laws)
  func replication(_ law: Law) throws {
    let counts = [1, 2, 1, 3, 0, 1, 2, 1, 1, 2]
    let rows = counts.indices.flatMap { [Int](repeating: $0, count: counts[$0]) }
    let weighted = try law.model.fit(
      ["x": Self.x, "z": Self.z], response: law.response, weights: counts.map(Double.init))
    let replicated = try law.model.fit(
      ["x": rows.map { Self.x[$0] }, "z": rows.map { Self.z[$0] }], response: rows.map { law.response[$0] })
    #expect(leastDigits(weighted.coefficients, replicated.coefficients) > 10.5)
    #expect(digits(weighted.deviance, replicated.deviance) > 11)
    #expect(weighted.residualDegreesOfFreedom == 6)
    if law.model.family.hasUnitDispersion {
      #expect(leastDigits(weighted.standardErrors, replicated.standardErrors) > 11)
    }
  }

  @Test("a constant offset shifts the intercept, columns scale, rows may be permuted", arguments: laws)
  func shifts(_ law: Law) throws {
    let fit = try law.model.fit(["x": Self.x, "z": Self.z], response: law.response)
    let shifted = try law.model.fit(
      ["x": Self.x, "z": Self.z], response: law.response, offset: Self.x.map { _ in 0.0625 })
    #expect(leastDigits(shifted.fitted, fit.fitted) > 11)
    #expect(digits(shifted.coefficients[0] + 0.0625, fit.coefficients[0]) > 10)
    #expect(digits(shifted.nullDeviance, fit.nullDeviance) > 11)
    let scaled = try law.model.fit(["x": Self.x.map { $0 * 1e6 }, "z": Self.z], response: law.response)
    #expect(digits(scaled.coefficients[1] * 1e6, fit.coefficients[1]) > 10)
    #expect(digits(scaled.standardErrors[1] * 1e6, fit.standardErrors[1]) > 11)
    let reversed = try law.model.fit(
      ["x": Self.x.reversed(), "z": Self.z.reversed()], response: law.response.reversed())
    #expect(leastDigits(reversed.fitted.reversed(), fit.fitted) > 11)
    #expect(digits(fit.leverage.reduce(0, +), 3) > 12)
  }

  @Test("yes for no turns the signs", arguments: [Link.logit, .probit])
  func flip(_ link: Link) throws {
    let law = Self.laws.first { $0.model.family == .binomial && $0.model.link == link }!
    let fit = try law.model.fit(["x": Self.x], response: law.response)
    let flipped = try law.model.fit(["x": Self.x], response: law.response.map { 1 - $0 })
    #expect(leastDigits(flipped.coefficients.map { -$0 }, fit.coefficients) > 11)
    #expect(leastDigits(flipped.standardErrors, fit.standardErrors) > 12)
  }

  @Test("counts by a factor have the groups' means")
  func groups() throws {
    let fit = try GeneralizedLinearModel(family: .poisson).fit(
      ["b": [0, 0, 1, 1, 0, 0], "c": [0, 0, 0, 0, 1, 1]], response: [1, 4, 1e9, 3e9, 0, 1e-6])
    #expect(leastDigits(fit.fitted, [2.5, 2.5, 2e9, 2e9, 5e-7, 5e-7]) > 11)
  }

  @Test("a normal prior: the gradient vanishes, no rows leave the prior", arguments: laws)
  func prior(_ law: Law) throws {
    let prior = NormalPrior(means: [0.4, 0.05, 0], standardDeviations: [0.5, 0.1, .infinity])
    let model = GeneralizedLinearModel(family: law.model.family, link: law.model.link, prior: prior)
    let fit = try model.fit(["x": Self.x, "z": Self.z], response: law.response)
    let (design, residuals) = (fit.sandwich.design, fit.sandwich.residuals)
    for column in 0..<3 {
      let terms = residuals.indices.map { design[$0, column] * residuals[$0] }
      let deviation = prior.standardDeviations[column]
      let pull = (prior.means[column] - fit.coefficients[column]) / (deviation * deviation)
      let size = terms.map(\.magnitude).reduce(0, +) + pull.magnitude
      #expect((terms.reduce(0, +) + pull).magnitude < 1e-11 * size)
    }
    #expect(fit.residualDegreesOfFreedom == 9)
  }
}
