/// Simple exponential smoothing whose weight and first level have the least sum of squared one-step errors.
///
/// `l_t = l_(t-1) + a e_t` with `e_t = y_t - l_(t-1)`; R's `forecast::ses` maximises the same likelihood,
/// `-n/2 ln(sum e^2)`, over the same weights. For a given weight the errors are a straight line in the first
/// level, so that the best one has a formula and one number is left to search.
public struct OptimisedSmoothing: PointForecaster {
  /// The weights looked at, as in R's `forecast::ets`.
  public static let weights = 1e-4...0.9999

  public init() {}

  public func fit(checked series: Span<Double>) -> Fit {
    let weight = Search.smallest(OptimisedSmoothing.weights) { Fit(series, weight: $0).sumOfSquares }
    return Fit(series, weight: weight)
  }

  public struct Fit: PointFit, Equatable {
    public let weight: Double
    /// The level before the first value.
    public let initial: Double
    public let level: Double
    /// Of the one-step errors.
    public let sumOfSquares: Double

    init(_ series: Span<Double>, weight: Double) {
      let initial = Fit.bestInitial(series, weight)
      var (level, sum) = (initial, 0.0)
      for index in 0..<series.count {
        let error = series[index] - level
        sum += error * error
        level += weight * error
      }
      (self.weight, self.initial, self.level, sumOfSquares) = (weight, initial, level, sum)
    }

    /// The errors are `d_t - p_t l_0`, with `p_t = (1 - a)^(t-1)` and `d_t` the errors from a level of `y_1`.
    private static func bestInitial(_ series: Span<Double>, _ weight: Double) -> Double {
      var (level, share, squares, products) = (series[0], 1.0, 0.0, 0.0)
      for index in 0..<series.count {
        let error = series[index] - level
        squares += share * share
        products += share * error
        level += weight * error
        share *= 1 - weight
      }
      return series[0] + products / squares
    }

    public func forecast(ahead: Int) -> Double { level }
  }
}
