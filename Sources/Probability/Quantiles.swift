/// Sample quantiles by selection.
public enum Quantiles {
  /// Quantiles of type 7 (R's default): at h = (n - 1) p, linear between the order statistics around h.
  ///
  /// - Parameters:
  ///   - probabilities: numbers from 0 to 1, in any order.
  ///   - values: at least one number, none of them nan; reordered in place, the same way on every run.
  /// - Returns: one quantile per probability, in the same order.
  public static func select(_ probabilities: [Double], from values: inout [Double]) -> [Double] {
    precondition(!values.isEmpty, "no quantile of no values")
    values.sort()
    return probabilities.map { p in
      precondition(p >= 0 && p <= 1, "\(p) is no probability")
      let place = Double(values.count - 1) * p
      let below = Int(place)
      let low = values[below]
      let high = values[min(below + 1, values.count - 1)]
      return low + (place - Double(below)) * (high - low)
    }
  }
}
