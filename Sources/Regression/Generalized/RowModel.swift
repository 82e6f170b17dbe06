internal import Probability

/// The likelihood of one row of weight one at a linear predictor, up to the dispersion.
///
/// All of it comes without cancellation or overflow at extreme predictors for the logit, probit and log
/// links, which is where extremes are met.
struct RowModel {
  let family: Family
  let link: Link

  /// What a step of the iteration needs of a row: the derivative of its log likelihood by the predictor, and
  /// minus the second derivative, as expected over the response and as observed.
  struct Terms {
    let score: Double
    let expected: Double
    let observed: Double
  }

  /// Whether expected and observed information are the same thing.
  var isCanonical: Bool { link == family.canonicalLink }

  /// Whether the likelihood can keep growing as predictors go to infinity.
  var canSeparate: Bool {
    switch family {
    case .binomial: link != .identity
    case .poisson: link == .log
    case .gamma, .gaussian: false
    }
  }

  func allows(_ eta: Double) -> Bool {
    switch link {
    case .logit, .probit: eta.isFinite
    // A count's or share's mean may fall to zero by underflow; a gamma mean may not.
    case .log where family == .poisson: eta < 709
    case .log where family == .binomial: eta < 0
    case .inverse where family == .gaussian: eta != 0 && eta.isFinite
    default: family.allows(mean: link.mean(eta))
    }
  }

  func terms(_ y: Double, _ eta: Double) -> Terms {
    switch (family, link) {
    case (.binomial, .logit):
      let information = Elementary.logistic(eta) * Elementary.logistic(-eta)
      return Terms(score: miss(y, eta), expected: information, observed: information)
    case (.binomial, .probit): return probitTerms(y, eta)
    default: return generalTerms(y, eta)
    }
  }

  /// y - mu; for a "yes" 1 - mu without cancellation.
  func miss(_ y: Double, _ eta: Double) -> Double {
    switch link {
    case .logit where y == 1: Elementary.logistic(-eta)
    case .probit where y == 1: Normal.cdf(-eta)
    default: y - link.mean(eta)
    }
  }

  /// With m(eta) = density / cdf: y m(eta) - (1 - y) m(-eta), m(eta) m(-eta), and the derivative by eta.
  private func probitTerms(_ y: Double, _ eta: Double) -> Terms {
    let (yes, no) = (Normal.inverseMills(eta), Normal.inverseMills(-eta))
    let observed = (y > 0 ? y * yes * (yes + eta) : 0) + (y < 1 ? (1 - y) * no * (no - eta) : 0)
    return Terms(
      score: (y > 0 ? y * yes : 0) - (y < 1 ? (1 - y) * no : 0), expected: yes * no, observed: observed)
  }

  /// (y - mu) mu' / V, mu'^2 / V, and that less (y - mu) (mu' / V)'.
  private func generalTerms(_ y: Double, _ eta: Double) -> Terms {
    let mean = link.mean(eta)
    let (first, second) = link.slopes(eta)
    let variance =
      family == .binomial && link == .log ? -mean * Elementary.expm1(eta) : family.variance(mean)
    let miss = y - mean
    let ratio = first / variance
    let expected = first * ratio
    let bend = second / variance - ratio * ratio * family.varianceSlope(mean)
    return Terms(
      score: miss * ratio, expected: expected, observed: isCanonical ? expected : expected - miss * bend)
  }
}

extension RowModel {
  /// Half the deviance of a row of weight one: what its log likelihood lacks to that of mu = y.
  func halfDeviance(_ y: Double, _ eta: Double) -> Double {
    switch family {
    case .gaussian:
      let miss = y - link.mean(eta)
      return 0.5 * miss * miss
    case .binomial:
      let yes = y > 0 ? shortfall(y, link.mean(eta), logMean(eta)) : 0
      let no = y < 1 ? shortfall(1 - y, complement(eta), logComplement(eta)) : 0
      return yes + no
    case .poisson: return y > 0 ? shortfall(y, link.mean(eta), logMean(eta)) : link.mean(eta)
    case .gamma:
      let ratio = link == .inverse ? y * eta : y / link.mean(eta)
      return (ratio - 1).magnitude < 0.5 ? excess(ratio - 1) : ratio - 1 - Elementary.log(ratio)
    }
  }

  /// y ln(y / mu) + mu - y; of a plain yes or no -ln mu, since what the other outcome adds cancels mu - y.
  private func shortfall(_ y: Double, _ mean: Double, _ logMean: Double) -> Double {
    if family == .binomial && y == 1 { return -logMean }
    let relative = (mean - y) / y
    return relative.magnitude < 0.5
      ? y * excess(relative) : y * (Elementary.log(y) - logMean) + (mean - y)
  }

  /// t - ln(1 + t), not negative.
  private func excess(_ t: Double) -> Double { max(0, t - Elementary.log1p(t)) }

  private func complement(_ eta: Double) -> Double {
    switch link {
    case .logit: Elementary.logistic(-eta)
    case .probit: Normal.cdf(-eta)
    case .log: -Elementary.expm1(eta)
    case .identity, .inverse: 1 - link.mean(eta)
    }
  }

  private func logMean(_ eta: Double) -> Double {
    switch link {
    case .logit: -Elementary.softplus(-eta)
    case .probit: Normal.logCdf(eta)
    case .log: eta
    case .identity, .inverse: Elementary.log(link.mean(eta))
    }
  }

  private func logComplement(_ eta: Double) -> Double {
    switch link {
    case .logit: -Elementary.softplus(eta)
    case .probit: Normal.logCdf(-eta)
    case .log: eta < -0.7 ? Elementary.log1p(-Elementary.exp(eta)) : Elementary.log(-Elementary.expm1(eta))
    case .identity, .inverse: Elementary.log1p(-link.mean(eta))
    }
  }
}
