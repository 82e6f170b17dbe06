/// Student's t distribution with a number of degrees of freedom above zero, not necessarily whole.
public enum StudentT {
  /// P(T <= t), error about 1e-13 of the smaller tail: half the beta function I_x(df / 2, 1 / 2) at
  /// x = df / (df + t^2).
  public static func cdf(_ t: Double, degreesOfFreedom: Double) -> Double {
    let tail = 0.5 * twoSided(t, degreesOfFreedom: degreesOfFreedom)
    return t < 0 ? tail : 1 - tail
  }

  /// P(|T| >= |t|): the two-sided p value.
  public static func twoSided(_ t: Double, degreesOfFreedom: Double) -> Double {
    guard degreesOfFreedom > 0, !t.isNaN else { return .nan }
    guard t.magnitude < 1e150 else { return 0 }
    let sum = degreesOfFreedom + t * t
    return regularisedBeta(degreesOfFreedom / sum, complement: t * t / sum, degreesOfFreedom / 2, 0.5)
  }

  /// The t with P(T <= t) = p; relative error about 1e-12. 0 and 1 give the infinities.
  public static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    guard p >= 0, p <= 1, degreesOfFreedom > 0 else { return .nan }
    if p == 0.5 { return 0 }
    let tail = min(p, 1 - p)
    if tail == 0 { return p == 0 ? -.infinity : .infinity }
    let t = solve(from: 1) { twoSided($0, degreesOfFreedom: degreesOfFreedom) > 2 * tail }
    return p < 0.5 ? -t : t
  }
}

/// The chi-square distribution with a number of degrees of freedom above zero.
public enum ChiSquared {
  /// P(X <= x), by the incomplete gamma function; error about 1e-13.
  public static func cdf(_ x: Double, degreesOfFreedom: Double) -> Double {
    x <= 0 ? 0 : regularisedGamma(degreesOfFreedom / 2, x / 2)
  }

  /// P(X > x), without cancellation: the p value.
  public static func upperTail(_ x: Double, degreesOfFreedom: Double) -> Double {
    x <= 0 ? 1 : regularisedGammaComplement(degreesOfFreedom / 2, x / 2)
  }

  /// The x with P(X <= x) = p; relative error about 1e-12.
  public static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
    guard p >= 0, p <= 1, degreesOfFreedom > 0 else { return .nan }
    if p == 0 || p == 1 { return p == 0 ? 0 : .infinity }
    return solve(from: degreesOfFreedom) { x in
      p < 0.5
        ? cdf(x, degreesOfFreedom: degreesOfFreedom) < p
        : upperTail(x, degreesOfFreedom: degreesOfFreedom) > 1 - p
    }
  }
}

/// The positive number up to which a condition holds, by doubling or halving and then bisection.
private func solve(from start: Double, below: (Double) -> Bool) -> Double {
  var low = start
  var high = start
  while below(high), high < 1e300 { high *= 2 }
  while !below(low), low > 1e-300 { low /= 2 }
  for _ in 0..<1100 {
    let middle = low + (high - low) / 2
    if middle <= low || middle >= high { break }
    if below(middle) { low = middle } else { high = middle }
  }
  return low + (high - low) / 2
}
