extension Elementary {
  /// 1 / (1 + exp(-x)); error at most 2 ulps on both sides, so small probabilities keep their digits.
  @inlinable
  public static func logistic(_ x: Double) -> Double {
    let e = exp(-x.magnitude)
    return (x < 0 ? e : 1) / (1 + e)
  }

  /// ln(p / (1 - p)), the inverse of `logistic`; error at most 3 ulps. 0 and 1 give the infinities, others
  /// nan.
  @inlinable
  public static func logit(_ p: Double) -> Double {
    if p >= 0.25 && p <= 0.75 { return log1p((2 * p - 1) / (1 - p)) }
    return log(p / (1 - p))
  }

  /// ln(1 + exp(x)), without overflow; error at most 2 ulps. Minus the log likelihood of a "no" at logit x.
  @inlinable
  public static func softplus(_ x: Double) -> Double {
    max(x, 0) + log1p(exp(-x.magnitude))
  }
}
