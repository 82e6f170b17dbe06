public import Vectors

extension Elementary {
  /// x^y for x not negative (nan below zero); error at most 1.3 ulps while |y ln x| <= 30, 16 ulps at the
  /// ends.
  ///
  /// x^0 and 1^y are 1; 0^y is 0 for y > 0, infinite for y < 0.
  @inlinable
  public static func power(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    guard x >= 0x1p-1022 && x < .infinity && y.magnitude < 0x1p100 else { return powerAtTheEnds(x, y) }
    let (high, low) = wideLogarithm(x)
    let (product, lost) = exactProduct(y, high)
    let head = exp(product)
    guard head > 0 && head < .infinity else { return head }
    return head + head * (lost + y * low)
  }

  /// ln x as a sum of two doubles, absolute error about 2^-60.
  @inlinable
  static func wideLogarithm(_ x: Double) -> (high: Double, low: Double) {
    let (k, f) = split(x.bitPattern)
    let divisor = 2 + f
    let divisorLost = (2 - divisor) + f
    let s = f / divisor
    let (product, productLost) = exactProduct(s, divisor)
    let rest = ((f - product) - productLost - s * divisorLost) / divisor
    let z = s * s
    let first = exactSum(k * ln2High, 2 * s)
    let small = first.lost + (2 * rest + (s * z * logarithmTail(z) + k * ln2Low))
    let high = first.sum + small
    return (high, (first.sum - high) + small)
  }

  /// a * b exactly, as a rounded product and what rounding lost; by splitting into halves (Dekker 1971).
  @inlinable @inline(__always)
  static func exactProduct(_ a: Double, _ b: Double) -> (product: Double, lost: Double) {
    let product = a * b
    let a1 = upperHalf(a)
    let a2 = a - a1
    let b1 = upperHalf(b)
    let b2 = b - b1
    return (product, ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2)
  }

  /// a + b exactly, as a rounded sum and what rounding lost (Knuth).
  @inlinable @inline(__always)
  static func exactSum(_ a: Double, _ b: Double) -> (sum: Double, lost: Double) {
    let sum = a + b
    let part = sum - a
    return (sum, (a - (sum - part)) + (b - part))
  }

  @inlinable @inline(__always)
  static func upperHalf(_ a: Double) -> Double {
    let scaled = 0x1.0000002p27 * a
    return scaled - (scaled - a)
  }

  @usableFromInline
  static func powerAtTheEnds(_ x: Double, _ y: Double) -> Double {
    if x.isNaN || y.isNaN || x < 0 { return .nan }
    if x == 0 || x == .infinity { return (x == 0) == (y > 0) ? 0 : .infinity }
    if y.magnitude >= 0x1p100 { return (x > 1) == (y > 0) ? .infinity : 0 }
    return exp(y * log(x))
  }
}
