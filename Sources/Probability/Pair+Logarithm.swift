extension Pair {
  /// ln 2 to 106 bits.
  private static let ln2 = Pair(larger: 0x1.62e42fefa39efp-1, smaller: 0x1.abc9e3b39803fp-56)

  /// The natural logarithm of a positive finite number, absolute error about 2^-100 of max(1, |ln x|).
  static func log(_ x: Pair) -> Pair {
    guard x.high > 0, x.high < .infinity else { return Pair(Elementary.log(x.high)) }
    let normal = x.high < 0x1p-960 ? x * 0x1p54 : x
    let scale = normal.high.binade
    let fraction = Pair(larger: normal.high / scale, smaller: normal.low / scale)
    let halved = fraction.high > 0x1.6a09e667f3bcdp+0
    let reduced = halved ? fraction * 0.5 : fraction
    let exponent = Double(normal.high.exponent) + (halved ? 1 : 0) - (x.high < 0x1p-960 ? 54 : 0)
    return ln2 * exponent + logarithm(of1Plus: reduced + -1)
  }

  /// The natural logarithm of a positive double.
  static func log(_ x: Double) -> Pair { log(Pair(x)) }

  /// ln(1 + x) for x > -1, without cancellation near zero.
  static func log1p(_ x: Pair) -> Pair {
    x.high.magnitude < 0.25 ? logarithm(of1Plus: x) : log(x + 1)
  }

  /// ln(1 + f) = 2 (s + s^3 / 3 + s^5 / 5 + ...) with s = f / (2 + f), for 1 + f from sqrt(1/2) to sqrt(2).
  private static func logarithm(of1Plus f: Pair) -> Pair {
    let s = f / (f + 2)
    let square = s * s
    var sum = Pair()
    for odd in stride(from: 45.0, through: 3, by: -2) {
      sum = (sum + Pair(1) / Pair(odd)) * square
    }
    return (s + s * sum) * 2
  }
}
