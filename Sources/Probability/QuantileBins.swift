import Vectors

/// Many values counted in bins of equal width between the least and the largest, so that an order statistic is looked
/// for among the few values of its bin. Which bins there are changes the time, never the result.
struct QuantileBins {
  private let low: Double
  private let perBin: Double
  private let counts: [Int]

  /// From so many values on counting pays.
  private static let fewest = 4096
  private static let count = 2048

  /// `nil` where there are too few values, or they are all the same or too far apart.
  init?(_ values: UnsafeBufferPointer<Double>) {
    guard values.count >= QuantileBins.fewest else { return nil }
    let (least, largest) = QuantileBins.range(values)
    let scale = Double(QuantileBins.count - 1) / (largest - least)
    guard least < largest, scale.isFinite, scale > 0 else { return nil }
    (low, perBin) = (least, scale)
    var counts = [Int](repeating: 0, count: QuantileBins.count)
    counts.withUnsafeMutableBufferPointer { counts in
      for value in values { counts[QuantileBins.bin(value, least, scale)] += 1 }
    }
    self.counts = counts
  }

  /// The values of the bins that hold a rank, one bin after the other.
  struct Gathered {
    let values: [Double]
    /// Of each bin: where its values stand, the ranks that lie in it and the rank of its least value.
    let parts: [(place: Range<Int>, ranks: ArraySlice<Int>, below: Int)]
  }

  /// - Parameters:
  ///   - ranks: sorted.
  ///   - offset: the rank of the least value.
  func gather(
    _ ranks: ArraySlice<Int>, offset: Int, from values: UnsafeBufferPointer<Double>
  ) -> Gathered {
    var (parts, targets) = places(of: ranks, offset: offset)
    let count = parts.last?.place.upperBound ?? 0
    let gathered = [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      targets.withUnsafeMutableBufferPointer { targets in
        for value in values {
          let bin = QuantileBins.bin(value, low, perBin)
          guard targets[bin] >= 0 else { continue }
          buffer[targets[bin]] = value
          targets[bin] += 1
        }
      }
      filled = count
    }
    return Gathered(values: gathered, parts: parts)
  }

  /// The parts of `Gathered`, and where the values of each bin begin; -1: not wanted.
  private func places(
    of ranks: ArraySlice<Int>, offset: Int
  ) -> (parts: [(place: Range<Int>, ranks: ArraySlice<Int>, below: Int)], starts: [Int]) {
    var parts: [(place: Range<Int>, ranks: ArraySlice<Int>, below: Int)] = []
    var starts = [Int](repeating: -1, count: counts.count)
    var (below, start, next) = (offset, 0, ranks.startIndex)
    for bin in counts.indices where next < ranks.endIndex {
      let end = below + counts[bin]
      let first = next
      while next < ranks.endIndex, ranks[next] < end { next += 1 }
      if next > first {
        parts.append((start..<start + counts[bin], ranks[first..<next], below))
        starts[bin] = start
        start += counts[bin]
      }
      below = end
    }
    return (parts, starts)
  }

  /// The nearest whole number to (value - low) x scale, taken from the low bits of its sum with 2^52.
  @inline(__always)
  private static func bin(_ value: Double, _ low: Double, _ scale: Double) -> Int {
    Int(truncatingIfNeeded: ((value - low) * scale + 0x1p52).bitPattern & 0xFFFF)
  }

  private static func range(_ values: UnsafeBufferPointer<Double>) -> (least: Double, largest: Double) {
    var (least, largest) = (Lanes(values[0]), Lanes(values[0]))
    let whole = values.count / Lanes.count * Lanes.count
    for start in stride(from: 0, to: whole, by: Lanes.count) {
      let eight = Lanes(values, from: start)
      least = min(least, eight)
      largest = max(largest, eight)
    }
    var (low, high) = (least[0], largest[0])
    for lane in 0..<Lanes.count { (low, high) = (min(low, least[lane]), max(high, largest[lane])) }
    for value in values[whole...] { (low, high) = (min(low, value), max(high, value)) }
    return (low, high)
  }
}
