/// The score of the chance that something comes at all.
public enum Brier {
  /// Mean of (P(Y > 0) - 1{y > 0})^2: 0 is perfect, a coin's 0.25. `nil` of no forecasts.
  ///
  /// Source: Brier, "Verification of forecasts expressed in terms of probability", Mon. Weather Rev. 78 (1950).
  public static func mean(_ forecasts: [ScoredForecast]) -> Double? {
    guard !forecasts.isEmpty else { return nil }
    var sum = 0.0
    for scored in forecasts {
      let error = 1 - scored.forecast.zeroProbability - (scored.truth > 0 ? 1 : 0)
      sum += error * error
    }
    return sum / Double(forecasts.count)
  }
}
