public import Probability

/// Mean, spread and quantiles of one quantity over paths, each with its Monte Carlo error.
public struct Summary: Sendable, Hashable {
  public let mean: Double
  public let deviation: Double
  /// At `Summary.probabilities`, or those asked for.
  public let quantiles: [Double]
  /// Standard error of the mean: deviation / sqrt(paths).
  public let meanError: Double
  /// Monte Carlo errors of some of the quantiles, as distances between order statistics.
  public let quantileErrors: [QuantileError]
  /// The mean of the worst one in twenty, where it is told.
  public let expectedShortfall: TailMean?

  public static let probabilities = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95]
  public static let names = ["q05", "q10", "q25", "q50", "q75", "q90", "q95"]

  public var median: Double { quantiles[3] }

  /// The Monte Carlo error of a quantile.
  public struct QuantileError: Sendable, Hashable {
    /// `q05`
    public let name: String
    public let error: Double
  }

  /// Of the numbers in `values`, in any order; NaN marks a path on which the quantity cannot be measured.
  public init?(_ values: [Double]) {
    let question = SampleQuestion(levels: Summary.probabilities, isWhole: false)
    guard let answer = SampleAnswer(of: values, question) else { return nil }
    self.init(answer, levels: Summary.probabilities)
  }

  /// What an answer says at some of its levels; `nil` where it was not asked for one of them.
  init?(_ answer: SampleAnswer, levels: [Double]) {
    let found = levels.compactMap { level in answer.levels.firstIndex(of: level).map { answer.quantiles[$0] }
    }
    guard found.count == levels.count else { return nil }
    quantiles = found
    (mean, deviation, expectedShortfall) = (answer.mean, answer.deviation, answer.tail)
    meanError = deviation / Double(answer.count).squareRoot()
    quantileErrors = zip(answer.errorLevels, answer.quantileErrors).compactMap { level, error in
      Summary.probabilities.firstIndex(of: level).map { QuantileError(name: Summary.names[$0], error: error) }
    }
  }
}
