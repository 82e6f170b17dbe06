/// Elementary functions in plain double arithmetic, so that their bits are the same on every machine.
public enum Elementary {
  @inlinable public static func log(_ x: Double) -> Double { .nan }
  @inlinable public static func exp(_ x: Double) -> Double { .nan }
  @inlinable public static func log1p(_ x: Double) -> Double { .nan }
  @inlinable public static func expm1(_ x: Double) -> Double { .nan }
  @inlinable public static func logistic(_ x: Double) -> Double { .nan }
  @inlinable public static func logit(_ p: Double) -> Double { .nan }
  @inlinable public static func softplus(_ x: Double) -> Double { .nan }
  @inlinable public static func power(_ x: Double, _ y: Double) -> Double { .nan }
}
/// The standard normal distribution.
public enum Normal {
  public static func cdf(_ x: Double) -> Double { .nan }
  @inlinable public static func density(_ x: Double) -> Double { .nan }
  @inlinable public static func logDensity(_ x: Double) -> Double { .nan }
  @inlinable public static func quantile(_ p: Double) -> Double { .nan }
}
/// ln Gamma(x), x > 0.
public func logGamma(_ x: Double) -> Double { .nan }
