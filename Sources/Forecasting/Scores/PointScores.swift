/// Scores of the middle and the mean of forecasts.
public enum PointScores {
  /// Sum of |y - median| over the sum of what came (`wape`); `nil` where nothing came.
  public static func weightedError(_ forecasts: [ScoredForecast]) -> Double? {
    let truth = forecasts.reduce(0) { $0 + $1.truth }
    guard truth > 0 else { return nil }
    return forecasts.reduce(0) { $0 + ($1.truth - $1.forecast.median).magnitude } / truth
  }

  /// Sum of (mean - y) over the sum of what came (`bias`): +0.1 promised a tenth too much. `nil` where nothing
  /// came.
  public static func bias(_ forecasts: [ScoredForecast]) -> Double? {
    let truth = forecasts.reduce(0) { $0 + $1.truth }
    guard truth > 0 else { return nil }
    return forecasts.reduce(0) { $0 + ($1.forecast.mean - $1.truth) } / truth
  }

  /// Mean of |y - median| over the mean absolute change from year to year that the series showed before the
  /// origin (`mase`): below 1 is better than "as last year" was then.
  ///
  /// A series without such a change (the same amount every year, or a first gift in the year of the origin) has
  /// no such measure and is left out; `nil` where all are.
  /// Source: Hyndman and Koehler, "Another look at measures of forecast accuracy", Int. J. Forecast. 22 (2006).
  public static func scaledError(_ forecasts: [ScoredForecast]) -> Double? {
    var (sum, count) = (0.0, 0)
    for scored in forecasts {
      guard let unit = scored.naiveError else { continue }
      sum += (scored.truth - scored.forecast.median).magnitude / unit
      count += 1
    }
    return count > 0 ? sum / Double(count) : nil
  }

  /// Mean |y(t) - y(t - 1)| from the first positive gift on; `nil` where it is 0 or there is no pair of years.
  /// - Parameter amounts: max(amount, 0) of each year up to the origin.
  public static func naiveError(_ amounts: some Collection<Double>) -> Double? {
    let known = Array(amounts.drop { $0 <= 0 })
    guard known.count > 1 else { return nil }
    let sum = zip(known, known.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).magnitude }
    return sum > 0 ? sum / Double(known.count - 1) : nil
  }
}
