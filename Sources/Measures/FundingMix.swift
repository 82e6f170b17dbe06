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
    // Where (XB + x) / (XB + x + RB) is the threshold, but for rounding.
    let rest = 1 - threshold.value
    return smallest(
      near: (rest > 0 ? regularBudget * threshold.value / rest : regularBudget) - extrabudgetary, isEnough)
  }

  /// The smallest whole number of cents of regular-budget money, 0 or more, without which the share meets the
  /// threshold: the cut that does what `extraToRestore` does with a contribution.
  ///
  /// `nil` where no cut is enough, since nothing extrabudgetary was received.
  public static func cutToRestore(extrabudgetary: Double, regularBudget: Double, threshold: Threshold)
    -> Double?
  {
    func isEnough(_ cut: Double) -> Bool {
      guard cut <= regularBudget else { return false }
      let share = extrabudgetaryShare(extrabudgetary: extrabudgetary, regularBudget: regularBudget - cut)
      return share.map { threshold.comparison.holds($0, against: threshold.value) } ?? false
    }
    if isEnough(0) { return 0 }
    guard threshold.comparison.wantsMore, threshold.value > 0, isEnough(regularBudget) else { return nil }
    // Where XB / (XB + RB - x) is the threshold, but for rounding: the answer is a cent or two away.
    let kept = extrabudgetary * (1 - threshold.value) / threshold.value
    var cut = min(max((regularBudget - kept).rounded(.down) - 2, 1), regularBudget)
    while !isEnough(cut) { cut += 1 }
    return cut
  }

  /// `in kind / (in kind + cash)`. `nil` where there is neither.
  public static func inKindShare(inKind: Double, cash: Double) -> Double? {
    Concentration.share(of: inKind, total: inKind + cash)
  }

  /// `(all - budget currency) / all`, of income or of cost. `nil` where there is none.
  public static func nonBudgetCurrencyShare(inOtherCurrencies: Double, total: Double) -> Double? {
    Concentration.share(of: inOtherCurrencies, total: total)
  }

  /// Cents beyond it are no longer whole.
  private static let largest = 4_503_599_627_370_496.0

  /// The first whole number above 0 that is enough, where every larger one is too and 0 is not; `nil` past 2^52.
  ///
  /// From a guess in steps that double until it lies between two numbers, then by halving: where the guess is good,
  /// two or three questions answer it.
  private static func smallest(near guess: Double, _ isEnough: (Double) -> Bool) -> Double? {
    let start = min(max(guess.rounded(.up), 1), largest)
    var (low, high, step) = (0.0, largest, 1.0)
    if isEnough(start) {
      high = start
      while high - step > 0, isEnough(high - step) { (high, step) = (high - step, 2 * step) }
      low = max(high - step, 0)
    } else {
      low = start
      while low + step < largest, !isEnough(low + step) { (low, step) = (low + step, 2 * step) }
      high = min(low + step, largest)
      guard isEnough(high) else { return nil }
    }
    while high - low > 1 {
      let middle = ((low + high) / 2).rounded(.down)
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
