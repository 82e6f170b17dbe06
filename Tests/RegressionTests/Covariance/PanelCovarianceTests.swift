import LinearAlgebra
import Regression
import Testing

/// Pooled least squares on five panels against R (`lm`, sandwich, plm) and statsmodels, at 1e-10 relative.
@Suite("Covariances against R and statsmodels")
struct PanelCovarianceTests {
  static let tolerance = 1e-10

  @Test("lm and sandwich", arguments: PanelSet.names)
  func sandwich(_ name: String) throws {
    guard let set = PanelSet(name) else { return }
    let fit = try LinearModel().fit(set.sample)
    check(fit.coefficients, set.answers(["lm_sandwich", "coef"]))
    check([fit.sigma], set.answers(["lm_sandwich", "sigma"]))
    check([fit.rSquared], set.answers(["lm_sandwich", "r2"]))
    check([fit.logLikelihood], set.answers(["lm_sandwich", "loglik"]))
    check([fit.aic], set.answers(["lm_sandwich", "aic"]))
    check([fit.bic], set.answers(["lm_sandwich", "bic"]))
    check(Array(fit.sandwich.leverages.prefix(5)), set.answers(["lm_sandwich", "leverage_first5"]))
    let kinds: [(CovarianceKind, String)] =
      [(.classical, "se")]
      + CovarianceKind.HeteroskedasticKind.allCases.map { (.heteroskedastic($0), "se_\($0.rawValue)") }
      + [
        (.cluster([set.unit], .cr1), "se_cluster_\(set.unit.name)_HC1_cadjust"),
        (.cluster([set.unit, set.period], .cr1), "se_twoway_cluster_HC1"),
        (.neweyWest(lag: 3, units: nil, periods: nil), "se_newey_west_lag3_noprewhite_noadjust"),
      ]
    for (kind, key) in kinds {
      check(try fit.covariance(kind).standardErrors, set.answers(["lm_sandwich", key]), "\(kind)")
    }
  }

  @Test("plm, pooled", arguments: PanelSet.names)
  func pooled(_ name: String) throws {
    guard let set = PanelSet(name) else { return }
    let fit = try LinearModel().fit(set.sample)
    let path = ["models", "pooling"]
    check([fit.residualSumOfSquares], set.answers(path + ["rss"]))
    check([fit.adjustedRSquared], set.answers(path + ["adj_r2"]))
    check([try #require(fit.fTest).statistic], set.answers(path + ["fstat", "stat"]))
    check(Array(fit.residuals.prefix(10)), set.answers(path + ["resid_first10"]))
    var kinds: [(CovarianceKind, String)] = [
      (.cluster([set.unit], .cr0), "arellano_group_HC0"), (.cluster([set.unit], .cr1), "arellano_group_sss"),
      (.cluster([set.period], .cr0), "arellano_time_HC0"),
      (.cluster([set.unit, set.period], .cr0), "double_cluster_vcovDC_HC0"),
      (.neweyWest(lag: 2, units: set.unit, periods: set.period), "newey_west_vcovNW_maxlag2_HC0"),
    ]
    for lag in 0...3 {
      kinds.append(
        (.driscollKraay(lag: lag, periods: set.period), "driscoll_kraay_vcovSCC_maxlag\(lag)_HC0"))
    }
    for (kind, key) in kinds {
      check(try fit.covariance(kind).standardErrors, set.answers(path + ["robust_se", key]), "\(key)")
    }
  }

  @Test("statsmodels", arguments: PanelSet.names)
  func statsmodels(_ name: String) throws {
    guard let set = PanelSet(name) else { return }
    let fit = try LinearModel().fit(set.sample)
    let answers = { (key: String) in set.answers(["statsmodels_pooled_ols", key], file: "ref_py") }
    check(fit.coefficients, answers("params"))
    check([fit.residualSumOfSquares], answers("ssr"))
    check([try #require(fit.fTest).statistic], answers("fvalue"))
    var kinds: [(CovarianceKind, String)] = [
      (.heteroskedastic(.hc3), "bse_HC3"), (.cluster([set.unit], .cr1), "bse_cluster_entity"),
      (.cluster([set.unit], .cr0), "bse_cluster_entity_nocorrection"),
      (.cluster([set.unit, set.period], .cr1), "bse_cluster_twoway"),
      (.neweyWest(lag: 3, units: nil, periods: nil), "bse_HAC_maxlags3"),
    ]
    // Statsmodels sums rows by position in the panel, which is the period in a balanced one only.
    if name != "empluk_unbalanced" {
      kinds.append(
        (
          .driscollKraay(lag: 2, periods: set.period), "bse_hac_groupsum_driscoll_kraay_maxlags2"
        ))
    }
    for (kind, key) in kinds { check(try fit.covariance(kind).standardErrors, answers(key), "\(key)") }
  }

  /// A reference that lacks a key is not a failure.
  private func check(
    _ found: [Double], _ expected: [Double]?, _ what: String = "",
    _ location: SourceLocation = #_sourceLocation
  ) {
    guard let expected, !expected.contains(where: \.isNaN) else { return }
    let error = relativeError(found, expected)
    #expect(error < Self.tolerance, "\(what): \(found), expected \(expected)", sourceLocation: location)
  }
}
