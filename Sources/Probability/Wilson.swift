/// The score interval of a proportion: never empty, never outside [0, 1], so 0 of n is not "never".
///
/// Source: Wilson 1927.
public enum Wilson {
  /// Bounds of the probability behind `successes` of `trials`, at `z` standard errors (default: 95 %).
  ///
  /// (p + z^2/2n -+ z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n). No trials at all give (0, 1).
  public static func interval(
    successes: Int, trials: Int, confidence z: Double = 1.959963984540054
  ) -> (lower: Double, upper: Double) {
    precondition(0 <= successes && successes <= trials, "\(successes) of \(trials) is no proportion")
    guard trials > 0 else { return (0, 1) }
    let n = Double(trials)
    let p = Double(successes) / n
    let square = z * z
    let middle = p + square / (2 * n)
    let reach = z * (p * (1 - p) / n + square / (4 * n * n)).squareRoot()
    let divisor = 1 + square / n
    return (
      successes == 0 ? 0 : max(0, (middle - reach) / divisor),
      successes == trials ? 1 : min(1, (middle + reach) / divisor)
    )
  }
}
