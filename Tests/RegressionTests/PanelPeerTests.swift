import Foundation
import LinearAlgebra
import Regression
import Testing

/// Every panel estimator against plm, on all five panels of the validation folder: 10 digits of estimates,
/// standard errors and statistics.
@Suite("Panel estimators against plm")
struct PanelPeerTests {
  /// Digits of a fit against a model of plm: coefficients, errors, sums of squares, R^2, F.
  private func expect(_ fit: PanelFit, _ data: PanelData, _ model: PanelData.Reference, _ what: String) {
    let statistic = fit.slopesTest?.statistic ?? .nan
    let found: [(String, Double)] = [
      ("coef", digits(fit.names, fit.coefficients, model["coef"].table)),
      ("se", digits(fit.names, fit.standardErrors, model["se"].table)),
      ("rss", digits(fit.residualSumOfSquares, model["rss"].number ?? .nan)),
      ("df", digits(fit.residualDegreesOfFreedom, model["df_residual"].number ?? .nan)),
      ("r2", digits(fit.rSquared, model["r2"].number ?? .nan)),
      ("adj", digits(fit.adjustedRSquared, model["adj_r2"].number ?? .nan)),
      ("stat", digits(statistic, model["fstat", "stat"].number ?? .nan)),
    ]
    for (part, digits) in found {
      if !(digits >= 10) { print(data.name, what, part, digits) }
      #expect(digits >= 10, "\(data.name) \(what) \(part): \(digits)")
    }
    let p = model["fstat", "p"].number ?? .nan
    #expect(((fit.slopesTest?.pValue ?? .nan) - p).magnitude <= 1e-8 * p + 1e-300, "\(data.name) \(what) p")
  }

  @Test("pooling, within, between, first differences, random", arguments: PanelData.all)
  func estimators(_ data: PanelData) throws {
    guard let (sample, index) = try data.load(), let peer = try data.byR() else { return }
    let models = peer["models"]
    let pooled = try PooledModel().fit(sample)
    expect(pooled, data, models["pooling"], "pooling")
    expect(try WithinModel(effects: [index.units]).fit(sample), data, models["within_individual"], "within")
    expect(
      try WithinModel(effects: [index.periods], aliasing: .leftToRight).fit(sample), data,
      models["within_time"], "within time")
    expect(
      try WithinModel(effects: [index.units, index.periods], aliasing: .leftToRight).fit(sample), data,
      models["within_twoways"], "two-way")
    expect(try BetweenModel(groups: index.units).fit(sample), data, models["between"], "between")
    expect(
      try FirstDifferenceModel(index: index, aliasing: .leftToRight).fit(sample), data, models["fd"], "fd")
    expect(try RandomEffectsModel(groups: index.units).fit(sample), data, models["random_swar"], "random")
    if models["random_time_swar"].exists {
      expect(
        try RandomEffectsModel(groups: index.periods).fit(sample), data, models["random_time_swar"],
        "random time")
    }
  }
}
