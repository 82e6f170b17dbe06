/// How many of all values lie in each bin, those counted apart included.
struct BinCounts {
  private var counts: [Int]

  init(_ tallies: [SampleTally]) {
    counts = Array(repeating: 0, count: BinScale.count)
    for tally in tallies {
      for bin in counts.indices { counts[bin] += tally.table.count(in: bin) }
      for (value, count) in tally.apart { counts[tally.form.scale.bin(value)] += count }
    }
  }

  subscript(bin: Int) -> Int { counts[bin] }

  /// By bin: whether values of one of the ranks lie there, or would lie there if more came: empty bins between two
  /// ranks of a range, and those beyond the least and the largest value where the range has no end before them.
  func bins(holding ranks: [ClosedRange<Int>]) -> [Bool] {
    var ends: [Int] = []
    for count in counts { ends.append((ends.last ?? 0) + count) }
    var result = [Bool](repeating: false, count: counts.count)
    for range in ranks {
      let first = range.lowerBound <= 0 ? 0 : BinCounts.bin(of: range.lowerBound, ends)
      let last =
        range.upperBound >= ends[ends.count - 1] - 1
        ? ends.count - 1 : BinCounts.bin(of: range.upperBound, ends)
      for bin in first...last { result[bin] = true }
    }
    return result
  }

  /// The first bin whose values reach beyond a rank.
  private static func bin(of rank: Int, _ ends: [Int]) -> Int {
    var (low, high) = (0, ends.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] > rank { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension SampleTally {
  /// Values counted apart, each with its count: the common ones, and a constant.
  var apart: [(value: Double, count: Int)] {
    var result = zip(form.common.values, commonCounts).map { (value: $0, count: $1) }
    if let run { result.append(run) }
    if let constant { result.append(constant) }
    return result.filter { $0.count > 0 }
  }
}
