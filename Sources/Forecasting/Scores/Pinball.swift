/// The loss whose expectation is least at a quantile.
public enum Pinball {
  /// max(tau (y - q), (tau - 1)(y - q)), in the unit of `truth`; 0 where the quantile is what came.
  ///
  /// Source: Koenker and Bassett, "Regression quantiles", Econometrica 46 (1978).
  /// - Parameter level: tau, between 0 and 1.
  @inlinable
  public static func loss(_ quantile: Double, at level: Double, truth: Double) -> Double {
    let error = truth - quantile
    return max(level * error, (level - 1) * error)
  }
}
