/// The middle part of a forecast, between two of its quantiles.
public enum CentralInterval: Int, Sendable, CaseIterable {
  case half = 50
  case fourFifths = 80
  case nineteenTwentieths = 95

  /// The share of outcomes that should lie within.
  public var share: Double { Double(rawValue) / 100 }

  /// Positions of its ends among `PredictiveDistribution.levels`.
  var ends: (lower: Int, upper: Int) {
    switch self {
    case .half: (4, 10)
    case .fourFifths: (2, 12)
    case .nineteenTwentieths: (0, 14)
    }
  }

  /// Levels of its ends, such as 0.1 and 0.9.
  var levels: (lower: Double, upper: Double) {
    (PredictiveDistribution.levels[ends.lower], PredictiveDistribution.levels[ends.upper])
  }

  func bounds(_ forecast: PredictiveDistribution) -> (lower: Double, upper: Double) {
    (forecast.quantiles[ends.lower], forecast.quantiles[ends.upper])
  }
}
