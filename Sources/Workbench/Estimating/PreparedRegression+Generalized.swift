import Formulas
import LinearAlgebra
import Probability
import Regression

extension PreparedRegression {
  /// Binomial, Poisson and gamma models by maximum likelihood.
  func generalized() throws(WorkbenchError) -> RegressionResult {
    guard data.effects.isEmpty else { return try poissonWithEffects() }
    let (sample, aliased) = try withoutAliased()
    let fit = try estimate { () throws(RegressionError) in
      try GeneralizedLinearModel(family: family, link: link, bias: bias).fit(sample)
    }
    let covariance = try covariance(of: fit)
    var result = RegressionResult(request, method: generalizedMethod)
    result.take(fit, covariance)
    result.observations = sample.weights?.count { $0 > 0 } ?? sample.rows
    (result.deviance, result.nullDeviance) = (fit.deviance, fit.nullDeviance)
    result.nullDegreesOfFreedom = fit.nullDegreesOfFreedom
    result.take(
      logLikelihood: fit.logLikelihood,
      parameters: Double(fit.names.count + (request.family == .gamma ? 1 : 0)))
    (result.dispersion, result.iterations, result.aliased) = (fit.dispersion, fit.iterations, aliased)
    result.residuals = RegressionResult.ResidualSummary("Deviance residuals", fit.residuals(.deviance))
    if let test = likelihoodRatio(fit) { result.tests.append(test) }
    result.addWald(fit, covariance)
    if let levels = data.responseLevels {
      result.notes.append("The outcome is \(data.responseName) = \(levels[1]); \(levels[0]) counts as 0.")
    }
    return result
  }

  /// Whether all slopes are zero, by the deviance; not where the dispersion is estimated.
  private func likelihoodRatio(_ fit: GeneralizedLinearFit) -> RegressionResult.Test? {
    let freedom = fit.nullDegreesOfFreedom - fit.residualDegreesOfFreedom
    guard freedom > 0, request.family != .gamma, request.bias == .none else { return nil }
    let statistic = fit.nullDeviance - fit.deviance
    return RegressionResult.Test(
      "likelihoodRatio", "Likelihood ratio test that all slopes are zero", "chi-squared", statistic,
      [freedom], ChiSquared.upperTail(statistic, degreesOfFreedom: freedom))
  }

  /// The sample as asked: columns that depend on others left out, or an error that names them.
  private func withoutAliased() throws(WorkbenchError) -> (sample: Sample, aliased: [String]) {
    guard request.aliased == .drop else { return (data.sample, []) }
    let linear = try estimate { () throws(RegressionError) in
      try LinearModel(aliasing: .leftToRight).fit(data.sample)
    }
    let design = data.sample.design
    let kept = design.names.indices.filter { !linear.aliased.contains(design.names[$0]) }
    return (
      Sample(
        design: design.selecting(columns: kept), response: data.sample.response,
        weights: data.sample.weights, offset: data.sample.offset), linear.aliased
    )
  }

  private var generalizedMethod: String {
    let name = request.family.rawValue
    let correction =
      switch request.bias {
      case .none: ""
      case .firth: ", bias reduced (Firth)"
      case .flic: ", bias reduced (Firth), intercept corrected"
      }
    return name.prefix(1).uppercased() + name.dropFirst() + " model with \(link.rawValue) link\(correction)"
  }

  private var family: Family {
    switch request.family {
    case .gaussian: .gaussian
    case .binomial: .binomial
    case .poisson: .poisson
    case .gamma: .gamma
    }
  }

  private var link: Link {
    switch request.link {
    case .logit: .logit
    case .probit: .probit
    case .log: .log
    case .inverse: .inverse
    case nil: family.canonicalLink
    }
  }

  private var bias: GeneralizedLinearModel.BiasCorrection {
    switch request.bias {
    case .none: .none
    case .firth: .firth
    case .flic: .firthWithIntercept
    }
  }
}
