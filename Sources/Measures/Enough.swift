/// How much more money brings a measure of concentration to a line, in closed form.
public enum Enough {
  /// The smallest x from others than the largest with `largest / (sum of positive amounts + x) <= share`:
  /// `largest / share - total`, or 0.
  public static func beside(largest: Double, of amounts: [Double], share: Double) -> Double {
    share > 0 ? max(0, largest / share - positive(amounts)) : .infinity
  }

  /// The smallest x with `sum of squares / (total + x)^2 <= herfindahl`, if x is spread over so many small givers
  /// that their own squares do not count: `sqrt(sum of squares / herfindahl) - total`, or 0.
  public static func spread(over amounts: [Double], herfindahl: Double) -> Double {
    guard herfindahl > 0 else { return .infinity }
    let squares = amounts.reduce(0) { $0 + max(0, $1) * max(0, $1) }
    return max(0, (squares / herfindahl).squareRoot() - positive(amounts))
  }

  private static func positive(_ amounts: [Double]) -> Double { amounts.reduce(0) { $0 + max(0, $1) } }
}
