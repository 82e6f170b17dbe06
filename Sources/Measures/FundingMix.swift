/// Out of which sources the money comes.
public enum FundingMix {
  /// `XB / (XB + RB)`: the extrabudgetary part of what was received. `nil` where either is negative or nothing
  /// was received.
  public static func extrabudgetaryShare(extrabudgetary: Double, regularBudget: Double) -> Double? {
    guard extrabudgetary >= 0, regularBudget >= 0 else { return nil }
    return Concentration.share(of: extrabudgetary, total: extrabudgetary + regularBudget)
  }

  /// The smallest whole number of cents x, 0 or more, with which `(XB + x) / (XB + x + RB)` meets the threshold.
  ///
  /// It asks the very question the threshold asks of the share in `Double`, so that what is said to be enough is
  /// judged as met. `nil` where no amount is enough, as with regular-budget money and a threshold of 1, or where
  /// the regular budget is negative.
  /// - Parameters:
  ///   - extrabudgetary: whole cents received; below zero where refunds exceed receipts.
  ///   - regularBudget: whole cents received.
  public static func extraToRestore(extrabudgetary: Double, regularBudget: Double, threshold: Threshold)
    -> Double?
  {
    func isEnough(_ extra: Double) -> Bool {
      let share = extrabudgetaryShare(extrabudgetary: extrabudgetary + extra, regularBudget: regularBudget)
      return share.map { threshold.comparison.holds($0, against: threshold.value) } ?? false
    }
    if isEnough(0) { return 0 }
    let canReach = threshold.value < 1 || (regularBudget == 0 && threshold.verdict(1) == .met)
    guard threshold.comparison.wantsMore, regularBudget >= 0, canReach else { return nil }
    return smallest(isEnough)
  }

  /// `in kind / (in kind + cash)`. `nil` where there is neither.
  public static func inKindShare(inKind: Double, cash: Double) -> Double? {
    Concentration.share(of: inKind, total: inKind + cash)
  }

  /// `(all - budget currency) / all`, of income or of cost. `nil` where there is none.
  public static func nonBudgetCurrencyShare(inOtherCurrencies: Double, total: Double) -> Double? {
    Concentration.share(of: inOtherCurrencies, total: total)
  }

  /// The first whole number that is enough, where every larger one is too: doubling, then halving. `nil` past
  /// 2^52, beyond which cents are no longer whole.
  private static func smallest(_ isEnough: (Double) -> Bool) -> Double? {
    var high = 1.0
    while !isEnough(high) {
      high *= 2
      guard high <= 4_503_599_627_370_496 else { return nil }
    }
    var low = 0.0
    while high - low > 1 {
      let middle = ((low + high) / 2).rounded(.down)
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
