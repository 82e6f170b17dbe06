public import LinearAlgebra

/// What fitting a `GeneralizedLinearModel` to n rows and k columns gave.
public struct GeneralizedLinearFit: Estimate {
  public let family: Family
  public let link: Link
  /// The column names, in order.
  public let names: [String]
  /// One coefficient per column: the maximum of the likelihood, or of the posterior where there is a prior.
  public let coefficients: [Double]
  /// dispersion * (X'WX + P)^-1, P the prior's inverse variances (zero without): with a prior, Laplace's
  /// approximation of the posterior.
  public let covariance: Matrix
  /// 1, or Pearson's chi-square over the residual degrees of freedom (nan where there are none).
  public let dispersion: Double
  /// Twice what the log likelihood lacks to that of fitted = response, at dispersion 1.
  public let deviance: Double
  /// The deviance with the intercept and the offset alone.
  public let nullDeviance: Double
  /// Rows of positive weight less the columns without a proper prior.
  public let residualDegreesOfFreedom: Double
  /// Rows of positive weight, less one with an intercept.
  public let nullDegreesOfFreedom: Double
  /// The log likelihood of the responses, prior and penalty not included; the dispersion of gamma and
  /// gaussian taken as deviance over weights (rows for gaussian), as R does.
  public let logLikelihood: Double
  /// -2 log likelihood + 2 (k, and one for the dispersion of gamma and gaussian).
  public let aic: Double
  /// Sum of weight (response - fitted)^2 / V(fitted).
  public let pearsonChiSquared: Double
  /// The mean fitted to each row.
  public let fitted: [Double]
  /// offset + design * coefficients of each row.
  public let linearPredictor: [Double]
  /// Steps taken, the last refined one included.
  public let iterations: Int
  /// Normal where the dispersion is known to be one, else Student's t.
  public let reference: Reference
  /// Rows sqrt(W) x and sqrt(W) times the working residual, W the expected information.
  public let sandwich: Sandwich
  private let rows: FittedRows

  /// The square roots of the covariance's diagonal.
  public var standardErrors: [Double] { names.indices.map { covariance[$0, $0].squareRoot() } }

  /// What is left of each response.
  public enum ResidualKind: String, Sendable, CaseIterable, Codable {
    /// y - mu.
    case response
    /// (y - mu) / (d mu / d eta).
    case working
    /// The root of the row's share of the deviance, with the sign of y - mu.
    case deviance
    /// sqrt(weight) (y - mu) / sqrt(V(mu)).
    case pearson
  }

  /// The residuals of one kind, one per row.
  public func residuals(_ kind: ResidualKind = .deviance) -> [Double] { rows.residuals(kind) }

  /// For each row W x'(X'WX + P)^-1 x, from 0 to 1; they add up to k without a prior. Computed when asked.
  public var leverage: [Double] {
    var all = [Double](repeating: 0, count: fitted.count)
    let sandwich = self.sandwich
    for (index, leverage) in sandwich.leverages.enumerated() {
      all[sandwich.rows?[index] ?? index] = leverage
    }
    return all
  }
}

extension GeneralizedLinearFit {
  init(
    _ model: GeneralizedLinearModel, _ problem: LikelihoodProblem, _ state: LikelihoodState,
    iterations: Int, nullHalfDeviance: Double, hasIntercept: Bool
  ) throws(RegressionError) {
    let rows = FittedRows(problem, state)
    let bread = try rows.inverseInformation(.expected, problem, state)
    let freedom = Double(problem.weightedRows - problem.flatColumns.count)
    let pearson = rows.pearsonChiSquared
    let isKnown = model.family.hasUnitDispersion && model.dispersion == .byFamily
    let dispersion = isKnown ? 1 : freedom > 0 ? pearson / freedom : .nan
    let inverse =
      model.information == .expected ? bread : try rows.inverseInformation(.observed, problem, state)
    let likelihood = SaturatedLikelihood(problem: problem).logLikelihood(halfDeviance: state.halfDeviance)
    let parameters = problem.names.count + (model.family.hasUnitDispersion ? 0 : 1)
    let reference: Reference = isKnown ? .normal : .studentT(degreesOfFreedom: freedom)
    self.init(
      family: model.family, link: model.link, names: problem.names, coefficients: state.coefficients.high,
      covariance: isKnown ? inverse : inverse.scaled(by: dispersion), dispersion: dispersion,
      deviance: 2 * state.halfDeviance, nullDeviance: 2 * nullHalfDeviance,
      residualDegreesOfFreedom: freedom,
      nullDegreesOfFreedom: Double(problem.weightedRows - (hasIntercept ? 1 : 0)),
      logLikelihood: likelihood, aic: -2 * likelihood + 2 * Double(parameters), pearsonChiSquared: pearson,
      fitted: state.predictor.map { problem.rowModel.link.mean($0) }, linearPredictor: state.predictor,
      iterations: iterations, reference: reference,
      sandwich: rows.sandwich(problem, bread: bread, reference: reference), rows: rows)
  }
}
