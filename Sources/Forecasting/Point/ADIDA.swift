/// Aggregate, forecast, disaggregate (Nikolopoulos and others 2011): sums of several periods hold fewer
/// zeros.
///
/// Periods are added up in groups of `k`, the mean interval between periods that are not 0 rounded half to
/// even; the oldest ones that do not fill a group are dropped. The sums are smoothed exponentially with the
/// weight in 0.1 ... 0.3 of least squared one-step error, the forecast is the level over `k`. One group: its
/// sum over `k`; nothing but zeros: 0. So defined, to the order of operations, by statsforecast 2.1.
public struct ADIDA: PointForecaster {
  public init() {}

  public func fit(checked series: Span<Double>) -> FlatFit {
    rolling(checked: series, from: series.count)[0]
  }

  public func rolling(checked series: Span<Double>, from first: Int) -> [FlatFit] {
    var fits: [FlatFit] = []
    fits.reserveCapacity(series.count - first + 1)
    var start = first
    while start <= series.count {
      let end = min(start + 7, series.count)
      let levels = ADIDA.levels(series, cutoffs: start...end)
      for lane in 0...end - start { fits.append(FlatFit(level: levels[lane])) }
      start = end + 1
    }
    return fits
  }

  /// The forecasts from up to eight origins, one in each lane.
  private static func levels(_ series: Span<Double>, cutoffs: ClosedRange<Int>) -> SIMD8<Double> {
    var groups = GroupedSums(capacity: cutoffs.upperBound)
    for cutoff in cutoffs { groups.add(series.extracting(first: cutoff), lane: cutoff - cutoffs.lowerBound) }
    return groups.smoothed() / groups.sizes
  }
}

/// The sums of eight series' groups, one series in each lane, aligned at their first group.
private struct GroupedSums {
  private var sums: [SIMD8<Double>]
  // Whole numbers as doubles: masks of one type.
  private var counts = SIMD8<Double>.zero
  private var shortest = Int.max
  private var longest = 0
  private(set) var sizes = SIMD8<Double>.one

  init(capacity: Int) { sums = [SIMD8<Double>](repeating: .zero, count: capacity) }

  mutating func add(_ series: Span<Double>, lane: Int) {
    let size = GroupedSums.meanInterval(series)
    guard size > 0 else { return }
    sizes[lane] = Double(size)
    let count = series.count / size
    counts[lane] = Double(count)
    (shortest, longest) = (min(shortest, count), max(longest, count))
    var index = series.count % size
    for group in 0..<count {
      var sum = series[index]
      for next in index + 1..<index + size { sum += series[next] }
      sums[group][lane] = sum
      index += size
    }
  }

  /// Rounded half to even; 0 where all is 0. The intervals add up to the place of the last value that is not
  /// 0.
  private static func meanInterval(_ series: Span<Double>) -> Int {
    var (last, count) = (0, 0)
    for index in 0..<series.count where series[index] != 0 { (last, count) = (index + 1, count + 1) }
    return count == 0 ? 0 : Int((Double(last) / Double(count)).rounded(.toNearestOrEven))
  }

  /// Each lane's level after its last group, at its best weight; 0 in a lane without groups.
  func smoothed() -> SIMD8<Double> {
    let weight = bestWeight()
    var level = sums[0]
    for group in 1..<max(longest, 1) {
      let next = weight * sums[group] + (1 - weight) * level
      level.replace(with: next, where: counts .> Double(group))
    }
    return level
  }

  /// Golden section in each lane; a lane whose interval is narrow, or whose two values are equal, stays as it
  /// is.
  private func bestWeight() -> SIMD8<Double> {
    let ratio = (5.0.squareRoot() + 1) / 2
    var (low, high) = (SIMD8<Double>(repeating: 0.1), SIMD8<Double>(repeating: 0.3))
    var (left, right) = (high - (high - low) / ratio, low + (high - low) / ratio)
    var (atLeft, atRight) = (squaredError(left), squaredError(right))
    var open = counts .> 1
    while true {
      let (narrow, equal) = ((high - low) .< 1e-12, atLeft .== atRight)
      open.replace(with: false, where: narrow .| equal)
      guard any(open) else { return (low + high) / 2 }
      let fallsLeft = open .& (atLeft .< atRight)
      let fallsRight = open .& (atLeft .> atRight)
      high.replace(with: right, where: fallsLeft)
      low.replace(with: left, where: fallsRight)
      let (newLeft, newRight) = (high - (high - low) / ratio, low + (high - low) / ratio)
      let value = squaredError(newLeft.replacing(with: newRight, where: fallsRight))
      let (oldLeft, oldAtLeft) = (left, atLeft)
      left.replace(with: right, where: fallsRight)
      atLeft.replace(with: atRight, where: fallsRight)
      left.replace(with: newLeft, where: fallsLeft)
      atLeft.replace(with: value, where: fallsLeft)
      right.replace(with: oldLeft, where: fallsLeft)
      atRight.replace(with: oldAtLeft, where: fallsLeft)
      right.replace(with: newRight, where: fallsRight)
      atRight.replace(with: value, where: fallsRight)
    }
  }

  /// The sum of squared one-step errors of each lane at its weight, the first at the second group.
  private func squaredError(_ weight: SIMD8<Double>) -> SIMD8<Double> {
    let (rest, sums) = (1 - weight, sums.span)
    var (level, value, sum) = (sums[0], sums[0], SIMD8<Double>.zero)
    // Up to here every lane in use has a group; behind, lanes whose series has ended are left as they are.
    let common = max(min(shortest, longest), 1)
    for group in 1..<common {
      level = weight * value + rest * level
      value = sums[group]
      let error = value - level
      sum += error * error
    }
    for group in common..<max(longest, common) {
      level = weight * value + rest * level
      value = sums[group]
      let error = value - level
      sum.replace(with: sum + error * error, where: counts .> Double(group))
    }
    return sum
  }
}
