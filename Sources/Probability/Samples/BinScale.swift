import Vectors

/// In which of 512 bins a number lies. Bins are open at both ends; a larger number never lies in a lower bin.
///
/// Bins follow the upper bits of `number + offset`, so they are of equal width within an octave: one octave over
/// the whole range for numbers spread evenly, up to eight where most of them lie near the least. Which scale
/// is taken changes the time and the memory of a selection, never its result.
struct BinScale: Sendable {
  static let count = 512

  private let offset: Double
  private let least: Double
  private let largest: Double
  private let shift: UInt64
  private let base: UInt64

  /// - Parameter sample: some of the numbers, sorted, at least one, none of them nan.
  init(sorted sample: [Double]) {
    var (low, high) = BinScale.finite(sample[0], sample[sample.count - 1])
    let middle = BinScale.finite(sample[sample.count / 2], 0).0
    if low == high {
      let reach = max(low.magnitude, 1)
      (low, high) = (low - reach, high + reach)
    }
    let octaves = BinScale.octaves((middle - low) / (high - low))
    least = (high - low) / Double((1 << octaves) - 1)
    largest = (least * Double(1 << octaves)).nextDown
    offset = least - low
    // 52 bits of fraction; 512 bins shared among the octaves.
    shift = UInt64(52 - 9 + octaves.trailingZeroBitCount)
    base = least.bitPattern
  }

  /// How many octaves bring a middle at this share of the range nearest to the middle bin.
  private static func octaves(_ share: Double) -> Int {
    share > 0.37 ? 1 : share > 0.26 ? 2 : share > 0.12 ? 4 : 8
  }

  /// Kept so far inside the range of a double that no difference overflows.
  private static func finite(_ low: Double, _ high: Double) -> (Double, Double) {
    (max(min(low, 0x1p1000), -0x1p1000), max(min(high, 0x1p1000), -0x1p1000))
  }

  /// The bins of eight numbers.
  @inline(__always)
  func bins(_ eight: Lanes) -> SIMD8<UInt64> {
    let place = min(max(eight + offset, Lanes(least)), Lanes(largest))
    return (place.bits &- base) &>> shift
  }

  /// The bin of one number: that of eight times the same.
  func bin(_ value: Double) -> Int {
    let place = min(max(value + offset, least), largest)
    return Int(truncatingIfNeeded: (place.bitPattern &- base) &>> shift)
  }
}

/// The few values that most of a sample are, such as nothing at all or last year's amount: they are counted, not kept.
struct CommonValues: Sendable {
  private static let most = 4
  /// The commonest first.
  let values: [Double]

  /// Values that make up a thirtieth of the sample each, the commonest four of them; and the sample without them.
  static func split(sorted sample: [Double]) -> (common: CommonValues, others: [Double]) {
    var runs: [(value: Double, count: Int)] = []
    for value in sample {
      if let last = runs.last, last.value == value {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((value, 1))
      }
    }
    let often = runs.filter { $0.count * 30 > sample.count && $0.count > 1 }
    let chosen = often.sorted { $0.count == $1.count ? $0.value < $1.value : $0.count > $1.count }.prefix(
      most)
    let values = chosen.map { $0.value + 0 }
    return (CommonValues(values: values), sample.filter { !values.contains($0) })
  }
}
