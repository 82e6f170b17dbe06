internal import Probability

/// A test of a specification: its statistic and where it is looked up.
public struct SpecificationTest: Sendable, Equatable {
  /// The distribution of the statistic if what is tested holds.
  public enum Distribution: Sendable, Equatable {
    /// Chi-square with these degrees of freedom.
    case chiSquared(Double)
    /// F with these degrees of freedom.
    case f(Double, Double)
    /// Standard normal, large values speaking against.
    case upperNormal
    /// 1/4 of chi-square with 0, 1/2 with 1 and 1/4 with 2 degrees of freedom.
    case chiBarSquared
  }

  /// What is tested: `Hausman: random effects are uncorrelated with the regressors`.
  public let name: String
  public let statistic: Double
  public let distribution: Distribution
  /// What a reader must know of the statistic, such as a difference that is no covariance.
  public let remark: String?

  public init(name: String, statistic: Double, distribution: Distribution, remark: String? = nil) {
    self.name = name
    self.statistic = statistic
    self.distribution = distribution
    self.remark = remark
  }

  /// The probability of a statistic at least as large if what is tested holds.
  public var pValue: Double {
    switch distribution {
    case .chiSquared(let freedom): ChiSquared.upperTail(statistic, degreesOfFreedom: freedom)
    case .f(let numerator, let denominator):
      FDistribution.upperTail(statistic, numerator: numerator, denominator: denominator)
    case .upperNormal: Normal.cdf(-statistic)
    case .chiBarSquared:
      statistic <= 0
        ? 1
        : ChiSquared.upperTail(statistic, degreesOfFreedom: 1) / 2
          + ChiSquared.upperTail(statistic, degreesOfFreedom: 2) / 4
    }
  }
}
