extension Normal {
  /// P(Z > x), without cancellation: relative error at most 1e-15 far up the upper tail.
  public static func upperTail(_ x: Double) -> Double { cdf(-x) }

  /// ln P(Z <= x); relative error at most 1e-15, also where the probability itself underflows.
  ///
  /// In the lower tail the logarithm of the density plus that of Mills ratio, above it ln(1 - P(Z > x)).
  public static func logCdf(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > -1 { return Elementary.log1p(-cdf(-x)) }
    guard x > -1e150 else { return -.infinity }
    return logDensity(x) + Elementary.log(millsRatio(-x))
  }

  /// density(x) / cdf(x), the mean of -Z given Z < x; relative error at most 1e-15 at every x.
  ///
  /// It tends to -x in the lower tail, where density and cdf both underflow: one over Mills ratio there.
  public static func inverseMills(_ x: Double) -> Double {
    x < -1 ? 1 / millsRatio(-x) : density(x) / cdf(x)
  }
}
