/// Eight double-doubles side by side: the arithmetic of `DoubleDouble`, lane by lane, to the same bits.
struct WideLanes {
  typealias Lanes = SIMD8<Double>

  var high: Lanes
  var low: Lanes

  /// Eight doubles, exactly.
  @inline(__always)
  init(_ values: Lanes) {
    high = values
    low = Lanes(repeating: 0)
  }

  @inline(__always)
  init(high: Lanes, low: Lanes) {
    self.high = high
    self.low = low
  }

  /// Adds factor * x.
  @inline(__always)
  mutating func add(_ factor: DoubleDouble, times x: Lanes) {
    let first = factor.hi * x
    let lost = (-first).addingProduct(Lanes(repeating: factor.hi), x)
    add(WideLanes.ordered(first, lost + factor.lo * x))
  }

  /// Adds eight double-doubles.
  @inline(__always)
  mutating func add(_ other: WideLanes) {
    let upper = WideLanes.twoSum(high, other.high)
    let lower = WideLanes.twoSum(low, other.low)
    let first = WideLanes.ordered(upper.high, upper.low + lower.high)
    self = WideLanes.ordered(first.high, first.low + lower.low)
  }

  @inline(__always)
  private static func ordered(_ larger: Lanes, _ smaller: Lanes) -> WideLanes {
    let sum = larger + smaller
    return WideLanes(high: sum, low: smaller - (sum - larger))
  }

  @inline(__always)
  private static func twoSum(_ a: Lanes, _ b: Lanes) -> WideLanes {
    let sum = a + b
    let part = sum - a
    return WideLanes(high: sum, low: (a - (sum - part)) + (b - part))
  }
}
