import Vectors

/// The mean and the sample standard deviation (divisor n - 1) of some values.
///
/// Sums and sums of squares are kept to twice the digits of a double: exact, so the same in every order, for
/// whole numbers whose squares sum to less than 2^105; else every eighth together, the deviation to about
/// 1e-15 while the mean is at most 1e8 deviations from zero.
/// The mean of no values and the deviation of fewer than two are nan.
public func meanAndDeviation(
  _ values: UnsafeBufferPointer<Double>
) -> (mean: Double, deviation: Double) {
  var sum = Pair()
  var squares = Pair()
  let whole = values.count / Lanes.count * Lanes.count
  var (sums, products) = (LanePair(), LanePair())
  for start in stride(from: 0, to: whole, by: Lanes.count) {
    let eight = Lanes(values, from: start)
    sums.add(eight)
    products.addSquare(eight)
  }
  for lane in 0..<Lanes.count {
    sum = sum + sums.pair(lane)
    squares = squares + products.pair(lane)
  }
  for value in values[whole...] {
    sum.add(value)
    squares.addProduct(value, value)
  }
  return Moments(count: values.count, sum: sum, squares: squares).meanAndDeviation
}

/// The mean and the sample standard deviation of an array: see the form over a buffer.
public func meanAndDeviation(_ values: [Double]) -> (mean: Double, deviation: Double) {
  values.withUnsafeBufferPointer { meanAndDeviation($0) }
}

/// How many values, their sum and that of their squares, to twice the digits of a double.
struct Moments {
  let count: Int
  let sum: Pair
  let squares: Pair

  /// The mean of no values and the deviation of fewer than two are nan.
  var meanAndDeviation: (mean: Double, deviation: Double) {
    let count = Double(count)
    let quotient = sum.value / count
    let mean = quotient + sum.remainder(afterTaking: count, times: quotient) / count
    guard count > 1 else { return (mean, .nan) }
    // sum of squares - sum^2 / n, the second part formed as mean * sum with the mean's own remainder.
    var squares = squares
    let meanRemainder = sum.remainder(afterTaking: count, times: mean) / count
    squares.addProduct(-mean, sum.high)
    squares.addProduct(-mean, sum.low)
    squares.addProduct(-meanRemainder, sum.high)
    return (mean, (max(0, squares.value) / (count - 1)).squareRoot())
  }
}

extension Pair {
  mutating func add(_ value: Double) { self = self + value }

  /// Adds a * b without rounding the product.
  mutating func addProduct(_ a: Double, _ b: Double) {
    let (product, lost) = Elementary.exactProduct(a, b)
    add(product)
    add(lost)
  }

  /// What is left of the sum after taking away a * b.
  fileprivate func remainder(afterTaking a: Double, times b: Double) -> Double {
    var rest = self
    rest.addProduct(-a, b)
    return rest.value
  }
}

/// Eight sums to twice the digits of a double.
struct LanePair {
  private var high = Lanes(0)
  private var low = Lanes(0)

  mutating func add(_ value: Lanes) {
    // Knuth's exact sum, then the parts put in order again: `Pair`'s addition.
    let sum = high + value
    let part = sum - high
    let lost = (high - (sum - part)) + (value - part)
    let rest = low + lost
    high = sum + rest
    low = (sum - high) + rest
  }

  /// Adds x^2 without rounding it: Dekker's product.
  mutating func addSquare(_ x: Lanes) {
    let scaled = 0x1.0000002p27 * x
    let upper = scaled - (scaled - x)
    let lower = x - upper
    let square = x * x
    let cross = upper * lower
    let lost = ((upper * upper - square) + cross + cross) + lower * lower
    add(square)
    add(lost)
  }

  func pair(_ lane: Int) -> Pair { Pair(larger: high[lane], smaller: low[lane]) }
}
