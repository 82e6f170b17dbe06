/// A number held as the unevaluated sum of two doubles, |low| at most half an ulp of high: about 2^-102.
///
/// What logarithms of tail probabilities need: an exponent near 700 must be right to 1e-16 in absolute terms
/// for its exponential to be right to sixteen digits. Plain additions and multiplications only (Dekker 1971).
struct Pair: Sendable, Equatable {
  private(set) var high: Double
  private(set) var low: Double

  init(_ value: Double = 0) {
    high = value
    low = 0
  }

  /// The sum of two doubles of which the first is the larger in magnitude, exactly.
  init(larger: Double, smaller: Double) {
    high = larger + smaller
    low = (larger - high) + smaller
  }

  /// The exact product of two doubles.
  init(product a: Double, _ b: Double) {
    (high, low) = Elementary.exactProduct(a, b)
  }

  /// The exact sum of two doubles.
  init(sum a: Double, _ b: Double) {
    (high, low) = Elementary.exactSum(a, b)
  }

  /// The number rounded to double.
  var value: Double { high + low }

  /// e to this number.
  var exponential: Double {
    let head = Elementary.exp(high)
    return head + head * low
  }

  static prefix func - (a: Pair) -> Pair { Pair(larger: -a.high, smaller: -a.low) }

  static func + (a: Pair, b: Double) -> Pair {
    let (sum, lost) = Elementary.exactSum(a.high, b)
    return Pair(larger: sum, smaller: a.low + lost)
  }

  static func + (a: Pair, b: Pair) -> Pair {
    let heads = Pair(sum: a.high, b.high)
    let tails = Pair(sum: a.low, b.low)
    let first = Pair(larger: heads.high, smaller: heads.low + tails.high)
    return Pair(larger: first.high, smaller: first.low + tails.low)
  }

  static func - (a: Pair, b: Pair) -> Pair { a + -b }

  static func * (a: Pair, b: Double) -> Pair {
    let product = Pair(product: a.high, b)
    return Pair(larger: product.high, smaller: product.low + a.low * b)
  }

  static func * (a: Pair, b: Pair) -> Pair {
    let product = Pair(product: a.high, b.high)
    return Pair(larger: product.high, smaller: product.low + (a.high * b.low + a.low * b.high))
  }

  static func / (a: Pair, b: Pair) -> Pair {
    let first = a.high / b.high
    guard first.isFinite, b.high.isFinite else { return Pair(first) }
    let rest = a - b * first
    let second = rest.high / b.high
    let last = (rest - b * second).high / b.high
    return Pair(larger: first, smaller: second) + last
  }
}
