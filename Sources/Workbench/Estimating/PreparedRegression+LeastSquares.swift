import Formulas
import LinearAlgebra
import Probability
import Regression

extension PreparedRegression {
  /// Least squares, weighted or not.
  func leastSquares(isDiagnosed: Bool = true) throws(WorkbenchError) -> RegressionResult {
    let fit = try estimate { () throws(RegressionError) in
      try LinearModel(aliasing: aliasing).fit(data.sample)
    }
    let covariance = try covariance(of: fit)
    var result = RegressionResult(
      request, method: request.weights == nil ? "Least squares" : "Weighted least squares")
    result.take(fit, covariance)
    result.observations = fit.observations
    result.residualSumOfSquares = fit.residualSumOfSquares
    result.deviance = fit.residualSumOfSquares
    (result.sigma, result.aliased) = (fit.sigma, fit.aliased)
    (result.rSquared, result.adjustedRSquared) =
      fit.names == [Design.intercept] ? (0, 0) : (fit.rSquared, fit.adjustedRSquared)
    result.take(logLikelihood: fit.logLikelihood, parameters: Double(fit.names.count + 1))
    if let test = fit.fTest, test.statistic >= 0 {
      result.tests.append(RegressionResult.Test("F", "F test that all slopes are zero", test))
    }
    result.addWald(fit, covariance)
    result.residuals = weightedResiduals(fit.residuals)
    if isDiagnosed { diagnose(fit, &result) }
    if fit.residualDegreesOfFreedom == 0 {
      result.notes.append(
        "As many coefficients as rows: the fit is exact and leaves nothing to judge its errors by.")
    }
    return result
  }

  /// Least squares with what stands behind `|` swept out.
  func absorbing() throws(WorkbenchError) -> RegressionResult {
    let fit = try estimate { () throws(RegressionError) in
      try AbsorbingModel(effects: data.effects, aliasing: aliasing).fit(data.sample)
    }
    let covariance = try covariance(of: fit)
    let names = data.effects.map(\.name).joined(separator: " and ")
    var result = RegressionResult(request, method: "Least squares with effects of \(names) absorbed")
    result.take(fit, covariance)
    result.observations = fit.observations
    result.residualSumOfSquares = fit.sigma * fit.sigma * fit.residualDegreesOfFreedom
    result.deviance = result.residualSumOfSquares
    (result.sigma, result.aliased) = (fit.sigma, fit.aliased)
    (result.rSquared, result.withinRSquared) = (fit.rSquared, fit.withinRSquared)
    result.adjustedRSquared =
      1 - (1 - fit.rSquared) * Double(fit.observations - 1) / fit.residualDegreesOfFreedom
    result.take(
      logLikelihood: normalLikelihood(result.residualSumOfSquares ?? .nan, rows: fit.observations),
      parameters: Double(fit.names.count + fit.effectParameters + 1))
    result.addWald(fit, covariance)
    result.residuals = weightedResiduals(fit.residuals)
    result.notes.append("\(fit.effectParameters) independent effects are absorbed.")
    return result
  }

  /// (sum log w - n (log(2 pi RSS / n) + 1)) / 2 over rows of positive weight.
  private func normalLikelihood(_ squares: Double, rows: Int) -> Double {
    var logs = DoubleDouble(0)
    for weight in data.sample.weights ?? [] where weight > 0 { logs = logs + Elementary.log(weight) }
    let count = Double(rows)
    return (logs.value - count * (Elementary.log(2 * Double.pi * squares / count) + 1)) / 2
  }

  /// Residuals times the roots of the weights, as R shows them; rows of weight zero left out.
  private func weightedResiduals(_ residuals: [Double]) -> RegressionResult.ResidualSummary {
    guard let weights = data.sample.weights else { return .init("Residuals", residuals) }
    let rows = residuals.indices.filter { weights[$0] > 0 }
    return .init("Weighted residuals", rows.map { residuals[$0] * weights[$0].squareRoot() })
  }
}
