import Formulas
import Regression

extension PreparedRegression {
  /// Poisson models with what stands behind `|` as effects.
  func poissonWithEffects() throws(WorkbenchError) -> RegressionResult {
    let fit = try estimate { () throws(RegressionError) in
      try PoissonModel(effects: data.effects).fit(data.sample)
    }
    let covariance = try covariance(of: fit)
    let names = data.effects.map(\.name).joined(separator: " and ")
    var result = RegressionResult(request, method: "Poisson model with effects of \(names) absorbed")
    result.take(fit, covariance)
    result.observations = fit.observations
    (result.deviance, result.dispersion, result.iterations) = (fit.deviance, 1, fit.iterations)
    result.take(
      logLikelihood: fit.logLikelihood, parameters: Double(fit.names.count + fit.effectParameters))
    result.addWald(fit, covariance)
    result.notes.append("\(fit.effectParameters) independent effects are absorbed.")
    result.notes += separatedNote(fit)
    return result
  }

  private func separatedNote(_ fit: PoissonFit) -> [String] {
    guard !fit.separated.isEmpty else { return [] }
    let shown = fit.separated.prefix(8).map { "\($0.effect) \($0.level)" }.joined(separator: ", ")
    let rest = fit.separated.count > 8 ? " and \(fit.separated.count - 8) more" : ""
    return [
      "Left out because every response of theirs is zero, so that their effects have no finite estimate: "
        + "\(shown)\(rest)."
    ]
  }
}
