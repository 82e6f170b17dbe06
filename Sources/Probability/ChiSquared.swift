/// The chi-square distribution with a number of degrees of freedom above zero, not necessarily whole.
///
/// Relative error about 1e-14 in both tails, down to 1e-300.
public enum ChiSquared {
  /// P(X <= x), by the incomplete gamma function.
  public static func cdf(_ x: Double, degreesOfFreedom: Double) -> Double {
    x <= 0 ? 0 : regularisedGamma(degreesOfFreedom / 2, x / 2)
  }

  /// P(X > x), without cancellation: the p value.
  public static func upperTail(_ x: Double, degreesOfFreedom: Double) -> Double {
    x <= 0 ? 1 : regularisedGammaComplement(degreesOfFreedom / 2, x / 2)
  }

  /// The x with P(X <= x) = p; relative error about 1e-14. 0 gives 0, 1 infinity, others nan.
  public static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    guard p >= 0, p <= 1, degreesOfFreedom > 0, degreesOfFreedom < .infinity else { return .nan }
    if p == 0 || p == 1 { return p == 0 ? 0 : .infinity }
    let rising = p < 0.5
    return invertTail(rising ? p : 1 - p, rising: rising, from: degreesOfFreedom) { x in
      let tail =
        rising
        ? cdf(x, degreesOfFreedom: degreesOfFreedom) : upperTail(x, degreesOfFreedom: degreesOfFreedom)
      return (tail, gammaFactor(degreesOfFreedom / 2, Pair(x / 2)))
    }
  }
}
