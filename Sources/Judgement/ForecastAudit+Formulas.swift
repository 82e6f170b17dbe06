import Forecasting

/// Scores of one told distribution against what came: the few formulas the audit needs.
///
/// What came is never negative here: a year in which more was taken back than given scores as nothing.
/// Source: Gneiting and Raftery, "Strictly proper scoring rules, prediction, and estimation", JASA 2007.
enum DistributionScore {
  /// (y - q) tau above the quantile, (q - y) (1 - tau) below it.
  static func pinball(_ quantile: Double, level: Double, outcome: Double) -> Double {
    outcome >= quantile ? (outcome - quantile) * level : (quantile - outcome) * (1 - level)
  }

  /// Mean pinball loss over the fifteen levels, in the unit of the amounts.
  static func pinball(_ told: PredictiveDistribution, _ outcome: Double) -> Double {
    let levels = PredictiveDistribution.levels
    let sum = zip(levels, told.quantiles).reduce(0) { sum, cell in
      sum + pinball(cell.1, level: cell.0, outcome: outcome)
    }
    return sum / Double(levels.count)
  }

  /// The continuous ranked probability score from quantiles: twice the pinball loss integrated over the level,
  /// each level standing for the stretch that is nearer to it than to any other.
  static func crps(_ told: PredictiveDistribution, _ outcome: Double) -> Double {
    let levels = PredictiveDistribution.levels
    var sum = 0.0
    for (index, level) in levels.enumerated() {
      let lower = index == 0 ? 0 : (levels[index - 1] + level) / 2
      let upper = index + 1 == levels.count ? 1 : (level + levels[index + 1]) / 2
      sum += 2 * (upper - lower) * pinball(told.quantiles[index], level: level, outcome: outcome)
    }
    return sum
  }

  /// (p - 1)^2 where something came, p^2 where nothing did; p is the told chance of a gift.
  static func brier(_ told: PredictiveDistribution, _ outcome: Double) -> Double {
    let miss = 1 - told.zeroProbability - (outcome > 0 ? 1 : 0)
    return miss * miss
  }

  /// P(Y < y) and P(Y <= y) as far as the quantiles tell them: the stated levels next below and next above what
  /// came, and the point mass at nothing.
  static func levels(_ told: PredictiveDistribution, around outcome: Double) -> (lower: Double, upper: Double)
  {
    guard outcome > 0 else { return (0, told.zeroProbability) }
    let levels = PredictiveDistribution.levels
    let lower = told.quantiles.lastIndex { $0 < outcome }.map { levels[$0] } ?? 0
    let upper = told.quantiles.firstIndex { $0 > outcome }.map { levels[$0] } ?? 1
    return (max(lower, told.zeroProbability), max(upper, told.zeroProbability))
  }
}
