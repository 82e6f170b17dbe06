import Forecasting
import Giving
import Probability

extension ForecastAudit {
  /// Scores over some cells, money in cents.
  public struct Scores: Sendable {
    /// Cells scored.
    public let count: Int
    /// Contributors, or funds, they belong to.
    public let series: Int
    /// Mean pinball loss over cells and the fifteen levels.
    public let pinball: Double
    /// Mean continuous ranked probability score, from the quantiles.
    public let crps: Double
    /// Mean squared miss of the told chance of a gift.
    public let brier: Double
    /// Share of cells in which something came.
    public let gaveShare: Double
    /// Mean of told mean less what came: above nothing, too much was told.
    public let bias: Double
    /// Mean of what came.
    public let meanOutcome: Double
    /// One for each of `Scores.judged`.
    public let coverage: [Coverage]
    /// Randomised probability integral transforms, in the order of the cells; uniform for an honest forecast.
    public let transforms: [Double]

    /// The levels at which coverage is judged.
    public static let judged = [0.05, 0.25, 0.5, 0.75, 0.95]

    /// `nil` where no cell has a forecast.
    init?(_ cells: [Cell], seed: UInt32, stream: String) {
      let scored = cells.compactMap { cell in cell.told.map { ($0, cell) } }
      guard !scored.isEmpty else { return nil }
      func mean(_ value: (PredictiveDistribution, Double) -> Double) -> Double {
        scored.reduce(0) { $0 + value($1.0, $1.1.outcome) } / Double(scored.count)
      }
      count = scored.count
      series = Set(scored.map { "\($0.1.fund) \($0.1.contributor)" }).count
      pinball = mean { DistributionScore.pinball($0, $1) }
      crps = mean { DistributionScore.crps($0, $1) }
      brier = mean { DistributionScore.brier($0, $1) }
      gaveShare = mean { $1 > 0 ? 1 : 0 }
      bias = mean { $0.mean - $1 }
      meanOutcome = mean { $1 }
      coverage = Scores.judged.map { Coverage(level: $0, scored) }
      var registry = VariableRegistry(seed: seed)
      let draws = registry.stream(stream)
      transforms = scored.enumerated().map { index, cell in
        let (lower, upper) = DistributionScore.levels(cell.0, around: cell.1.outcome)
        return lower + (upper - lower) * draws.uniform(path: UInt64(index), draw: 0)
      }
    }

    /// How many transforms lie in each quarter from 0 to 1.
    public var quarters: [Int] {
      (0..<4).map { quarter in transforms.count { min(3, Int($0 * 4)) == quarter } }
    }
  }

  /// Coverage of the quantile of one level where amounts tie: an honest quantile has
  /// P(Y < q) <= level <= P(Y <= q).
  public struct Coverage: Sendable, Hashable {
    public let level: Double
    /// Cells that came below their quantile.
    public let below: Int
    /// Cells that came at or below it.
    public let atOrBelow: Int
    public let count: Int

    init(level: Double, _ cells: [(PredictiveDistribution, Cell)]) {
      let index = PredictiveDistribution.levels.firstIndex(of: level) ?? 0
      self.level = level
      below = cells.count { $0.1.outcome < $0.0.quantiles[index] }
      atOrBelow = cells.count { $0.1.outcome <= $0.0.quantiles[index] }
      count = cells.count
    }

    /// By how much P(Y < q) <= level <= P(Y <= q) is missed: 0 where it holds, above nothing where too much
    /// lies below the quantile, below nothing where too little does.
    public var miss: Double {
      let (lower, upper) = (Double(below) / Double(count), Double(atOrBelow) / Double(count))
      return max(0, lower - level) - max(0, level - upper)
    }

    /// Within 2 points, and within what chance alone allows among so few cells: two standard errors,
    /// 2 sqrt(level (1 - level) / n).
    public var holds: Bool {
      miss.magnitude <= 0.02 + 2 * (level * (1 - level) / Double(count)).squareRoot()
    }
  }
}
