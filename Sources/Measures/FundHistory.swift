/// What contributors gave to a fund, year by year, and what it spent: all that public statements tell of one.
///
/// Amounts are of one currency; a sum is taken in the order given. A window is a run of years inside the record;
/// what reaches outside is not measurable.
public struct FundHistory: Sendable, Hashable {
  public let years: ClosedRange<Int>
  /// By contributor, then by year; refunds are negative.
  public let amounts: [[Double]]
  /// By year; `nil`: not known.
  public let spending: [Double?]

  public init(years: ClosedRange<Int>, amounts: [[Double]], spending: [Double?]) {
    precondition(amounts.allSatisfy { $0.count == years.count } && spending.count == years.count)
    (self.years, self.amounts, self.spending) = (years, amounts, spending)
  }

  /// All contributors' amounts of a year.
  public func income(_ year: Int) -> Double { amounts.reduce(0) { $0 + $1[place(year)] } }

  func amount(_ contributor: Int, _ year: Int) -> Double { amounts[contributor][place(year)] }
  func place(_ year: Int) -> Int { year - years.lowerBound }

  /// `count` years that end with `last`; `nil` where the record does not hold them all.
  public func window(_ count: Int, endingIn last: Int) -> ClosedRange<Int>? {
    let first = last - count + 1
    return first >= years.lowerBound && last <= years.upperBound ? first...last : nil
  }

  /// What each contributor gave in a window, refunds taken off.
  public func totals(_ window: ClosedRange<Int>) -> [Double] {
    amounts.map { row in window.reduce(0) { $0 + row[place($1)] } }
  }

  func income(_ window: ClosedRange<Int>) -> Double { window.reduce(0) { $0 + income($1) } }

  /// What was spent in a window; `nil` where a year of it is not known.
  func spent(_ window: ClosedRange<Int>) -> Double? {
    let known = window.compactMap { spending[place($0)] }
    return known.count == window.count ? known.reduce(0, +) : nil
  }
}

// MARK: - Money
extension FundHistory {
  /// `income / spending` of a window. `nil` where spending is not known or not above zero.
  public func incomeCover(_ window: ClosedRange<Int>) -> Double? {
    spent(window).flatMap { Concentration.share(of: income(window), total: $0) }
  }

  /// `(income - spending) / income` of a window (Tuckman and Chang 1991). `nil` without income or spending.
  public func operatingMargin(_ window: ClosedRange<Int>) -> Double? {
    spent(window).flatMap { Resilience.operatingMargin(revenue: income(window), expenses: $0) }
  }

  /// The margin of all years to `last` whose spending is known.
  public func cumulativeMargin(through last: Int) -> Double? {
    let known = years.filter { $0 <= last && spending[place($0)] != nil }
    guard !known.isEmpty else { return nil }
    let spent = known.reduce(0.0) { $0 + (spending[place($1)] ?? 0) }
    return Resilience.operatingMargin(revenue: known.reduce(0) { $0 + income($1) }, expenses: spent)
  }

  /// Standard deviation over mean of the yearly income of up to five years to `last`, the deviation of a whole
  /// population. `nil` of fewer than three years, or without income.
  public func volatility(through last: Int) -> Double? {
    let recent = (max(years.lowerBound, last - 4)...max(years.lowerBound, last)).map(income)
    let mean = recent.reduce(0, +) / Double(recent.count)
    guard recent.count >= 3, last <= years.upperBound, mean > 0 else { return nil }
    let squares = recent.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(recent.count)).squareRoot() / mean
  }
}

// MARK: - Contributors
extension FundHistory {
  /// Contributors a year, mean of a window.
  public func contributors(_ window: ClosedRange<Int>) -> Double {
    Double(window.reduce(0) { $0 + givers(in: $1).count }) / Double(window.count)
  }

  /// Of those that gave in a year before one of the window, the share that gave again in it; first years of the
  /// record have no year before. `nil` where nobody could give again.
  public func retention(_ window: ClosedRange<Int>) -> Double? {
    var (before, again) = (0, 0)
    for year in window where year > years.lowerBound {
      let last = givers(in: year - 1)
      before += last.count
      again += last.count { amount($0, year) > 0 }
    }
    return before == 0 ? nil : Double(again) / Double(before)
  }

  /// Who gives for the first time on record, who gave the year before and does not, and who gives again after a
  /// gap. `nil` in the first year of the record, which has no year before.
  public func turnover(_ year: Int) -> (new: Int, lapsed: Int, returned: Int)? {
    guard year > years.lowerBound, year <= years.upperBound else { return nil }
    let now = givers(in: year)
    let isNew = now.filter { giver in (years.lowerBound..<year).allSatisfy { amount(giver, $0) <= 0 } }
    let returned = now.filter { amount($0, year - 1) <= 0 }.count - isNew.count
    return (isNew.count, givers(in: year - 1).count { amount($0, year) <= 0 }, returned)
  }

  /// What is given regularly: the sum over contributors of the smallest of their amounts in a window, where
  /// all of them are above zero.
  public func regularIncome(_ window: ClosedRange<Int>) -> Double {
    amounts.reduce(0) { sum, row in sum + max(0, window.map { row[place($0)] }.min() ?? 0) }
  }

  private func givers(in year: Int) -> [Int] { amounts.indices.filter { amount($0, year) > 0 } }
}
