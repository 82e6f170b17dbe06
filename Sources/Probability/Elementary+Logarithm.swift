public import Vectors

extension Elementary {
  /// The natural logarithm; error at most 0.9 ulp. log(0) is minus infinity, of a negative number nan.
  @inlinable
  public static func log(_ x: Double) -> Double {
    let bits = x.bitPattern
    guard bits &- 0x0010_0000_0000_0000 < 0x7FE0_0000_0000_0000 else { return logarithmAtTheEnds(x) }
    let (k, f) = split(bits)
    return logarithm(k, f, 0)
  }

  /// ln(1 + x) without cancellation near zero; error at most 1 ulp. Of -1 minus infinity, below nan.
  @inlinable
  public static func log1p(_ x: Double) -> Double {
    if x.magnitude < 0x1p-54 { return x }
    guard x > -1 && x < 0x1p60 else { return log(x + 1) }
    let u = 1 + x
    let (k, f) = split(u.bitPattern)
    guard k != 0 else { return logarithm(0, x, 0) }
    let lost = x < 1 ? x - (u - 1) : 1 - (u - x)
    return logarithm(k, f, lost / u)
  }

  /// x = 2^k (1 + f) with 1 + f from sqrt(1/2) to sqrt(2), for the bits of a normal positive number.
  @inlinable @inline(__always)
  static func split(_ bits: UInt64) -> (k: Double, f: Double) {
    let k = Int64(bitPattern: bits &- 0x3FE6_A09E_667F_3BCD) >> 52
    return (Double(k), Double(bitPattern: bits &- UInt64(bitPattern: k << 52)) - 1)
  }

  /// k ln 2 + ln(1 + f) + extra, with ln(1 + f) = f - s (f - s^2 P(s^2)), s = f / (2 + f).
  @inlinable @inline(__always)
  static func logarithm<Number: Real>(_ k: Number, _ f: Number, _ extra: Number) -> Number {
    let s = f / (2 + f)
    let z = s * s
    return k * ln2High + (f - (s * (f - z * logarithmTail(z)) - (k * ln2Low + extra)))
  }

  @usableFromInline
  static func logarithmAtTheEnds(_ x: Double) -> Double {
    if x.isNaN || x == .infinity { return x }
    if x == 0 { return -.infinity }
    if x < 0 { return .nan }
    let (k, f) = split((x * 0x1p54).bitPattern)
    return logarithm(k - 54, f, 0)
  }
}
