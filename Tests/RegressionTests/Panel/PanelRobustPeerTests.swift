import LinearAlgebra
import Regression
import Testing

/// Robust standard errors of panel fits against plm (no small-sample factors) and linearmodels (n / (n - k)).
@Suite("Robust errors of panels against plm and linearmodels")
struct PanelRobustPeerTests {
  @Test("plm's vcovHC, vcovSCC, vcovNW and vcovDC", arguments: PanelFits.all)
  func byR(_ fits: PanelFits) throws {
    let models = try #require(try fits.data.byR())["models"]
    let (units, periods) = (fits.index.units, fits.index.periods)
    let kinds: [(String, CovarianceKind)] = [
      ("white1_HC0", .heteroskedastic(.hc0)), ("arellano_group_HC0", .cluster([units], .cr0)),
      ("arellano_time_HC0", .cluster([periods], .cr0)),
      ("double_cluster_vcovDC_HC0", .cluster([units, periods], .cr0)),
      ("driscoll_kraay_vcovSCC_maxlag2_HC0", .driscollKraay(lag: 2, periods: periods)),
      ("newey_west_vcovNW_maxlag2_HC0", .neweyWest(lag: 2, units: units, periods: periods)),
    ]
    for (model, fit) in fits.byModel where models[model, "robust_se"].exists {
      for (name, kind) in kinds {
        let errors = try fit.sandwich.covariance(kind).standardErrors
        let peer = models[model, "robust_se", name].table
        #expect(digits(fit.names, errors, peer) >= 9, "\(fits) \(model) \(name)")
      }
    }
  }

  /// linearmodels' between estimator weights a mean by its rows, its first differences have no drift.
  @Test("linearmodels", arguments: PanelFits.all)
  func byPython(_ fits: PanelFits) throws {
    let models = try #require(try fits.data.byPython())["models"]
    let drifting = try FirstDifferenceModel(index: fits.index, hasDrift: false).fit(fits.sample)
    let weighted = try BetweenModel(groups: fits.index.units, weightedByRows: true).fit(fits.sample)
    let cases: [(String, PanelFit)] = [
      ("pooled_unadjusted", fits.pooled), ("fe_entity_unadjusted", fits.within),
      ("fe_time_unadjusted", fits.withinTime), ("fe_twoway_unadjusted", fits.twoWay),
      ("between_unweighted", fits.between), ("between", weighted),
      ("first_difference_unadjusted", drifting), ("random_effects_small_sample", fits.random),
    ]
    for (name, fit) in cases where models[name].exists {
      expect(fit, models[name], fit.standardErrors, "\(fits) \(name)")
    }
    let clustered: [(String, PanelFit)] = [
      ("pooled_cluster_entity", fits.pooled), ("fe_entity_cluster_entity", fits.within),
      ("fe_twoway_cluster_entity", fits.twoWay), ("first_difference_cluster_entity", drifting),
    ]
    for (name, fit) in clustered where models[name].exists {
      let errors = try fit.sandwich.covariance(.cluster([fits.index.units], .cr0)).standardErrors
      let counted = name.hasPrefix("fe_entity") ? fit.names.count : fit.sandwich.parameters
      let factor = (Double(fit.observations) / Double(fit.observations - counted)).squareRoot()
      expect(fit, models[name], errors.map { $0 * factor }, "\(fits) \(name)")
    }
  }

  private func expect(_ fit: PanelFit, _ peer: PanelData.Reference, _ errors: [Double], _ what: String) {
    let order = peer["params"].table.map { Set($0.keys) } ?? []
    #expect(order.count == fit.names.count, "\(what)")
    let renamed = fit.names.map { PanelData.pythonNames[$0] ?? $0 }
    #expect(digits(renamed, fit.coefficients, peer["params"].table) >= 9, "\(what) coefficients")
    #expect(digits(renamed, errors, peer["std_errors"].table) >= 9, "\(what) errors")
  }
}
