/// The standard normal distribution.
public enum Normal {
  /// P(Z <= x); relative error at most 1e-15, also deep in the lower tail (above it, subtract from 1).
  ///
  /// Near zero 1/2 + x P(x^2), elsewhere density times Mills ratio; own fits.
  public static func cdf(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x.magnitude <= 1 { return 0.5 + x * polynomial(centralCoefficients, at: x * x) }
    let tail = density(x) * millsRatio(x.magnitude)
    return x < 0 ? tail : 1 - tail
  }

  /// exp(-x^2 / 2) / sqrt(2 pi); relative error at most 1e-15 down to the subnormal numbers.
  public static func density(_ x: Double) -> Double {
    guard x.magnitude < 40 else { return x.isNaN ? x : 0 }
    let (square, lost) = Elementary.exactProduct(x, x)
    return Elementary.exp(-0.5 * square) * (0.3989422804014327 - 0.19947114020071635 * lost)
  }

  /// The logarithm of the density: -x^2 / 2 - ln(2 pi) / 2.
  @inlinable
  public static func logDensity(_ x: Double) -> Double {
    -0.5 * x * x - 0.9189385332046728
  }

  /// (1 - cdf(x)) / density(x) for x >= 0.
  static func millsRatio(_ x: Double) -> Double {
    guard x < 1e30 else { return 1 / x }
    return polynomial(millsCoefficients, at: (x - 4) / (x + 4)) / (1 + 2 * x)
  }
}

/// The polynomial with these coefficients, lowest power first.
func polynomial(_ coefficients: [Double], at x: Double) -> Double {
  var sum = 0.0
  for coefficient in coefficients.reversed() { sum = sum * x + coefficient }
  return sum
}
