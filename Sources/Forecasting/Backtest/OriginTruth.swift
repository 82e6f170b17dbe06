/// What has to be forecast at an origin, and what came.
public struct OriginTruth: Sendable {
  public let origin: Int
  /// Every contributor to a fund with a positive gift by the origin, then every such fund's total; each part by
  /// fund and contributor.
  public let series: [Series]

  public struct Series: Sendable {
    public let contributor: String
    public let fund: String
    /// The fund's position in the backtest's list.
    let fundIndex: Int
    let scale: Double
    let naiveError: Double?
    /// One for each year ahead; `nil` where there is no truth: the data end, or the fund did not report.
    let truths: [Double?]

    public var isTotal: Bool { contributor == SeriesForecast.total }
  }

  /// - Parameters:
  ///   - past: the panel up to the origin.
  ///   - record: all of its years.
  init(past: Panel, record: FundRecord, horizon: Int) {
    origin = past.years.upperBound
    let given = past.series.filter(\.hasGift)
    let years = (1...horizon).map { past.years.upperBound + $0 }
    let single = given.map { series in
      Series(series.contributor, series.fund, series.amounts.map { max($0, 0) }, years, record)
    }
    let totals = OriginTruth.totals(given)
    series = single + totals.map { Series(SeriesForecast.total, $0.fund, $0.amounts, years, record) }
  }

  /// Sums of positive amounts over the contributors of each fund.
  private static func totals(_ series: [Panel.Series]) -> [(fund: String, amounts: [Double])] {
    var totals: [(fund: String, amounts: [Double])] = []
    for series in series {
      if totals.last?.fund != series.fund {
        totals.append((series.fund, [Double](repeating: 0, count: series.amounts.count)))
      }
      for (year, amount) in series.amounts.enumerated() {
        totals[totals.count - 1].amounts[year] += max(amount, 0)
      }
    }
    return totals
  }
}

extension OriginTruth.Series {
  fileprivate init(
    _ contributor: String, _ fund: String, _ amounts: [Double], _ years: [Int], _ record: FundRecord
  ) {
    (self.contributor, self.fund) = (contributor, fund)
    fundIndex = record.index(of: fund)
    let gifts = amounts.filter { $0 > 0 }
    scale = max(ScoredForecast.leastScale, gifts.reduce(0, +) / Double(gifts.count))
    naiveError = PointScores.naiveError(amounts)
    truths = years.map { record.amount(contributor, fund, in: $0) }
  }
}
