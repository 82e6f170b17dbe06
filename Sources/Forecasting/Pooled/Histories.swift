/// The series of a panel as forecasters see them: no amount below 0, from the year in which their fund first
/// reported (what it received earlier is unknown), and only those with a gift.
struct Histories: Sendable {
  private(set) var contributors: [String] = []
  private(set) var funds: [String] = []
  /// Yearly amounts of each, the last one that of the panel's last year.
  private(set) var amounts: [[Double]] = []

  /// Every contributor to every fund, in the panel's order.
  static func contributors(of panel: Panel) -> Histories {
    var found = Histories()
    for series in panel.series {
      found.append(series.contributor, series.fund, series.amounts.map { max($0, 0) }, panel)
    }
    return found
  }

  /// Every fund's total: what its contributors gave, refunds left out.
  static func totals(of panel: Panel) -> Histories {
    var found = Histories()
    for fund in panel.funds {
      var total = [Double](repeating: 0, count: panel.years.count)
      for series in panel.series[fund.series] {
        for (year, amount) in series.amounts.enumerated() { total[year] += max(amount, 0) }
      }
      found.append(SeriesForecast.total, fund.name, total, panel)
    }
    return found
  }

  private mutating func append(_ contributor: String, _ fund: String, _ years: [Double], _ panel: Panel) {
    guard years.contains(where: { $0 > 0 }) else { return }
    let unknown = (panel.firstReported[fund] ?? panel.years.lowerBound) - panel.years.lowerBound
    contributors.append(contributor)
    funds.append(fund)
    amounts.append(Array(years.dropFirst(unknown)))
  }
}

extension Panel {
  /// What was known at the end of a year: later rows, and series and funds that only they show, are left out.
  public func known(through year: Int) -> Panel? {
    guard year >= years.lowerBound else { return nil }
    let kept = min(year, years.upperBound) - years.lowerBound + 1
    return Panel(
      years: years.lowerBound...years.lowerBound + kept - 1,
      series: series.compactMap { series in
        let amounts = Array(series.amounts.prefix(kept))
        guard amounts.contains(where: { $0 != 0 }) else { return nil }
        return Series(
          contributor: series.contributor, fund: series.fund, group: series.group, amounts: amounts)
      },
      firstReported: firstReported.filter { $0.value <= year })
  }

  private init(years: ClosedRange<Int>, series: [Series], firstReported: [String: Int]) {
    (self.years, self.series, self.firstReported) = (years, series, firstReported)
  }
}
