import Foundation
import LinearAlgebra
import Regression
import Testing

/// Every panel estimator against plm 2.6, on all five panels of the validation folder: 10 digits of
/// estimates, standard errors and statistics, 8 of p values.
@Suite("Panel estimators against plm")
struct PanelPeerTests {
  @Test("pooling, within, between, first differences, random", arguments: PanelFits.all)
  func estimators(_ fits: PanelFits) throws {
    let models = try #require(try fits.data.byR())["models"]
    for (name, fit) in fits.byModel { expect(fit, models[name], "\(fits) \(name)") }
    if models["random_time_swar"].exists {
      let random = try RandomEffectsModel(groups: fits.index.periods).fit(fits.sample)
      expect(random, models["random_time_swar"], "\(fits) random_time")
      #expect(random.components!.isTruncated)
    } else {
      #expect(
        throws: RegressionError.tooFewGroups(name: "t", groups: 7, needed: fits.random.names.count + 1)
      ) {
        try RandomEffectsModel(groups: fits.index.periods).fit(fits.sample)
      }
    }
  }

  private func expect(_ fit: PanelFit, _ model: PanelData.Reference, _ what: String) {
    let found: [(String, Double)] = [
      ("coefficients", digits(fit.names, fit.coefficients, model["coef"].table)),
      ("errors", digits(fit.names, fit.standardErrors, model["se"].table)),
      ("rss", digits(fit.residualSumOfSquares, model["rss"].number ?? .nan)),
      ("df", digits(fit.residualDegreesOfFreedom, model["df_residual"].number ?? .nan)),
      ("r2", digits(fit.rSquared, model["r2"].number ?? .nan)),
      ("adjusted r2", digits(fit.adjustedRSquared, model["adj_r2"].number ?? .nan)),
      ("test", digits(fit.slopesTest?.statistic ?? .nan, model["fstat", "stat"].number ?? .nan)),
      ("residuals", residualDigits(fit, model)),
    ]
    for (part, digits) in found { #expect(digits >= 10, "\(what) \(part): \(digits)") }
    let p = model["fstat", "p"].number ?? .nan
    #expect(((fit.slopesTest?.pValue ?? .nan) - p).magnitude <= 1e-8 * p + 1e-300, "\(what) p")
  }

  /// Digits of the first ten residuals against the largest of them; plm takes those of random effects by
  /// another convention, which this leaves out, and its first rows are those of its own order.
  private func residualDigits(_ fit: PanelFit, _ model: PanelData.Reference) -> Double {
    guard let expected = model["resid_first10"].numbers else { return 15 }
    if case .random = fit.estimator { return 15 }
    let largest = expected.map(\.magnitude).max() ?? 1
    let error = zip(fit.residuals, expected).map { ($0 - $1).magnitude }.max() ?? .nan
    return error == 0 ? 15 : -log10(error / largest)
  }

  @Test("effects, their errors and the overall intercept", arguments: PanelFits.all)
  func effects(_ fits: PanelFits) throws {
    let models = try #require(try fits.data.byR())["models"]
    for (name, fit) in [("within_individual", fits.within), ("within_time", fits.withinTime)] {
      let effect = fit.effects[0]
      #expect(digits(effect.levels, effect.values, models[name, "fixef_level"].table) >= 9, "\(fits) \(name)")
      #expect(digits(effect.levels, effect.standardErrors!, models[name, "fixef_se"].table) >= 10)
    }
    for (name, fit) in fits.byModel where fit.overallIntercept != nil {
      let peer = models[name, "overall_intercept"]
      #expect(digits(fit.overallIntercept!.estimate, peer["estimate"].number!) >= 10, "\(fits) \(name)")
      #expect(digits(fit.overallIntercept!.standardError, peer["se"].number!) >= 10, "\(fits) \(name)")
    }
  }

  /// plm's effects of two-way models are those of least squares in balanced panels only.
  @Test("effects of two-way models, balanced", arguments: PanelFits.all.filter(\.index.isBalanced))
  func twoWayEffects(_ fits: PanelFits) throws {
    let peer = try #require(try fits.data.byR())["models", "within_twoways"]
    let (units, periods) = (fits.twoWay.effects[0], fits.twoWay.effects[1])
    let level = periods.values.map { $0 + units.values[0] }
    #expect(digits(units.levels, units.values, peer["fixef_individual_dfirst"].table) >= 9, "\(fits)")
    #expect(digits(periods.levels, level, peer["fixef_time_level"].table) >= 9, "\(fits)")
  }

  @Test("variance components and theta", arguments: PanelFits.all)
  func components(_ fits: PanelFits) throws {
    let peer = try #require(try fits.data.byR())["models", "random_swar", "error_components"]
    let components = try #require(fits.random.components)
    #expect(digits(components.idiosyncratic, peer["sigma2", "idios"].number!) >= 10)
    #expect(digits(components.individual, peer["sigma2", "id"].number!) >= 10)
    if let theta = peer["theta", "id"].number {
      #expect(components.theta.allSatisfy { digits($0, theta) >= 10 })
    } else {
      let sum = fits.index.units.codes.map { components.theta[Int($0)] }.reduce(0, +)
      #expect(digits(sum, try #require(peer["theta", "sum"].number)) >= 10)
    }
  }
}
