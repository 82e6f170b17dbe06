import LinearAlgebra
import Probability

/// Exponential and logarithm of double-doubles: relative error about 1e-31, the same bits everywhere.
///
/// Both reduce to a point of a table of 1/64 and sum a short Taylor series. The tables are themselves summed
/// here, by longer series, the first time they are needed.
extension DoubleDouble {
  /// e^x. Overflows to infinity; below e^-700 the second part fades, to zero at e^-745.
  func exponential() -> DoubleDouble {
    guard hi.magnitude < 700 else { return exponentialAtTheEnds() }
    let n = (hi * 0x1.71547652b82fep+0).rounded(.toNearestOrEven)
    let r = (self + -(n * Wide.ln2Head)) - Wide.ln2Tail * n
    let index = (r.hi * 64).rounded(.toNearestOrEven)
    let base = Wide.exponentials[Int(index) + Wide.half]
    let rest = Wide.expm1(r + -(index * 0x1p-6), terms: Wide.shortSeries)
    let scale = Double(sign: .plus, exponent: Int(n), significand: 1)
    let result = base + base * rest
    return DoubleDouble(parts: result.hi * scale, result.lo * scale)
  }

  private func exponentialAtTheEnds() -> DoubleDouble {
    guard hi.magnitude < 750 else { return DoubleDouble(Elementary.exp(hi)) }
    let root = DoubleDouble(parts: hi / 2, lo / 2).exponential()
    return root * root
  }

  /// The natural logarithm of a positive finite number.
  func naturalLogarithm() -> DoubleDouble {
    guard hi > 0x1p-900 else {
      return DoubleDouble(parts: hi * 0x1p200, lo * 0x1p200).naturalLogarithm() - Wide.ln2 * 200
    }
    let exponent = (hi.significand > 0x1.6a09e667f3bcdp+0 ? 1 : 0) + Int(hi.exponent)
    // Two steps, for the power of two of the smallest numbers is no double turned over.
    let down = Double(sign: .plus, exponent: -(exponent / 2), significand: 1)
    let more = Double(sign: .plus, exponent: -(exponent - exponent / 2), significand: 1)
    let m = DoubleDouble(parts: hi * down * more, lo * down * more)
    let index = ((m.hi - 1) * 64).rounded(.toNearestOrEven)
    let c = 1 + index * 0x1p-6
    let s = (m + -c) / (m + c)
    let near = Wide.logarithms[Int(index) + Wide.half] + Wide.twiceArtanh(s, terms: Wide.shortSeries)
    return exponent == 0 ? near : Wide.ln2 * Double(exponent) + near
  }

  /// x to a whole power by repeated squaring; of 0 to a negative power the high part is infinite.
  func power(_ exponent: Int) -> DoubleDouble {
    var result = DoubleDouble(1)
    var square = self
    var left = exponent.magnitude
    while left > 0 {
      if left & 1 == 1 { result = result * square }
      left >>= 1
      if left > 0 { square = square * square }
    }
    return exponent < 0 ? DoubleDouble(1) / result : result
  }

  /// x^y; nan for a negative x unless y is whole.
  func power(_ y: DoubleDouble) -> DoubleDouble {
    if y.lo == 0, y.hi.magnitude <= 0x1p20, let whole = Int(exactly: y.hi) { return power(whole) }
    if hi == 0 { return DoubleDouble(y.hi > 0 ? 0 : .infinity) }
    guard hi > 0 else { return DoubleDouble(.nan) }
    return (naturalLogarithm() * y).exponential()
  }
}

/// Constants, tables and series behind `exponential` and `naturalLogarithm`.
private enum Wide {
  /// ln 2 to 32 bits, what that leaves out, and all of it.
  static let ln2Head = 0x1.62e42feep-1
  static let ln2Tail = DoubleDouble(larger: 0x1.a39ef35793c76p-33, smaller: 0x1.cc01f97b57a08p-87)
  static let ln2 = DoubleDouble(ln2Head) + ln2Tail

  /// The table's middle, the point of zero.
  static let half = 32
  /// Enough for arguments to 1/128.
  static let shortSeries = 13
  private static let longSeries = 40

  /// e^(i/64) for i from -32 to 32.
  static let exponentials = (-half...half).map {
    DoubleDouble(1) + expm1(DoubleDouble(Double($0) * 0x1p-6), terms: longSeries)
  }

  /// ln(1 + i/64) for i from -32 to 32.
  static let logarithms = (-half...half).map {
    let c = DoubleDouble(1 + Double($0) * 0x1p-6)
    return twiceArtanh((c + -1) / (c + 1), terms: longSeries)
  }

  /// 1 / n!
  private static let inverseFactorials = (1...longSeries).reduce(into: [DoubleDouble(1)]) {
    $0.append($0[$0.count - 1] / DoubleDouble(Double($1)))
  }

  /// 2 / (2 n + 1)
  private static let oddInverses = (0...longSeries).map { DoubleDouble(2) / DoubleDouble(Double(2 * $0 + 1)) }

  /// e^x - 1 = x + x^2 / 2! + ...
  static func expm1(_ x: DoubleDouble, terms: Int) -> DoubleDouble {
    var sum = inverseFactorials[terms]
    for index in stride(from: terms - 1, to: 0, by: -1) { sum = sum * x + inverseFactorials[index] }
    return sum * x
  }

  /// 2 artanh s = 2 (s + s^3 / 3 + ...) = ln((1 + s) / (1 - s))
  static func twiceArtanh(_ s: DoubleDouble, terms: Int) -> DoubleDouble {
    let square = s * s
    var sum = oddInverses[terms]
    for index in stride(from: terms - 1, through: 0, by: -1) { sum = sum * square + oddInverses[index] }
    return sum * s
  }
}
