/// The damped trend whose weights, damping and first state have the least sum of squared one-step errors.
///
/// The likelihood and the bounds are those of R's `forecast::holt(damped = TRUE)`: `a` within 1e-4 and
/// 0.9999, `b` within 1e-4 and `a`, `d` within 0.8 and 0.98. For given weights the errors are linear in the
/// first level and trend, which follow from two equations; three numbers are left to search.
public struct OptimisedDampedTrend: PointForecaster {
  public init() {}

  /// One more than it has parameters.
  public var fewest: Int { 6 }

  public func fit(checked series: Span<Double>) -> Fit {
    let place = Search.smallestInCube { Fit(series, OptimisedDampedTrend.parameters($0)).sumOfSquares }
    return Fit(series, OptimisedDampedTrend.parameters(place))
  }

  /// The parameters at a place of the unit cube; small levels' weights, which differ most, are spread out.
  private static func parameters(_ place: SIMD4<Double>) -> DampedTrend {
    let level = 1e-4 + 0.9998 * (place.x * place.x)
    return DampedTrend(
      levelWeight: level, trendWeight: 1e-4 + (level - 1e-4) * place.y, damping: 0.8 + 0.18 * place.z)
  }

  public struct Fit: PointFit {
    public let parameters: DampedTrend
    /// Level and trend before the first value.
    public let initial: (level: Double, trend: Double)
    /// After the last value.
    public let last: DampedTrend.Fit
    /// Of the one-step errors.
    public let sumOfSquares: Double

    init(_ series: Span<Double>, _ parameters: DampedTrend) {
      initial = Fit.bestInitial(series, parameters)
      var state = DampedTrend.Fit(parameters: parameters, level: initial.level, trend: initial.trend)
      var sum = 0.0
      for index in 0..<series.count {
        let error = state.update(series[index])
        sum += error * error
      }
      (self.parameters, last, sumOfSquares) = (parameters, state, sum)
    }

    /// Least squares of the errors from the state `(y_1, 0)` on what a unit of level or trend takes off them.
    private static func bestInitial(
      _ series: Span<Double>, _ parameters: DampedTrend
    ) -> (level: Double, trend: Double) {
      var base = DampedTrend.Fit(parameters: parameters, level: series[0], trend: 0)
      var level = DampedTrend.Fit(parameters: parameters, level: 1, trend: 0)
      var trend = DampedTrend.Fit(parameters: parameters, level: 0, trend: 1)
      var (pp, pq, qq, pd, qd) = (0.0, 0.0, 0.0, 0.0, 0.0)
      for index in 0..<series.count {
        let (d, p, q) = (base.update(series[index]), -level.update(0), -trend.update(0))
        (pp, pq, qq) = (pp + p * p, pq + p * q, qq + q * q)
        (pd, qd) = (pd + p * d, qd + q * d)
      }
      let determinant = pp * qq - pq * pq
      // Level and trend cannot be told apart: no trend.
      guard determinant > 1e-12 * (pp * qq) else { return (series[0] + pd / pp, 0) }
      return (series[0] + (pd * qq - qd * pq) / determinant, (pp * qd - pq * pd) / determinant)
    }

    public func forecast(ahead: Int) -> Double { last.forecast(ahead: ahead) }
  }
}
