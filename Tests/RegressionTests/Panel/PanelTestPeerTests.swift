import LinearAlgebra
import Regression
import Testing

/// Tests of panel specifications against plm's `phtest`, `pFtest` and `plmtest`.
@Suite("Panel tests against plm")
struct PanelTestPeerTests {
  /// R's own tail of F is 2.7e-6 off at 1.5e-276 (numerical integration gives 1.551620647951589e-276, as we
  /// do), so that p values below 1e-200 are held to five digits.
  private func expect(_ test: SpecificationTest, _ peer: PanelData.Reference, _ what: String) {
    let statistic = peer["stat"].number ?? .nan
    let p = peer["p"].number ?? .nan
    #expect(digits(test.statistic, statistic) >= 10, "\(what): \(test.statistic), \(statistic)")
    let bound = (p < 1e-200 ? 1e-5 : 1e-8) * p + 1e-300
    #expect((test.pValue - p).magnitude <= bound, "\(what): \(test.pValue), \(p)")
  }

  /// In four of the five panels the difference of the covariances is not positive definite (its eigenvalues
  /// by R: one of four below zero for Produc, one of three for EmplUK), and that is said.
  @Test("Hausman", arguments: PanelFits.all)
  func hausman(_ fits: PanelFits) throws {
    let tests = try #require(try fits.data.byR())["tests"]
    let test = try Regression.hausman(consistent: fits.within, efficient: fits.random)
    expect(test, tests["hausman_swar"], "\(fits) Hausman")
    #expect((test.remark == nil) == (fits.data.name == "grunfeld10"))
    if tests["hausman_aux"].exists {
      let mundlak = try RandomEffectsModel(groups: fits.index.units).mundlak(fits.sample)
      expect(mundlak.test, tests["hausman_aux"], "\(fits) Mundlak")
      let wald = try mundlak.test(covariance: mundlak.fit.covariance)
      #expect(digits(wald.statistic, mundlak.test.statistic) > 9)
    }
  }

  @Test("F of the effects", arguments: PanelFits.all)
  func effects(_ fits: PanelFits) throws {
    let tests = try #require(try fits.data.byR())["tests"]
    expect(
      try effectsTest(within: fits.within, pooled: fits.pooled), tests["F_individual_effects"],
      "\(fits) F")
    expect(
      try effectsTest(within: fits.twoWay, pooled: fits.pooled), tests["F_twoways_effects"],
      "\(fits) two-way F")
  }

  @Test("Lagrange multipliers", arguments: PanelFits.all)
  func multipliers(_ fits: PanelFits) throws {
    let tests = try #require(try fits.data.byR())["tests"]
    let multiplier = try LagrangeMultiplier(residuals: fits.pooled.residuals, index: fits.index)
    expect(try multiplier.test(.units, .breuschPagan), tests["plmtest_bp"], "\(fits) bp")
    expect(try multiplier.test(.units, .honda), tests["plmtest_honda"], "\(fits) honda")
    expect(try multiplier.test(.both, .breuschPagan), tests["plmtest_bp_twoways"], "\(fits) bp both")
    expect(try multiplier.test(.both, .kingWu), tests["plmtest_kw"], "\(fits) kw")
    expect(try multiplier.test(.both, .gourierouxHollyMonfort), tests["plmtest_ghm"], "\(fits) ghm")
  }
}
