/// All of a panel's years, to look up what came.
struct FundRecord: Sendable {
  /// In the panel's order.
  let funds: [String]
  private let indices: [String: Int]
  private let years: ClosedRange<Int>
  private let emptyYears: EmptyYears
  /// Positive amounts of each contributor, and of each fund under the name of a total.
  private let amounts: [SeriesName: [Double]]
  /// Years in which each fund has a row.
  private let reported: Set<FundYear>

  private struct FundYear: Hashable {
    let fund: String
    let year: Int
  }

  init(_ panel: Panel, rows: [Panel.Row], emptyYears: EmptyYears) {
    funds = panel.funds.map(\.name)
    indices = Dictionary(uniqueKeysWithValues: zip(funds, funds.indices))
    (years, self.emptyYears) = (panel.years, emptyYears)
    reported = emptyYears == .zero ? [] : Set(rows.map { FundYear(fund: $0.fund, year: $0.year) })
    var amounts: [SeriesName: [Double]] = [:]
    for series in panel.series {
      let positive = series.amounts.map { max($0, 0) }
      amounts[SeriesName(contributor: series.contributor, fund: series.fund)] = positive
      let total = SeriesName(contributor: SeriesForecast.total, fund: series.fund)
      for (year, amount) in positive.enumerated() {
        amounts[total, default: [Double](repeating: 0, count: positive.count)][year] += amount
      }
    }
    self.amounts = amounts
  }

  /// A fund's position among `funds`; it has to be one of them.
  func index(of fund: String) -> Int { indices[fund]! }

  /// What came in a year; `nil` where that is not known.
  func amount(_ contributor: String, _ fund: String, in year: Int) -> Double? {
    guard years.contains(year) else { return nil }
    if emptyYears == .unknown, !reported.contains(FundYear(fund: fund, year: year)) { return nil }
    return amounts[SeriesName(contributor: contributor, fund: fund)]?[year - years.lowerBound] ?? 0
  }
}
