internal import Probability

/// A test of several restrictions at once, and how it came out.
public struct JointTest: Sendable, Equatable {
  /// F, or chi-square where the denominator is infinite.
  public let statistic: Double
  /// The number of restrictions.
  public let numerator: Double
  /// Degrees of freedom of the error; infinite for a chi-square test.
  public let denominator: Double
  /// The probability of a larger statistic if the restrictions hold.
  public let pValue: Double

  /// A test from its statistic: F, or with an infinite denominator chi-square.
  public init(statistic: Double, numerator: Double, denominator: Double) {
    self.statistic = statistic
    self.numerator = numerator
    self.denominator = denominator
    pValue =
      denominator == .infinity
      ? ChiSquared.upperTail(statistic, degreesOfFreedom: numerator)
      : FDistribution.upperTail(statistic, numerator: numerator, denominator: denominator)
  }
}
