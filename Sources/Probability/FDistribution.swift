/// Fisher's F distribution, of the ratio of two mean squares; degrees of freedom above zero, not necessarily
/// whole, and infinitely many in either place.
///
/// Relative error about 1e-14 in both tails, down to 1e-300, by I_x(d2 / 2, d1 / 2) at x = d2 / (d2 + d1 F).
public enum FDistribution {
  /// P(X <= f).
  public static func cdf(_ f: Double, numerator: Double, denominator: Double) -> Double {
    guard numerator > 0, denominator > 0, !f.isNaN else { return .nan }
    if f <= 0 || f == .infinity { return f <= 0 ? 0 : 1 }
    if denominator == .infinity {
      if numerator == .infinity { return f < 1 ? 0 : 1 }
      return regularisedGamma(numerator / 2, Pair(product: numerator / 2, f))
    }
    if numerator == .infinity {
      return regularisedGammaComplement(denominator / 2, Pair(denominator / 2) / Pair(f))
    }
    return regularisedBeta(point(f, numerator, denominator).mirrored, numerator / 2, denominator / 2)
  }

  /// P(X > f), without cancellation: the p value.
  public static func upperTail(_ f: Double, numerator: Double, denominator: Double) -> Double {
    guard numerator > 0, denominator > 0, !f.isNaN else { return .nan }
    if f <= 0 || f == .infinity { return f <= 0 ? 1 : 0 }
    if denominator == .infinity {
      if numerator == .infinity { return f < 1 ? 1 : 0 }
      return regularisedGammaComplement(numerator / 2, Pair(product: numerator / 2, f))
    }
    if numerator == .infinity {
      return regularisedGamma(denominator / 2, Pair(denominator / 2) / Pair(f))
    }
    return regularisedBeta(point(f, numerator, denominator), denominator / 2, numerator / 2)
  }

  /// The f with P(X <= f) = p; relative error about 1e-14. 0 gives 0, 1 infinity, others nan.
  public static func quantile(_ p: Double, numerator: Double, denominator: Double) -> Double {
    guard p >= 0, p <= 1, numerator > 0, denominator > 0 else { return .nan }
    if p == 0 || p == 1 { return p == 0 ? 0 : .infinity }
    if denominator == .infinity {
      return numerator == .infinity ? 1 : ChiSquared.quantile(p, degreesOfFreedom: numerator) / numerator
    }
    if numerator == .infinity { return 1 / quantile(1 - p, numerator: denominator, denominator: .infinity) }
    let rising = p < 0.5
    return invertTail(rising ? p : 1 - p, rising: rising, from: 1) { f in
      let upper = point(f, numerator, denominator)
      let tail =
        rising
        ? regularisedBeta(upper.mirrored, numerator / 2, denominator / 2)
        : regularisedBeta(upper, denominator / 2, numerator / 2)
      return (tail, betaFactor(upper, denominator / 2, numerator / 2))
    }
  }

  /// d2 / (d2 + d1 f).
  private static func point(_ f: Double, _ numerator: Double, _ denominator: Double) -> BetaPoint {
    let logOdds = Pair.log(denominator) - Pair.log(numerator) - Pair.log(f)
    let product = Pair(product: numerator, f)
    let plain = f.magnitude < 1e100 && f.magnitude > 1e-100
    return BetaPoint(
      odds: plain ? Pair(denominator) / product : Pair(denominator / numerator / f), logOdds: logOdds)
  }
}
