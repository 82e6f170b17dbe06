/// Where a number lies among some others: the share of them below it, those equal to it counted half.
///
/// Every distribution without ties becomes a uniform one, so that a few numbers far away from all others no longer decide
/// its variance.
public struct RankScale: Sendable {
  private let ordered: [Double]

  /// - Parameter values: one at least, all of them numbers.
  public init(_ values: [Double]) { ordered = values.sorted() }

  /// From 0, below all, to 1, above all.
  public func rank(_ value: Double) -> Double {
    let below = place { $0 < value }
    let through = place { $0 <= value }
    return Double(below + through) / Double(2 * ordered.count)
  }

  /// How many of the ordered numbers belong, the first ones.
  private func place(_ belongs: (Double) -> Bool) -> Int {
    var (low, high) = (0, ordered.count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(ordered[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
