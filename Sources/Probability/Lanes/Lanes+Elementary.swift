public import Vectors

/// The elementary functions, eight at a time: `Elementary`'s arithmetic, lane by lane the same bits.
extension Lanes {
  /// e^x; see `Elementary.exp`.
  @inlinable
  public static func exp(_ x: Lanes) -> Lanes {
    let inside = (x .> -708) .& (x .< 709.78)
    let result = expInside(x)
    return inside.all ? result : result.corrected(x, except: inside, Elementary.exp)
  }

  /// The same where every x lies from -708 to 709.78.
  @inlinable @inline(__always)
  static func expInside(_ x: Lanes) -> Lanes {
    let shifted = x * Elementary.perLn2 + Elementary.roundingShift
    let n = shifted - Elementary.roundingShift
    let high = x - n * Elementary.ln2High
    let low = n * Elementary.ln2Low
    let r = high - low
    let tail = (high - r) - low
    return Lanes(bits: Elementary.reducedExponential(r, tail).bits &+ shifted.bits &<< 52)
  }

  /// The natural logarithm; see `Elementary.log`.
  @inlinable
  public static func log(_ x: Lanes) -> Lanes {
    let inside = (x .>= 0x1p-1022) .& (x .< .infinity)
    let bits = x.bits
    let k = unsafeBitCast(bits &- 0x3FE6_A09E_667F_3BCD, to: SIMD8<Int64>.self) &>> 52
    let f = Lanes(bits: bits &- unsafeBitCast(k &<< 52, to: SIMD8<UInt64>.self)) - 1
    let result = Elementary.logarithm(small(k), f, Lanes(0))
    return inside.all ? result : result.corrected(x, except: inside, Elementary.log)
  }

  /// 1 / (1 + exp(-x)); see `Elementary.logistic`.
  @inlinable
  public static func logistic(_ x: Lanes) -> Lanes {
    let inside = x.magnitude .< 708
    let e = inside.all ? expInside(-x.magnitude) : exp(-x.magnitude)
    return (x .< 0).select(e, Lanes(1)) / (1 + e)
  }

  /// The standard normal quantile; see `Normal.quantile`.
  @inlinable
  public static func normalQuantile(_ p: Lanes) -> Lanes {
    let q = p - 0.5
    let central = q * Normal.central(0.180625 - q * q)
    let isCentral = q.magnitude .<= 0.425
    if isCentral.all { return central }
    let rest = (q .< 0).select(p, 1 - p)
    let positive = rest .> 0
    let root = (-log(positive.select(rest, Lanes(0.5)))).squareRoot()
    var x = Normal.shoulder(root - 1.6)
    let isTail = root .> 5
    if isTail.any { x = isTail.select(Normal.tail(root - 5), x) }
    let result = isCentral.select(central, (q .< 0).select(-x, x))
    return (positive .| isCentral).all
      ? result : result.corrected(p, except: positive .| isCentral, Normal.quantile)
  }

  /// Whole numbers below 2^51 in size, exactly: added to the significand of 1.5 * 2^52.
  @inlinable @inline(__always)
  static func small(_ whole: SIMD8<Int64>) -> Lanes {
    let bits = unsafeBitCast(whole, to: SIMD8<UInt64>.self) &+ Elementary.roundingShift.bitPattern
    return Lanes(bits: bits) - Elementary.roundingShift
  }

  /// With the lanes outside `mask` computed one by one.
  @usableFromInline @inline(never)
  func corrected(_ x: Lanes, except mask: LaneMask, _ function: (Double) -> Double) -> Lanes {
    var result = self
    for lane in 0..<Lanes.count where !mask[lane] { result[lane] = function(x[lane]) }
    return result
  }
}
