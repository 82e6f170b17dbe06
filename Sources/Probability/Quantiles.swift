/// Sample quantiles by selection: time proportional to the number of values, not to that of sorting them.
public enum Quantiles {
  /// Quantiles of type 7 (R's default): at h = (n - 1) p, linear between the order statistics around h.
  ///
  /// - Parameters:
  ///   - probabilities: numbers from 0 to 1, in any order.
  ///   - values: at least one number, none of them nan.
  /// - Returns: one quantile per probability, in the same order.
  public static func select(_ probabilities: [Double], from values: [Double]) -> [Double] {
    values.withUnsafeBufferPointer { select(probabilities, from: $0) }
  }

  /// The same of a buffer.
  public static func select(_ probabilities: [Double], from values: UnsafeBufferPointer<Double>) -> [Double] {
    precondition(!values.isEmpty, "no quantile of no values")
    let last = values.count - 1
    let places = probabilities.map { probability in
      precondition(probability >= 0 && probability <= 1, "a probability must lie from 0 to 1")
      return Double(last) * probability
    }
    let ranks = Set(places.flatMap { [Int($0), min(Int($0) + 1, last)] }).sorted()
    let ordered = orderStatistics(ranks[...], of: values)
    return places.map { place in
      let below = Int(place)
      let low = ordered[below] ?? .nan
      let share = place - Double(below)
      return share > 0 ? low + share * ((ordered[below + 1] ?? .nan) - low) : low
    }
  }

  /// The values at some ranks counted from `offset` (that of the least), which are sorted.
  ///
  /// Many values are counted in bins of equal width; only the bins that hold a rank are gathered and searched in
  /// the same way. The least and the largest never share a bin, so that every part is smaller than the whole.
  static func orderStatistics(
    _ ranks: ArraySlice<Int>, of values: UnsafeBufferPointer<Double>, offset: Int = 0
  ) -> [Int: Double] {
    guard let bins = QuantileBins(values) else {
      var copy = Array(values)
      return copy.withUnsafeMutableBufferPointer { search(ranks, in: $0, offset: offset) }
    }
    var result: [Int: Double] = [:]
    let gathered = bins.gather(ranks, offset: offset, from: values)
    gathered.values.withUnsafeBufferPointer { buffer in
      for part in gathered.parts {
        let own = UnsafeBufferPointer(rebasing: buffer[part.place])
        result.merge(orderStatistics(part.ranks, of: own, offset: part.below)) { first, _ in first }
      }
    }
    return result
  }

  /// The values at ranks counted from `offset`, by partitioning in place.
  private static func search(
    _ ranks: ArraySlice<Int>, in values: UnsafeMutableBufferPointer<Double>, offset: Int
  ) -> [Int: Double] {
    let own = ranks.map { $0 - offset }
    place(own[...], in: values, from: 0, to: values.count - 1)
    return Dictionary(uniqueKeysWithValues: own.map { ($0 + offset, values[$0]) })
  }

  /// Reorders values[from...to] until each rank listed holds its order statistic.
  private static func place(
    _ ranks: ArraySlice<Int>, in values: UnsafeMutableBufferPointer<Double>, from: Int, to: Int
  ) {
    guard let middle = ranks.dropFirst(ranks.count / 2).first, from < to else { return }
    let (low, high) = narrow(values, to: middle, from, to)
    place(ranks.prefix { $0 < low }, in: values, from: from, to: low - 1)
    place(ranks.drop { $0 <= high }, in: values, from: high + 1, to: to)
  }

  /// Partitions around pivots until the rank lies in a run of equal values, whose bounds are returned; what
  /// lies left of the run is smaller, what lies right of it larger. Falls back to sorting after many bad
  /// pivots.
  private static func narrow(
    _ values: UnsafeMutableBufferPointer<Double>, to rank: Int, _ from: Int, _ to: Int
  ) -> (Int, Int) {
    var (from, to) = (from, to)
    for _ in 0..<200 {
      let (low, high) = partition(values, from, to)
      if rank < low {
        to = low - 1
      } else if rank > high {
        from = high + 1
      } else {
        return (low, high)
      }
    }
    var part = UnsafeMutableBufferPointer(rebasing: values[from...to])
    part.sort()
    return (rank, rank)
  }

  /// Three parts around the median of the first, middle and last value: smaller, equal (bounds returned),
  /// larger.
  private static func partition(
    _ values: UnsafeMutableBufferPointer<Double>, _ from: Int, _ to: Int
  ) -> (Int, Int) {
    let (a, b, c) = (values[from], values[(from + to) / 2], values[to])
    let pivot = max(min(a, b), min(max(a, b), c))
    var (low, next, high) = (from, from, to)
    while next <= high {
      let value = values[next]
      if value < pivot {
        values.swapAt(low, next)
        low += 1
        next += 1
      } else if value > pivot {
        values.swapAt(next, high)
        high -= 1
      } else {
        next += 1
      }
    }
    return (low, high)
  }
}
