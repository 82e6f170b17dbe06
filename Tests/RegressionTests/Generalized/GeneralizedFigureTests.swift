import LinearAlgebra
import Regression
import Testing

/// Every family with every link against R on ten rows: weights, offsets, no intercept.
@Suite("Generalized linear models against R's figures")
struct GeneralizedFigureTests {
  static let x = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5]
  static let z = [0.0, 1, 0, 0, 1, 1, 0, 1, 0, 1]
  static let weights = [3.0, 1, 2, 5, 4, 1, 2, 6, 3, 2]
  static let offset = [0.1, 0.2, -0.1, 0, 0.3, 0.05, -0.2, 0.1, 0, 0.15]
  static let counts = [1.0, 0, 2, 3, 3, 7, 5, 11, 14, 20]
  static let amounts = [1.5, 0.75, 2, 2.25, 4.5, 3, 6.75, 5, 9, 12.5]
  static let shares = zip([1.0, 0, 1, 1, 2, 0, 1, 4, 2, 2], weights).map { $0 / $1 }

  typealias Fit = @Sendable () throws -> GeneralizedLinearFit

  static func both(
    _ family: Family, _ link: Link, _ response: [Double], weighted: Bool = true, shifted: Bool = true,
    intercept: Bool = true
  ) -> Fit {
    {
      try GeneralizedLinearModel(family: family, link: link).fit(
        ["x": x, "z": z], response: response, weights: weighted ? weights : nil,
        offset: shifted ? offset : nil, intercept: intercept)
    }
  }

  static func single(
    _ family: Family, _ link: Link, _ column: [Double], _ response: [Double], weighted: Bool = true,
    dispersion: GeneralizedLinearModel.Dispersion = .byFamily
  ) -> Fit {
    {
      try GeneralizedLinearModel(family: family, link: link, dispersion: dispersion).fit(
        ["x": column], response: response, weights: weighted ? weights : nil)
    }
  }

  static let fits: [(name: String, fit: Fit)] = [
    ("poisson log", both(.poisson, .log, counts)),
    ("poisson identity", single(.poisson, .identity, x, counts.map { $0 + 2 })),
    ("gamma inverse", both(.gamma, .inverse, amounts, shifted: false)),
    ("gamma log", both(.gamma, .log, amounts)),
    ("gamma identity", single(.gamma, .identity, x, amounts, weighted: false)),
    ("binomial logit", both(.binomial, .logit, shares)),
    ("binomial probit", both(.binomial, .probit, shares)),
    ("binomial log", single(.binomial, .log, z, shares)),
    ("binomial identity", single(.binomial, .identity, z, shares)),
    ("gaussian identity", both(.gaussian, .identity, amounts)),
    ("gaussian log", single(.gaussian, .log, x, amounts)),
    ("gaussian inverse", single(.gaussian, .inverse, x, amounts, weighted: false)),
    ("no intercept", both(.poisson, .log, counts, weighted: false, intercept: false)),
    ("quasipoisson", single(.poisson, .log, x, counts, weighted: false, dispersion: .pearson)),
  ]

  @Test("coefficients, errors, deviances, likelihoods, residuals", arguments: fits.map(\.name))
  func figures(_ name: String) throws {
    let fit = try #require(GeneralizedFigureTests.fits.first { $0.name == name }).fit()
    let figures = try #require(Figures.all[name])
    let coefficients = leastDigits(fit.coefficients, figures.coefficients)
    let errors = leastDigits(fit.standardErrors, figures.errors)
    let scalars = [
      fit.deviance, fit.nullDeviance, fit.logLikelihood, fit.aic, fit.dispersion, fit.pearsonChiSquared,
      fit.residualDegreesOfFreedom, fit.nullDegreesOfFreedom,
    ]
    let known = scalars.indices.filter { !figures.scalars[$0].isNaN }
    let others = leastDigits(known.map { scalars[$0] }, known.map { figures.scalars[$0] })
    let residuals = leastDigits(
      GeneralizedLinearFit.ResidualKind.allCases.map { fit.residuals($0).last! }, figures.lastResiduals)
    let leverage = digits(fit.leverage.last!, figures.lastLeverage)
    print("\(name): \(fit.iterations) steps, digits", coefficients, errors, others, residuals, leverage)
    #expect(min(coefficients, errors, others, leverage) > 13)
    // What is left of a response where the fit is close loses what the difference cancels.
    #expect(residuals > 12)
    #expect(fit.reference == (fit.dispersion == 1 ? .normal : .studentT(degreesOfFreedom: scalars[6])))
  }
}
