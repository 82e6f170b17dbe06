/// The distribution of a response about its mean, as far as a generalized linear model needs it.
public enum Family: String, Sendable, CaseIterable, Codable {
  case gaussian
  /// Yes and no, or shares of trials; the weight of a row is its number of trials.
  case binomial
  /// Counts, from zero up, not necessarily whole.
  case poisson
  /// Amounts above zero whose standard deviation is proportional to their mean.
  case gamma

  /// The link taken where none is named, as in R.
  public var canonicalLink: Link { links[0] }

  /// The links it goes with, the canonical one first.
  public var links: [Link] {
    switch self {
    case .gaussian: [.identity, .log, .inverse]
    case .binomial: [.logit, .probit, .log, .identity]
    case .poisson: [.log, .identity]
    case .gamma: [.inverse, .log, .identity]
    }
  }

  /// Whether the mean alone fixes the variance: binomial and Poisson.
  public var hasUnitDispersion: Bool { self == .binomial || self == .poisson }

  /// V(mu): the variance of a response is dispersion * V(mu) / weight.
  func variance(_ mean: Double) -> Double {
    switch self {
    case .gaussian: 1
    case .binomial: mean * (1 - mean)
    case .poisson: mean
    case .gamma: mean * mean
    }
  }

  /// dV / d mu.
  func varianceSlope(_ mean: Double) -> Double {
    switch self {
    case .gaussian: 0
    case .binomial: 1 - 2 * mean
    case .poisson: 1
    case .gamma: 2 * mean
    }
  }

  /// Whether a mean lies inside the family's range.
  func allows(mean: Double) -> Bool {
    switch self {
    case .gaussian: mean.isFinite
    case .binomial: mean > 0 && mean < 1
    case .poisson, .gamma: mean > 0 && mean < .infinity
    }
  }

  /// The first row whose response the family does not know.
  func check(_ response: [Double]) throws(RegressionError) {
    for (row, value) in response.enumerated() {
      switch self {
      case .binomial where !(value >= 0 && value <= 1):
        throw .outcomeOutOfRange(row: row, value: value)
      case .poisson where value < 0:
        throw .responseOutOfRange(row: row, value: value, allowed: "a count of zero or more")
      case .gamma where value <= 0:
        throw .responseOutOfRange(
          row: row, value: value, allowed: "above zero, as the gamma family needs: leave the row out")
      default: continue
      }
    }
  }
}
