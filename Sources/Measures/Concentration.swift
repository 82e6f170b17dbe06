/// How far the money hangs on few contributors.
///
/// Amounts are those of one window in one currency, whole hundredths kept in `Double`. A sum is taken in the
/// order given: pass amounts in an order of your own, not that of a dictionary.
public enum Concentration {
  /// `part / total`. `nil` where the total is not above zero.
  public static func share(of part: Double, total: Double) -> Double? {
    total > 0 ? part / total : nil
  }

  /// The Herfindahl-Hirschman index: the sum of squared shares of the positive amounts, from 1/n (n equal
  /// givers) to 1 (one giver). Net refunds are no share and are left out. `nil` where no amount is positive.
  public static func herfindahl(_ amounts: [Double]) -> Double? {
    let total = positiveTotal(amounts)
    guard total > 0 else { return nil }
    return amounts.reduce(0) { sum, amount in
      let share = amount > 0 ? amount / total : 0
      return sum + share * share
    }
  }

  /// `1 / herfindahl`: how many equal givers would be as concentrated. `nil` where no amount is positive.
  public static func effectiveContributors(_ amounts: [Double]) -> Double? {
    herfindahl(amounts).map { 1 / $0 }
  }

  /// The largest amount's share of the positive amounts. `nil` where no amount is positive.
  public static func largestShare(_ amounts: [Double]) -> Double? {
    amounts.max().flatMap { share(of: $0, total: positiveTotal(amounts)) }
  }

  private static func positiveTotal(_ amounts: [Double]) -> Double {
    amounts.reduce(0) { $0 + max(0, $1) }
  }
}
