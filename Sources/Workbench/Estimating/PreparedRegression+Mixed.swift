import Formulas
import LinearAlgebra
import Regression

extension PreparedRegression {
  /// A random intercept of the units, by restricted maximum likelihood.
  func mixed() throws(WorkbenchError) -> RegressionResult {
    let units = try units()
    let fit = try estimate { () throws(RegressionError) in
      try MixedModel(groups: units, aliasing: aliasing).fit(data.sample)
    }
    var result = RegressionResult(
      request, method: "Linear mixed model: a random intercept of \(units.name), by REML")
    result.take(fit, try covariance(of: fit))
    (result.observations, result.sigma, result.aliased) = (fit.observations, fit.sigma, fit.aliased)
    result.take(logLikelihood: fit.logLikelihood, parameters: Double(fit.names.count + 2))
    result.variances = [
      .init(name: units.name, variance: fit.groupVariance),
      .init(name: "residual", variance: fit.sigma * fit.sigma),
    ]
    result.unitEffects = zip(fit.groupEffects.levels, fit.groupEffects.values).map {
      RegressionResult.UnitEffect(unit: $0, estimate: $1)
    }
    if fit.isAtBoundary {
      result.notes.append("The likelihood is largest without any variance between the units.")
    }
    result.notes.append("Log likelihood, AIC and BIC are restricted (REML): compare only equal formulas.")
    return result
  }
}
