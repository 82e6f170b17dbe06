import Vectors

/// The sum and the sum of squares of whole numbers (cents), exact and so the same in every order.
struct WholeSums: Sendable, Equatable {
  private(set) var count = 0
  private(set) var sum: Int128 = 0
  private(set) var squares: Int128 = 0

  init() {}

  /// What mean and deviation follow from.
  var moments: Moments {
    Moments(count: count, sum: WholeSums.pair(sum), squares: WholeSums.pair(squares))
  }

  mutating func add(_ other: WholeSums) {
    count += other.count
    sum += other.sum
    squares += other.squares
  }

  /// Adds the same value many times: whole, at most 2^52 in magnitude.
  mutating func add(_ value: Double, times: Int = 1) {
    precondition(value.magnitude <= 0x1p52 && value == value.rounded(), "\(value) is not whole or too large")
    let whole = Int128(Int64(value))
    count += times
    sum += whole * Int128(times)
    squares += whole * whole * Int128(times)
  }

  /// Adds 512 values or fewer.
  ///
  /// A value v is h 2^24 + l with |l| at most 2^23, its square h^2 2^48 + 2 h l 2^24 + l^2. Where a lane's sum of 64
  /// h^2 is below 2^48 its sums of v, h l and l^2 are below 2^53, and all of them exact. Else the values are added
  /// one by one.
  mutating func add(_ values: UnsafeBufferPointer<Double>) {
    precondition(values.count <= 512, "512 values at a time")
    let eights = values.count / Lanes.count * Lanes.count
    var (plain, high, mixed, low) = (Lanes(0), Lanes(0), Lanes(0), Lanes(0))
    for start in stride(from: 0, to: eights, by: Lanes.count) {
      let value = Lanes(values, from: start)
      let upper = (value * 0x1p-24 + 0x1.8p52) - 0x1.8p52
      let lower = value - upper * 0x1p24
      plain += value
      high += upper * upper
      mixed += upper * lower
      low += lower * lower
    }
    guard let parts = WholeSums.totals(plain, high, mixed, low) else {
      for value in values { add(value) }
      return
    }
    count += eights
    sum += Int128(parts.plain)
    squares += Int128(parts.high) << 48 + Int128(parts.mixed) << 25 + Int128(parts.low)
    for value in values[eights...] { add(value) }
  }

  /// The sums of the lanes; `nil` where a value was too large for them to be exact, or no number.
  private static func totals(
    _ plain: Lanes, _ high: Lanes, _ mixed: Lanes, _ low: Lanes
  ) -> (plain: Int64, high: Int64, mixed: Int64, low: Int64)? {
    guard (high .< 0x1p48).all else { return nil }
    return (total(plain), total(high), total(mixed), total(low))
  }

  private static func total(_ lanes: Lanes) -> Int64 {
    var sum: Int64 = 0
    for lane in 0..<Lanes.count {
      let part = Int64(lanes[lane])
      precondition(Double(part) == lanes[lane], "a value with a fraction cannot be summed exactly")
      sum += part
    }
    return sum
  }

  /// A whole number to twice the digits of a double.
  private static func pair(_ number: Int128) -> Pair {
    let high = Double(number)
    return Pair(larger: high, smaller: Double(number - Int128(high)))
  }
}
