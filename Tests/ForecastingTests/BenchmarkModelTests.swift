import Probability
import Testing

@testable import Forecasting

@Suite("Benchmark models of a panel") struct BenchmarkModelTests {
  /// Funds of ten contributors each: steady, now and then, and once; the third fund begins two years late.
  static func rows(_ years: ClosedRange<Int> = 2010...2018, seed: UInt32 = 4) -> [Panel.Row] {
    let stream = RandomStream(seed: seed, variable: 1)
    var rows: [Panel.Row] = []
    for (fund, name) in ["a", "b", "c"].enumerated() {
      for giver in 0..<10 {
        for year in years where name != "c" || year >= years.lowerBound + 2 {
          let path = UInt64(((fund * 10) + giver) * 100 + year - 2000)
          let gives = stream.uniform(path: path, draw: 0) < [0.9, 0.4, 0.15][giver % 3]
          let amount = Elementary.exp(8 + Double(giver) / 3 + 0.4 * stream.normal(path: path, draw: 1))
          let row = Panel.Row(contributor: "\(giver)", fund: name, group: nil, year: year, amount: amount)
          if gives { rows.append(row) }
        }
      }
    }
    return rows
  }

  @Test func names() {
    #expect(
      BenchmarkModels.all.map(\.name) == [
        "naive", "mean", "median3", "drift", "ses", "holt-damped", "croston", "sba", "tsb",
        "transition-table", "combination",
      ])
    #expect(BenchmarkModels.named("tsb") != nil)
    #expect(BenchmarkModels.named("oracle") == nil)
  }

  /// Every series with a gift, then every total; quantiles that never fall, and 0 up to P(0).
  @Test(arguments: BenchmarkModels.all.map(\.name)) func forecastsAreWhole(_ name: String) throws {
    let panel = try #require(Panel(rows: BenchmarkModelTests.rows()))
    let model = try #require(BenchmarkModels.named(name))
    let forecasts = try model.fitted(to: panel, horizon: 3).forecast(panel, horizon: 3)
    let expected = panel.series.filter(\.hasGift).map(\.contributor) + ["*", "*", "*"]
    #expect(forecasts.map(\.contributor) == expected)
    #expect(forecasts.suffix(3).map(\.fund) == ["a", "b", "c"])
    for year in forecasts.flatMap(\.years) {
      #expect((0...1).contains(year.zeroProbability) && year.mean >= 0 && year.mean.isFinite)
      #expect(zip(year.quantiles, year.quantiles.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(year.quantiles.allSatisfy { $0 >= 0 && $0.isFinite })
      for (level, quantile) in zip(PredictiveDistribution.levels, year.quantiles) {
        #expect(level > year.zeroProbability || quantile == 0)
      }
    }
  }

  /// A model sees nothing after the origin, and threads change nothing: equal panels, equal bytes.
  @Test func theFutureIsNotSeen() throws {
    let rows = BenchmarkModelTests.rows()
    let scrambled = rows.map { row in
      row.year <= 2015
        ? row : Panel.Row(contributor: row.contributor, fund: row.fund, group: nil, year: row.year, amount: 7)
    }
    let known = try #require(Panel(rows: rows, through: 2015))
    let cut = try #require(Panel(rows: scrambled)?.known(through: 2015))
    for model in BenchmarkModels.all {
      let first = try model.fitted(to: known, horizon: 2).forecast(known, horizon: 2)
      #expect(try model.fitted(to: cut, horizon: 2).forecast(cut, horizon: 2) == first, "\(model.name)")
    }
  }

  @Test func aPanelKnownEarlierIsThePanelOfEarlierRows() throws {
    let rows = BenchmarkModelTests.rows()
    for year in 2010...2018 {
      #expect(Panel(rows: rows)?.known(through: year) == Panel(rows: rows, through: year))
    }
    #expect(Panel(rows: rows)?.known(through: 2009) == nil)
  }

  /// One year, one row, a longer horizon than the training: still a forecast.
  @Test(arguments: BenchmarkModels.all.map(\.name)) func littleToLearnFrom(_ name: String) throws {
    let rows = [Panel.Row(contributor: "A", fund: "x", group: nil, year: 2020, amount: 100)]
    let panel = try #require(Panel(rows: rows))
    let model = try #require(BenchmarkModels.named(name))
    let forecasts = try model.fitted(to: panel, horizon: 1).forecast(panel, horizon: 5)
    #expect(forecasts.map(\.contributor) == ["A", "*"])
    // Nothing is known of what follows: even chances of the point forecast (SBA's is 0.9 ... 0.95 times it).
    for year in forecasts[0].years {
      #expect(year.zeroProbability == 0.5 && (90...100).contains(year.quantiles.last!))
    }
    let refund = Panel.Row(contributor: "A", fund: "x", group: nil, year: 1, amount: -1)
    let empty = try #require(Panel(rows: [refund]))
    #expect(try model.fitted(to: empty, horizon: 1).forecast(empty, horizon: 1).isEmpty)
  }

  /// By hand: two series of three years. A year with a gift was followed by one twice, by none once; a year
  /// without by none once. All: (2 + 4/2) / (4 + 4) = 1/2; gave: (1 + 4/2) / (3 + 4); gave not: (1 + 4/2) /
  /// (1 + 4).
  @Test func chancesAreShrunkToTheirParent() throws {
    let rows = [(2001, "A", 10.0), (2002, "A", 20), (2003, "A", 20), (2001, "B", 10)].map {
      Panel.Row(contributor: $0.1, fund: "x", group: nil, year: $0.0, amount: $0.2)
    }
    let panel = try #require(Panel(rows: rows))
    let model = try #require(BenchmarkModels.named("transition-table"))
    let forecasts = try model.fitted(to: panel, horizon: 1).forecast(panel, horizon: 1)
    let gave = (1 + 4 * 0.5) / 7
    // A's streak of three was never seen: its parent's chance. B's gap of two neither.
    #expect(relativeError(forecasts[0].years[0].zeroProbability, gave) < 1e-15)
    let missed = (1 + 4 * 0.5) / 5
    #expect(relativeError(forecasts[1].years[0].zeroProbability, missed) < 1e-15)
  }
}
