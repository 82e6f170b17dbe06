/// Exponential smoothing of a level and of a trend that dies away (Gardner and McKenzie 1985), given weights.
///
/// With `e_t = y_t - (l_(t-1) + d b_(t-1))`: `l_t = l_(t-1) + d b_(t-1) + a e_t`, `b_t = d b_(t-1) + b e_t`;
/// forecast `l_n + (d + d^2 + ... + d^h) b_n`. It starts at the first value without a trend, for of a few
/// years with lumps a first difference says little.
public struct DampedTrend: RecursiveForecaster {
  /// `a`, the level's weight.
  public let levelWeight: Double
  /// `b`, the trend's weight in the error form: Gardner's and McKenzie's times `a`.
  public let trendWeight: Double
  /// `d`: the share of the trend that is left a period later.
  public let damping: Double

  public init(levelWeight: Double, trendWeight: Double, damping: Double) {
    precondition(levelWeight > 0 && levelWeight <= 1, "the level's weight lies above 0 and is at most 1")
    precondition(trendWeight >= 0 && trendWeight <= levelWeight, "the trend's weight is at most the level's")
    precondition(damping >= 0 && damping <= 1, "damping lies between 0 and 1")
    (self.levelWeight, self.trendWeight, self.damping) = (levelWeight, trendWeight, damping)
  }

  public func begin(_ value: Double) -> Fit { Fit(parameters: self, level: value, trend: 0) }

  public struct Fit: UpdatableFit {
    public let parameters: DampedTrend
    public private(set) var level: Double
    public private(set) var trend: Double

    init(parameters: DampedTrend, level: Double, trend: Double) {
      (self.parameters, self.level, self.trend) = (parameters, level, trend)
    }

    public mutating func observe(_ value: Double) { _ = update(value) }

    /// Takes up a value and gives its one-step error.
    mutating func update(_ value: Double) -> Double {
      let carried = parameters.damping * trend
      let expected = level + carried
      let error = value - expected
      level = expected + parameters.levelWeight * error
      trend = carried + parameters.trendWeight * error
      return error
    }

    public func forecast(ahead: Int) -> Double {
      var (power, sum) = (1.0, 0.0)
      for _ in 0..<ahead {
        power *= parameters.damping
        sum += power
      }
      return level + sum * trend
    }
  }
}
