import Probability

/// The randomised probability integral transform: where outcomes stand in their forecasts, spread evenly over
/// point masses and between quantiles. Of calibrated forecasts it is uniform on 0...1.
///
/// Source: Brockwell, "Universal residuals", Stat. Probab. Lett. 77 (2007); Czado, Gneiting and Held,
/// "Predictive model assessment for count data", Biometrics 65 (2009).
public enum ProbabilityTransform {
  /// The stream's number among those of a seed.
  private static let variable: UInt32 = 0x7069_7400

  /// One value for each forecast: a + u (b - a) with u drawn by the forecast's position alone.
  public static func values(_ forecasts: [ScoredForecast], seed: UInt32 = 1) -> [Double] {
    let stream = RandomStream(seed: seed, variable: variable)
    return forecasts.enumerated().map { index, scored in
      let stretch = TransformInterval(scored.forecast, truth: scored.truth)
      let (lower, upper) = stretch.isTie ? (stretch.lower, stretch.upper) : stretch.bracket
      return lower + stream.uniform(path: UInt64(index), draw: 0) * (upper - lower)
    }
  }

  /// The share of values in each of `bins` equal parts of 0...1; all 1 / bins where calibrated. `nil` of none.
  public static func histogram(_ values: [Double], bins: Int = 10) -> [Double]? {
    guard !values.isEmpty else { return nil }
    var counts = [Int](repeating: 0, count: bins)
    for value in values { counts[min(bins - 1, Int(value * Double(bins)))] += 1 }
    return counts.map { Double($0) / Double(values.count) }
  }
}
