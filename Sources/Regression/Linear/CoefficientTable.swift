internal import Probability

/// The table of a regression: what every coefficient is, how sure, and between what bounds.
public struct CoefficientTable: Sendable, Equatable {
  public struct Row: Sendable, Equatable {
    public let name: String
    public let estimate: Double
    public let standardError: Double
    /// estimate / standardError: t or z.
    public let statistic: Double
    /// The probability of a larger statistic of either sign if the coefficient were zero.
    public let pValue: Double
    /// The ends of the confidence interval at the table's level.
    public let lower: Double
    public let upper: Double
  }

  /// The share of such intervals that hold the true coefficient.
  public let level: Double
  public let rows: [Row]

  /// The table of an estimate's coefficients under one of its covariances.
  ///
  /// - Throws: `unsupported` for a level not between 0 and 1.
  public init(
    _ estimate: some Estimate, covariance: CovarianceEstimate, level: Double = 0.95
  ) throws(RegressionError) {
    guard level > 0, level < 1 else {
      throw .unsupported("a confidence level of \(level): give a share between 0 and 1, such as 0.95")
    }
    self.level = level
    let errors = covariance.standardErrors
    rows = estimate.names.indices.map { index in
      let (value, error) = (estimate.coefficients[index], errors[index])
      let reference = covariance.references[index]
      let reach = reference.quantile(level) * error
      return Row(
        name: estimate.names[index], estimate: value, standardError: error, statistic: value / error,
        pValue: reference.twoSided(value / error), lower: value - reach, upper: value + reach)
    }
  }
}

extension Reference {
  /// P(|statistic| is larger).
  public func twoSided(_ statistic: Double) -> Double {
    switch self {
    case .normal: statistic.isNaN ? .nan : 2 * Normal.upperTail(statistic.magnitude)
    case .studentT(let freedom): StudentT.twoSided(statistic, degreesOfFreedom: freedom)
    }
  }

  /// The number that the statistic's magnitude stays below with a probability.
  public func quantile(_ level: Double) -> Double {
    let tail = (1 - level) / 2
    switch self {
    case .normal: return -Normal.quantile(tail)
    case .studentT(let freedom): return -StudentT.quantile(tail, degreesOfFreedom: freedom)
    }
  }
}
