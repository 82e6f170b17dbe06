/// How often what came lies within a central interval; a calibrated forecast has the interval's own share.
public enum Coverage {
  /// The share within, where an outcome on a point mass counts by the part of the mass that lies within: a
  /// perfect forecast then has 50 % in its middle half, not all.
  ///
  /// `nil` of no forecasts.
  public static func tieAware(_ forecasts: [ScoredForecast], _ interval: CentralInterval) -> Double? {
    mean(forecasts) { part($0, interval) }
  }

  /// The share within or on the ends.
  public static func closed(_ forecasts: [ScoredForecast], _ interval: CentralInterval) -> Double? {
    mean(forecasts) { isWithin($0, interval) ? 1 : 0 }
  }

  private static func isWithin(_ scored: ScoredForecast, _ interval: CentralInterval) -> Bool {
    let (lower, upper) = interval.bounds(scored.forecast)
    return scored.truth >= lower - 1e-6 && scored.truth <= upper + 1e-6
  }

  private static func part(_ scored: ScoredForecast, _ interval: CentralInterval) -> Double {
    let stretch = TransformInterval(scored.forecast, truth: scored.truth)
    guard stretch.isTie else { return isWithin(scored, interval) ? 1 : 0 }
    let width = stretch.upper - stretch.lower
    let levels = interval.levels
    let within = min(stretch.upper, levels.upper) - max(stretch.lower, levels.lower)
    return width > 1e-12 ? max(within, 0) / width : 0
  }

  private static func mean(_ forecasts: [ScoredForecast], _ value: (ScoredForecast) -> Double) -> Double? {
    guard !forecasts.isEmpty else { return nil }
    return forecasts.reduce(0) { $0 + value($1) } / Double(forecasts.count)
  }
}
