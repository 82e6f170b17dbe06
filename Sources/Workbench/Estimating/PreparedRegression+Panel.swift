import Formulas
import LinearAlgebra
import Regression

extension PreparedRegression {
  /// Fixed effects of the units, and of what stands behind `|`.
  func within() throws(WorkbenchError) -> RegressionResult {
    let effects = try withinEffects()
    let fit = try withinFit(effects)
    let names = effects.map(\.name).joined(separator: " and ")
    var result = try panelResult(fit, "Fixed effects (within) by \(names)")
    let pooled = try? pooledFit()
    if let pooled, let test = try? effectsTest(within: fit, pooled: pooled) {
      result.tests.append(RegressionResult.Test("effectsF", "F test that all effects are equal", test))
    }
    if let intercept = fit.overallIntercept {
      result.notes.append(
        "Intercept at the overall means: \(NumberText.significant(intercept.estimate, 6)) (standard error "
          + "\(NumberText.significant(intercept.standardError, 4))).")
    }
    result.groups = effects.map { RegressionResult.Groups($0) }
    return result
  }

  /// Random effects of the units (Swamy and Arora).
  func random() throws(WorkbenchError) -> RegressionResult {
    let units = try units()
    let fit = try estimate { () throws(RegressionError) in
      try RandomEffectsModel(groups: units, aliasing: aliasing).fit(data.sample)
    }
    var result = try panelResult(fit, "Random effects of \(units.name) (Swamy and Arora)")
    if let components = fit.components {
      result.variances = [
        .init(name: "idiosyncratic", variance: components.idiosyncratic),
        .init(name: units.name, variance: components.individual),
      ]
      result.theta = components.theta
      if components.isTruncated {
        result.notes.append(
          "The estimated variance of \(units.name) was negative and is put to zero: pooled least squares.")
      }
    }
    try compare(fit, units, &result)
    return result
  }

  /// Tests that belong to random effects: against fixed ones, by the slopes that vary within units, and
  /// against none.
  private func compare(
    _ fit: PanelFit, _ units: Grouping, _ result: inout RegressionResult
  ) throws(WorkbenchError) {
    if let within = try? withinFit([units], aliasing: .leftToRight),
      let test = try? hausman(consistent: within, efficient: fit)
    {
      result.tests.append(RegressionResult.Test("hausman", "Hausman test against fixed effects", test))
      if let remark = test.remark { result.notes.append("Hausman test: \(remark).") }
    }
    if let test = try? mundlak(units) {
      result.tests.append(
        RegressionResult.Test("mundlak", "Mundlak test of the units' means", test))
    }
    guard let periods = try periods(), let pooled = try? pooledFit() else { return }
    let index = try estimate { () throws(RegressionError) in try PanelIndex(units: units, periods: periods) }
    if let multiplier = try? LagrangeMultiplier(residuals: pooled.residuals, index: index),
      let test = try? multiplier.test()
    {
      result.tests.append(
        RegressionResult.Test("breuschPaganLM", "Breusch-Pagan LM test that there are no effects", test))
    }
  }

  /// Hausman's test as a regression, which also stands with robust standard errors.
  private func mundlak(_ units: Grouping) throws(WorkbenchError) -> SpecificationTest {
    try estimate { () throws(RegressionError) in
      let mundlak = try RandomEffectsModel(groups: units, aliasing: aliasing).mundlak(data.sample)
      if request.covariance == .classical { return mundlak.test }
      guard let covariance = try? covariance(of: mundlak.fit) else {
        throw .unsupported("the covariance asked for is not there with the groups' means")
      }
      return try mundlak.test(covariance: covariance.matrix)
    }
  }

  /// Least squares on the units' means.
  func between() throws(WorkbenchError) -> RegressionResult {
    let units = try units()
    let fit = try estimate { () throws(RegressionError) in
      try BetweenModel(groups: units, aliasing: aliasing).fit(data.sample)
    }
    return try panelResult(fit, "Between: least squares on the means of each \(units.name)")
  }

  /// Least squares on changes from one period of a unit to its next.
  func firstDifference() throws(WorkbenchError) -> RegressionResult {
    let (units, periods) = (try units(), try grouping(request.index[1]))
    let fit = try estimate { () throws(RegressionError) in
      try FirstDifferenceModel(
        index: PanelIndex(units: units, periods: periods), hasDrift: formula.hasIntercept, aliasing: aliasing
      ).fit(data.sample)
    }
    return try panelResult(fit, "First differences within each \(units.name)")
  }

  private func withinFit(
    _ effects: [Grouping], aliasing: Aliasing? = nil
  ) throws(WorkbenchError) -> PanelFit {
    try estimate { () throws(RegressionError) in
      try WithinModel(effects: effects, aliasing: aliasing ?? self.aliasing).fit(data.sample)
    }
  }

  private func pooledFit() throws(WorkbenchError) -> PanelFit {
    try estimate { () throws(RegressionError) in try PooledModel(aliasing: .leftToRight).fit(data.sample) }
  }

  private func panelResult(_ fit: PanelFit, _ method: String) throws(WorkbenchError) -> RegressionResult {
    var result = RegressionResult(request, method: method)
    let covariance = try covariance(of: fit)
    result.take(fit, covariance)
    result.observations = fit.observations
    (result.sigma, result.residualSumOfSquares) = (fit.sigma, fit.residualSumOfSquares)
    result.deviance = fit.residualSumOfSquares
    (result.rSquared, result.adjustedRSquared) = (fit.rSquared, fit.adjustedRSquared)
    result.aliased = fit.aliased
    result.residuals = RegressionResult.ResidualSummary("Residuals", fit.residuals)
    if let test = fit.slopesTest {
      let isF = test.isF
      result.tests.append(
        RegressionResult.Test(
          isF ? "F" : "wald", (isF ? "F" : "Wald") + " test that all slopes are zero", test))
    }
    result.addWald(fit, covariance)
    return result
  }
}

extension SpecificationTest {
  fileprivate var isF: Bool {
    if case .f = distribution { return true }
    return false
  }
}

extension RegressionResult.Test {
  init(_ key: String, _ title: String, _ test: SpecificationTest) {
    let (symbol, freedom): (String, [Double]) =
      switch test.distribution {
      case .chiSquared(let freedom): ("chi-squared", [freedom])
      case .f(let numerator, let denominator): ("F", [numerator, denominator])
      case .upperNormal: ("z", [])
      case .chiBarSquared: ("chi-bar-squared", [])
      }
    self.init(key, title, symbol, test.statistic, freedom, test.pValue)
  }
}
