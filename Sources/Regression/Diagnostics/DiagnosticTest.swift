/// A test of what a regression assumes: small p values speak against the assumption.
public struct DiagnosticTest: Sendable, Equatable {
  /// What the test is called, such as `studentized Breusch-Pagan test`.
  public let name: String
  /// The value of the test's statistic.
  public let statistic: Double
  /// What the statistic follows if the assumption holds.
  public let distribution: Distribution
  /// The probability of a statistic at least as far out, if the assumption holds.
  public let pValue: Double
  /// What is assumed, in a sentence.
  public let assumption: String
  /// Where the test was published.
  public let source: String

  public enum Distribution: Sendable, Equatable {
    case chiSquared(degreesOfFreedom: Double)
    case f(numerator: Double, denominator: Double)
    /// The distribution of the statistic for this very design and normal errors.
    case exact
    /// A normal distribution with the exact mean and variance of the statistic for this design.
    case normal(mean: Double, deviation: Double)
  }

  /// Degrees of freedom from numerator to denominator; none for other distributions.
  public var degreesOfFreedom: [Double] {
    switch distribution {
    case .chiSquared(let freedom): [freedom]
    case .f(let numerator, let denominator): [numerator, denominator]
    case .exact, .normal: []
    }
  }
}
