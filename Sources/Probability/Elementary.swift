public import Vectors

/// Elementary functions in plain double arithmetic, so that their bits are the same on every machine.
///
/// No table, no fused multiply-add, no C library. Errors are in units in the last place (ulps) of the result,
/// measured against 30-digit values. Coefficients: own Chebyshev fits, Tests/ProbabilityTests/Scripts.
public enum Elementary {
  /// ln 2 to 32 bits: times a whole number below 2^21 it is exact.
  @usableFromInline static let ln2High = 0x1.62e42feep-1
  /// What `ln2High` leaves out.
  @usableFromInline static let ln2Low = 0x1.a39ef35793c76p-33
  /// 1 / ln 2.
  @usableFromInline static let perLn2 = 0x1.71547652b82fep+0
  /// 1.5 * 2^52: adding it leaves the nearest whole number in the low bits.
  @usableFromInline static let roundingShift = 0x1.8p52

  /// (exp(r) - 1 - r) / r^2 for |r| <= ln 2 / 2, relative error 4e-20 before rounding.
  @inlinable @inline(__always)
  static func exponentialTail<Number: Real>(_ r: Number) -> Number {
    let r2 = r * r
    let r4 = r2 * r2
    let first = cubic(
      r, r2, 0x1p-1, 0x1.5555555555555p-3, 0x1.5555555555557p-5, 0x1.1111111111111p-7)
    let second = cubic(
      r, r2, 0x1.6c16c16c15a5fp-10, 0x1.a01a01a0196a7p-13, 0x1.a01a01a9ed901p-16, 0x1.71de3a5aa9dc9p-19)
    let third = cubic(
      r, r2, 0x1.27e4d40eb84dfp-22, 0x1.ae642c777eecbp-26, 0x1.1f7f3b37e9a58p-29, 0x1.61bfbf339abc9p-33)
    let rest = second + r4 * third
    return first + r4 * rest
  }

  /// (ln((1 + s) / (1 - s)) - 2 s) / s^3 in z = s^2, for 1 + f = (1 + s) / (1 - s) from sqrt(1/2) to sqrt(2).
  @inlinable @inline(__always)
  static func logarithmTail<Number: Real>(_ z: Number) -> Number {
    let z2 = z * z
    let z4 = z2 * z2
    let low = cubic(
      z, z2, 0x1.5555555555555p-1, 0x1.9999999999a38p-2, 0x1.2492492476cbap-2, 0x1.c71c72015b06fp-3)
    let high = cubic(
      z, z2, 0x1.745cf903bf098p-3, 0x1.3b1c35868035bp-3, 0x1.0fbe913e56768p-3, 0x1.0c03cc5bc65f5p-3)
    return low + z4 * high
  }

  /// (a + b x) + (c + d x) x^2.
  @inlinable @inline(__always)
  static func cubic<Number: Real>(
    _ x: Number, _ square: Number, _ a: Double, _ b: Double, _ c: Double, _ d: Double
  ) -> Number {
    let low: Number = a + b * x
    let high: Number = c + d * x
    return low + high * square
  }
}
