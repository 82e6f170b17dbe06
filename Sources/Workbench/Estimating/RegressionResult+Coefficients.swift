import Probability
import Regression

extension RegressionResult {
  /// The table of coefficients by a covariance.
  mutating func take(_ estimate: some Estimate, _ covariance: CovarianceEstimate) {
    let errors = covariance.standardErrors
    coefficients = estimate.names.indices.map { index in
      Coefficient(
        name: estimate.names[index], estimate: estimate.coefficients[index], standardError: errors[index],
        reference: covariance.references[index], level: request.level)
    }
    statistic = covariance.references.contains { $0 != .normal } ? "t" : "z"
    self.covariance = covariance.description
    degreesOfFreedom = estimate.residualDegreesOfFreedom
    if let warning = covariance.warning { notes.append(warning) }
  }

  /// Whether all slopes are zero, judged by standard errors other than the classical ones.
  mutating func addWald(_ estimate: some Estimate, _ covariance: CovarianceEstimate) {
    let slopes = estimate.names.filter { $0 != Design.intercept }
    guard request.covariance != .classical, !slopes.isEmpty,
      let test = try? estimate.waldTest(slopes, covariance: covariance)
    else { return }
    tests.removeAll { $0.key == "wald" }
    tests.append(
      Test("wald", "Wald test of all slopes by these standard errors", test))
  }

  /// The information criteria of a log likelihood, the deviance scale counted where it is estimated.
  mutating func take(logLikelihood: Double, parameters: Double) {
    guard logLikelihood.isFinite else { return }
    self.logLikelihood = logLikelihood
    aic = 2 * (parameters - logLikelihood)
    bic = Elementary.log(Double(observations)) * parameters - 2 * logLikelihood
  }
}

extension RegressionResult.Test {
  /// F, or chi-squared where the denominator is infinite.
  init(_ key: String, _ title: String, _ test: JointTest) {
    let isF = test.denominator < .infinity
    self.init(
      key, title, isF ? "F" : "chi-squared", test.statistic,
      isF ? [test.numerator, test.denominator] : [test.numerator], test.pValue)
  }
}

extension RegressionResult.Coefficient {
  init(name: String, estimate: Double, standardError: Double, reference: Reference, level: Double) {
    let freedom = reference.degreesOfFreedom
    let reach = freedom > 0 ? reference.quantile(level) * standardError : .nan
    self.name = name
    self.estimate = estimate
    self.standardError = standardError
    statistic = estimate / standardError
    degreesOfFreedom = reference == .normal ? nil : freedom
    pValue = freedom > 0 && !statistic.isNaN ? min(1, reference.twoSided(statistic)) : .nan
    lower = estimate - reach
    upper = estimate + reach
  }
}
