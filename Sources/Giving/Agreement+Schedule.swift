public import Finance
public import Records

extension Agreement {
  /// Instalments due from the first day to the end of `horizon`: month and cents of the agreement's currency.
  public func schedule(through horizon: Month) -> [(due: Month, cents: Int)] {
    switch instalments {
    case .dated(let parts):
      return parts.map { (Month($0.due), $0.cents) }.filter { $0.due <= horizon }
    case .equal(let count):
      let parts = equalParts(of: amount.cents, count: count)
      return zip(yearlyDues(count: count), parts).filter { $0.0 <= horizon }.map { (due: $0.0, cents: $0.1) }
    case .yearly:
      let last = to.map { min(Month($0), horizon) } ?? horizon
      let years = max(0, (last.ordinal - Month(from).ordinal) / 12 + 1)
      return yearlyDues(count: last < Month(from) ? 0 : years).map { ($0, amount.cents) }
    }
  }

  /// Whether a fiscal year lies inside the agreement's term.
  public func covers(_ year: Int, startMonth: Int) -> Bool {
    let first = FiscalYear(containing: Month(from), startMonth: startMonth).year
    guard let last = lastYear(startMonth: startMonth) else { return year >= first }
    return (first...max(first, last)).contains(year)
  }

  /// The fiscal year it ends in; `nil`: it stands.
  public func lastYear(startMonth: Int) -> Int? {
    to.map { FiscalYear(containing: Month($0), startMonth: startMonth).year }
  }

  /// The agreement's amount for one year of its term, in cents of its currency.
  /// A year is twelve months from its first day, whatever fiscal years they fall in.
  public var yearlyCents: Int {
    instalments == .yearly ? amount.cents : roundedQuotient(amount.cents, max(1, (termMonths + 11) / 12))
  }

  /// Months from the first to the last, both counted.
  private var termMonths: Int {
    Month(from).distance(to: to.map { Month($0) } ?? Month(from)) + 1
  }

  private func yearlyDues(count: Int) -> [Month] {
    (0..<count).map { Month(from).advanced(by: 12 * $0) }
  }
}

/// `total` in `count` whole parts that add up to it; the last takes the odd cents.
func equalParts(of total: Int, count: Int) -> [Int] {
  let part = total / count
  return Array(repeating: part, count: count - 1) + [total - part * (count - 1)]
}
