internal import LinearAlgebra
internal import Probability

/// A generalized linear model: g(mean) = offset + design * coefficients, the response of a `Family` about it.
///
/// The fit maximises the log likelihood, each row counting `weight` times (for shares: trials), plus the log
/// prior or Firth's penalty, by iteratively reweighted least squares. Each step solves for the shift of the
/// coefficients by refined least squares, proper priors entering as pseudo rows; a step that lowers the
/// objective is halved. Steps are Newton's, with the expected information of rows whose observed information is
/// not positive, and go on until the result is the exact maximum to about 1e-12 of a standard error.
/// The prior is in the coefficients' own units, for gamma and gaussian in units of sqrt(dispersion).
/// Source: McCullagh and Nelder, Generalized Linear Models, 2nd edition, 2.5; conventions of R's `glm`.
public struct GeneralizedLinearModel: Sendable, Equatable {
  public let family: Family
  public let link: Link
  /// The prior of the coefficients; nil is flat.
  public let prior: NormalPrior?
  public let bias: BiasCorrection
  public let information: Information
  public let dispersion: Dispersion

  /// What is done about the bias of maximum likelihood in small samples, and about separation.
  public enum BiasCorrection: String, Sendable, CaseIterable, Codable {
    case none
    /// The likelihood times the square root of the determinant of the information, Jeffreys' prior: finite
    /// whatever the data (Firth 1993; Heinze and Schemper 2002). Binomial with logit only.
    case firth
    /// Firth's coefficients with the intercept re-estimated by maximum likelihood, all else as an offset, so
    /// that fitted probabilities add up to the outcomes (FLIC: Puhr and others 2017).
    case firthWithIntercept
  }

  /// Which information the covariance inverts.
  public enum Information: String, Sendable, CaseIterable, Codable {
    /// Its expectation over the responses, as R does.
    case expected
    /// As observed, as Stata and statsmodels do for probit. The same for canonical links.
    case observed
  }

  /// What the covariance is multiplied with.
  public enum Dispersion: String, Sendable, CaseIterable, Codable {
    /// One for binomial and Poisson; for gamma and gaussian as `pearson`.
    case byFamily
    /// Pearson's chi-square over the residual degrees of freedom, and Student's t for the coefficients: quasi
    /// likelihood, R's `quasibinomial` and `quasipoisson`.
    case pearson
  }

  /// A model from its parts; no link means the family's canonical one.
  public init(
    family: Family, link: Link? = nil, prior: NormalPrior? = nil, bias: BiasCorrection = .none,
    information: Information = .expected, dispersion: Dispersion = .byFamily
  ) {
    self.family = family
    self.link = link ?? family.canonicalLink
    self.prior = prior
    self.bias = bias
    self.information = information
    self.dispersion = dispersion
  }

  /// Fits the model.
  ///
  /// - Parameter sample: n rows by k columns; the intercept, where wanted, is a column of ones.
  /// - Throws: `outcomeOutOfRange`, `responseOutOfRange`, `predictorOutOfRange`, `notFinite` (an offset as
  ///   column `offset`), `responseNotFinite`, `invalidWeight`, `invalidPrior`, `lengthMismatch`,
  ///   `fewerRowsThanColumns`, `rankDeficient`, `separated` (never with a proper prior of all coefficients or
  ///   with Firth), `notConverged`, `unsupported`, `numerical`.
  public func fit(_ sample: Sample) throws(RegressionError) -> GeneralizedLinearFit {
    try checkCombination(sample)
    let problem = try LikelihoodProblem(
      RowModel(family: family, link: link), sample, prior: prior, isPenalised: bias != .none)
    var (state, iterations) = try LikelihoodSearch(problem: problem).maximum()
    if bias == .firthWithIntercept, let column = sample.design.interceptColumn {
      state = try state.recentred(problem, intercept: column)
    }
    return try GeneralizedLinearFit(
      self, problem, state, iterations: iterations,
      nullHalfDeviance: try problem.nullHalfDeviance(intercept: sample.design.interceptColumn),
      hasIntercept: sample.design.interceptColumn != nil)
  }

  private func checkCombination(_ sample: Sample) throws(RegressionError) {
    guard family.links.contains(link) else {
      let links = family.links.map(\.rawValue).joined(separator: ", ")
      throw .unsupported("the \(family.rawValue) family takes the links \(links), not \(link.rawValue)")
    }
    guard bias != .none else { return }
    guard family == .binomial, link == .logit else {
      throw .unsupported("Firth's correction is for the binomial family with the logit link: take those")
    }
    guard prior == nil else {
      throw .unsupported("Firth's correction is a prior already: leave out one of the two")
    }
    guard bias == .firth || sample.design.interceptColumn != nil else {
      throw .unsupported("the intercept cannot be corrected, there is none: add a column of ones")
    }
  }
}
