/// What a model says of one future amount: its mean, the chance that it is nothing, and fifteen quantiles.
public struct PredictiveDistribution: Sendable, Equatable {
  /// The levels of `quantiles`, as `forecasts.csv` names them (`q025` ... `q975`).
  public static let levels: [Double] = [
    0.025, 0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95, 0.975,
  ]

  public let mean: Double
  /// P(Y = 0).
  public let zeroProbability: Double
  /// One for each of `levels`, never falling.
  public let quantiles: [Double]

  public init(mean: Double, zeroProbability: Double, quantiles: [Double]) {
    precondition(quantiles.count == PredictiveDistribution.levels.count, "one quantile for each level")
    (self.mean, self.zeroProbability, self.quantiles) = (mean, zeroProbability, quantiles)
  }

  public var median: Double { quantiles[7] }
}
