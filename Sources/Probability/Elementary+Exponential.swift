public import Vectors

extension Elementary {
  /// e^x; error at most 0.6 ulp (1 ulp where the result is subnormal). Overflows to infinity, underflows to
  /// zero.
  @inlinable
  public static func exp(_ x: Double) -> Double {
    guard x > -708 && x < 709.78 else { return exponentialAtTheEnds(x) }
    let (shifted, r, tail) = reduced(x)
    return Double(bitPattern: reducedExponential(r, tail).bitPattern &+ shifted << 52)
  }

  /// e^x - 1 without cancellation near zero; error at most 1.3 ulps.
  @inlinable
  public static func expm1(_ x: Double) -> Double {
    if x.magnitude < 0.3465 { return x + x * x * exponentialTail(x) }
    guard x > -40 && x < 709 else { return x <= -40 ? -1 : exp(x) }
    let (shifted, r, tail) = reduced(x)
    let scale = Double(bitPattern: 0x3FF0_0000_0000_0000 &+ shifted << 52)
    return (scale - 1) + scale * (r + (tail + r * r * exponentialTail(r)))
  }

  /// x = n ln 2 + r + tail with |r| <= ln 2 / 2: the bits of n shifted into a significand, r and its tail.
  @inlinable @inline(__always)
  static func reduced(_ x: Double) -> (shifted: UInt64, r: Double, tail: Double) {
    let shifted = x * perLn2 + roundingShift
    let n = shifted - roundingShift
    let high = x - n * ln2High
    let low = n * ln2Low
    let r = high - low
    return (shifted.bitPattern, r, (high - r) - low)
  }

  /// exp(r + tail), with 1 + r kept exactly until the last addition.
  @inlinable @inline(__always)
  static func reducedExponential<Number: Real>(_ r: Number, _ tail: Number) -> Number {
    let sum = 1 + r
    let lost = (1 - sum) + r
    return sum + (lost + (tail + r * r * exponentialTail(r)))
  }

  @usableFromInline
  static func exponentialAtTheEnds(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 0x1.62e42fefa39efp+9 { return .infinity }
    if x < -746 { return 0 }
    let (shifted, r, tail) = reduced(x)
    let y = reducedExponential(r, tail)
    let lift: UInt64 = x < 0 ? 128 : 0
    let lifted = Double(bitPattern: y.bitPattern &+ (shifted &+ lift) << 52)
    return x < 0 ? lifted * 0x1p-128 : lifted
  }
}
