internal import Probability

/// A logistic regression with crossed random intercepts, by maximum a posteriori and Laplace's approximation.
///
///     logit P(y_i = 1) = x_i'b + sum over factors f of  s_f u_f,level(i)
///     u ~ N(0, 1),   b_j ~ N(mean_j, sd_j^2),   s_f ~ half-normal(scale_f)
///
/// The standard deviations s maximise Laplace's approximation to their marginal posterior,
///
///     log p(y, b, u | s) - 1/2 log det H + log p(s),
///
/// b and u at their joint mode given s and H minus the second derivatives there by both: coefficients are
/// integrated out too, as in restricted likelihood. It is the mode of s itself: no Jacobian of log s is added.
/// With flat priors the criterion is lme4's `glmer(nAGQ = 0)` plus log det of the coefficients' information.
/// The half-normal prior is the only shrinkage of s; where the data show no effects s ends at its floor, the
/// lesser of 0.01 and a fiftieth of its scale.
/// Sources: Breslow and Clayton 1993, JASA 88(421); Bates, Machler, Bolker and Walker 2015, Journal of
/// Statistical Software 67(1); Chung, Rabe-Hesketh, Dorie, Gelman and Liu 2013, Psychometrika 78(4).
public struct CrossedLogitModel: Sendable, Equatable {
  /// Independent normals of the p coefficients. Proper ones keep separated data finite.
  public let prior: NormalPrior
  /// The scale of each factor's half-normal prior of its standard deviation, on the logit scale; `.infinity`
  /// is flat.
  public let deviationScales: [Double]

  public init(prior: NormalPrior, deviationScales: [Double]) {
    self.prior = prior
    self.deviationScales = deviationScales
  }

  /// Which level of a factor each row has, such as its contributor.
  public struct Factor: Sendable, Equatable {
    public let name: String
    /// For each row 0 ..< count, or -1 where the factor has no effect.
    public let levels: [Int32]
    /// The number of levels; those without rows keep an effect of zero.
    public let count: Int

    public init(name: String, levels: [Int32], count: Int) {
      self.name = name
      self.levels = levels
      self.count = count
    }
  }

  /// Fits the model. Without rows, the prior comes back.
  ///
  /// - Parameters:
  ///   - rows: the n by p design row after row; the intercept, where wanted, is a column of ones.
  ///   - columns: p, at least one.
  ///   - names: p names of the coefficients.
  ///   - response: n outcomes from 0 to 1.
  ///   - factors: none or more, one for each scale. Fast where all but the largest have few levels together.
  ///   - deviations: the standard deviations to take as given, each above zero; nil estimates them.
  /// - Throws: `lengthMismatch`, `notFinite`, `outcomeOutOfRange`, `invalidPrior`, `unsupported` (levels,
  ///   scales or deviations out of range), and with flat priors `fewerRowsThanColumns`, `rankDeficient`,
  ///   `separated`; `notConverged`.
  public func fit(
    rows: [Double], columns: Int, names: [String], response: [Double], factors: [Factor],
    deviations: [Double]? = nil
  ) throws(RegressionError) -> CrossedLogitFit {
    try check(rows, columns, names, response)
    try check(factors, rows: response.count, deviations)
    let posterior = CrossedLogitPosterior(
      CrossedLogitRows(rows, columns: columns, names: names, response: response, factors: factors), prior)
    let best: CrossedLogitMode
    if let deviations {
      best = try posterior.mode(deviations, from: posterior.start)
    } else {
      best = try DeviationSearch(posterior: posterior, scales: deviationScales).best()
    }
    return CrossedLogitFit(
      posterior, best, logPosterior: best.logMarginal + logDensity(best.deviations, deviationScales))
  }
}

/// The log density of half-normal priors at these deviations; a flat one counts as zero.
func logDensity(_ deviations: [Double], _ scales: [Double]) -> Double {
  let twoOverPi = 0.6366197723675814
  var sum = 0.0
  for (deviation, scale) in zip(deviations, scales) where scale.isFinite {
    let z = deviation / scale
    sum += Elementary.log(twoOverPi) / 2 - Elementary.log(scale) - z * z / 2
  }
  return sum
}
