/// The expected shortfall: the mean of the worst values, those above a quantile.
///
/// At level a it is 1 / (1 - a) times the integral over u from a to 1 of the quantile of level u, where the quantile
/// is the empirical one (the least value with at least the share u of all at or below it): the mean of the
/// largest n (1 - a) of n values, the last of them counted in part where that is no whole number.
/// Source: Acerbi and Tasche, "On the coherence of expected shortfall", Journal of Banking & Finance 2002.
public struct TailMean: Sendable, Hashable {
  public let value: Double
  /// Its Monte Carlo standard error: sqrt((V + a (value - q)^2) / (n (1 - a))), V the variance of the worst values and
  /// q the quantile they lie above (Manistre and Hancock, "Variance of the CTE estimator", North American
  /// Actuarial Journal 2005).
  public let error: Double

  /// - Parameters:
  ///   - first: the value the tail begins with, that of rank `SampleQuestion.tailRank`.
  ///   - count: of all values.
  init(_ parts: OrderedParts, from first: Double, level: Double, count: Int, isWhole: Bool) {
    let above = TailMean.moments(parts, above: first, isWhole: isWhole)
    let size = Double(count) * (1 - level)
    // The rest of the tail are values equal to its first, one of them in part.
    let equal = size - Double(above.count)
    let (mean, deviation) = above.count > 0 ? above.meanAndDeviation : (0, 0)
    value = above.count > 0 ? first + (Double(above.count) / size) * (mean - first) : first
    let spread = above.count > 1 ? deviation * deviation * Double(above.count - 1) : 0
    let (far, near) = (mean - value, first - value)
    let variance =
      (spread + (above.count > 0 ? Double(above.count) * far * far : 0) + equal * near * near) / size
    error = ((max(variance, 0) + level * near * near) / size).squareRoot()
  }

  /// All values the same.
  init(constant: Double) { (value, error) = (constant, 0) }

  private static func moments(_ parts: OrderedParts, above first: Double, isWhole: Bool) -> Moments {
    if isWhole {
      var sums = WholeSums()
      parts.forEach(above: first) { sums.add($0, times: $1) }
      return sums.moments
    }
    var values: [Double] = []
    parts.forEach(above: first) { value, times in values += repeatElement(value, count: times) }
    values.sort()
    var sums = RealSums()
    for start in stride(from: 0, to: values.count, by: 512) {
      let block = values[start..<min(start + 512, values.count)]
      block.withUnsafeBufferPointer { sums.add(RealSums($0)) }
    }
    return sums.moments
  }
}
