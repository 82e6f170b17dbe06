/// Student's t distribution with a number of degrees of freedom above zero, not necessarily whole; with
/// infinitely many it is the normal.
///
/// Relative error about 1e-14 in both tails, down to 1e-300, by I_x(df / 2, 1 / 2) at x = df / (df + t^2).
public enum StudentT {
  /// P(T <= t).
  public static func cdf(_ t: Double, degreesOfFreedom: Double) -> Double {
    upperTail(-t, degreesOfFreedom: degreesOfFreedom)
  }

  /// P(T > t), without cancellation: the one-sided p value.
  public static func upperTail(_ t: Double, degreesOfFreedom: Double) -> Double {
    let tail = 0.5 * twoSided(t, degreesOfFreedom: degreesOfFreedom)
    return t < 0 ? 1 - tail : tail
  }

  /// P(|T| >= |t|): the two-sided p value.
  public static func twoSided(_ t: Double, degreesOfFreedom: Double) -> Double {
    guard degreesOfFreedom > 0, !t.isNaN else { return .nan }
    if t == 0 || t.isInfinite { return t == 0 ? 1 : 0 }
    guard degreesOfFreedom < 1e200 else { return 2 * Normal.cdf(-t.magnitude) }
    return regularisedBeta(point(t, degreesOfFreedom), degreesOfFreedom / 2, 0.5)
  }

  /// The t with P(T <= t) = p; relative error about 1e-14. 0 and 1 give the infinities, others nan.
  public static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    guard p >= 0, p <= 1, degreesOfFreedom > 0 else { return .nan }
    if p == 0.5 { return 0 }
    let tail = min(p, 1 - p)
    if tail == 0 { return p == 0 ? -.infinity : .infinity }
    guard degreesOfFreedom < 1e200 else { return Normal.quantile(p) }
    let t = tail < 0.25 ? outer(tail, degreesOfFreedom) : inner((p - 0.5).magnitude, degreesOfFreedom)
    return p < 0.5 ? -t : t
  }

  /// The t above which a small probability lies.
  private static func outer(_ tail: Double, _ freedom: Double) -> Double {
    invertTail(2 * tail, rising: false, from: -Normal.quantile(tail)) { t in
      let point = point(t, freedom)
      return (regularisedBeta(point, freedom / 2, 0.5), 2 * betaFactor(point, freedom / 2, 0.5))
    }
  }

  /// The t that has a probability between 0 and itself.
  private static func inner(_ share: Double, _ freedom: Double) -> Double {
    invertTail(2 * share, rising: true, from: 2.5 * share) { t in
      let point = point(t, freedom).mirrored
      return (regularisedBeta(point, 0.5, freedom / 2), 2 * betaFactor(point, 0.5, freedom / 2))
    }
  }

  /// df / (df + t^2).
  private static func point(_ t: Double, _ freedom: Double) -> BetaPoint {
    let root = Pair.log(t.magnitude)
    let plain = t.magnitude < 1e100 && t.magnitude > 1e-100 && freedom < 1e100 && freedom > 1e-100
    let odds = plain ? Pair(freedom) / Pair(product: t, t) : Pair(freedom / t.magnitude / t.magnitude)
    return BetaPoint(odds: odds, logOdds: Pair.log(freedom) - (root + root))
  }
}
