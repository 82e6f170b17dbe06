/// The mean and the sample standard deviation (divisor n - 1) of some values.
///
/// Sums and sums of squares are kept to twice the digits of a double: exact, so the same in every order, for
/// whole numbers whose squares sum to less than 2^105; else in the order given, the deviation to about
/// 1e-15 while the mean is at most 1e8 deviations from zero.
/// The mean of no values and the deviation of fewer than two are nan.
public func meanAndDeviation(
  _ values: UnsafeBufferPointer<Double>
) -> (mean: Double, deviation: Double) {
  let count = Double(values.count)
  var sum = Pair()
  var squares = Pair()
  for value in values {
    sum.add(value)
    squares.addProduct(value, value)
  }
  let quotient = sum.value / count
  let mean = quotient + sum.remainder(afterTaking: count, times: quotient) / count
  guard values.count > 1 else { return (mean, .nan) }
  // sum of squares - sum^2 / n, the second part formed as mean * sum with the mean's own remainder.
  let meanRemainder = sum.remainder(afterTaking: count, times: mean) / count
  squares.addProduct(-mean, sum.high)
  squares.addProduct(-mean, sum.low)
  squares.addProduct(-meanRemainder, sum.high)
  return (mean, (max(0, squares.value) / (count - 1)).squareRoot())
}

/// The mean and the sample standard deviation of an array: see the form over a buffer.
public func meanAndDeviation(_ values: [Double]) -> (mean: Double, deviation: Double) {
  values.withUnsafeBufferPointer { meanAndDeviation($0) }
}

extension Pair {
  fileprivate mutating func add(_ value: Double) { self = self + value }

  /// Adds a * b without rounding the product.
  fileprivate mutating func addProduct(_ a: Double, _ b: Double) {
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
