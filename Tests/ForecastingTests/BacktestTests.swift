import Synchronization
import Testing

@testable import Forecasting

@Suite struct BacktestTests {
  private static func row(_ contributor: String, _ fund: String, _ year: Int, _ amount: Double) -> Panel.Row {
    Panel.Row(contributor: contributor, fund: fund, group: nil, year: year, amount: amount)
  }

  private static let rows = [
    row("A", "x", 2018, 3_000), row("A", "x", 2019, 5_000), row("A", "x", 2021, -200),
    row("B", "x", 2020, 10), row("B", "x", 2021, 40), row("C", "y", 2018, -5), row("C", "y", 2020, 7),
  ]

  @Test func truthIsWhatTheScorerTakesItFor() throws {
    let backtest = try Backtest(rows: BacktestTests.rows, origins: [2019], horizon: 3, emptyYears: .unknown)
    let result = try backtest.run([LastValue()], threads: 1)
    let series = result.truths[0].series
    // B and C gave nothing by 2019; y has no gift by then, so no total either.
    #expect(series.map(\.contributor) == ["A", "*"])
    #expect(series[0].scale == 4_000 && series[0].naiveError == 2_000)
    // A year of write-downs alone is no gift; 2022 lies beyond the data.
    #expect(series[0].truths == [0, 0, nil])
    #expect(series[1].truths == [10, 40, nil])
  }

  @Test func emptyYearsAreNothingOrUnknown() throws {
    let rows = BacktestTests.rows + [BacktestTests.row("D", "z", 2018, 90)]
    let zero = try Backtest(rows: rows, origins: [2018], horizon: 2).run([LastValue()], threads: 1)
    let unknown = try Backtest(rows: rows, origins: [2018], horizon: 2, emptyYears: .unknown)
      .run([LastValue()], threads: 1)
    #expect(zero.truths[0].series.map(\.truths) == [[5_000, 0], [0, 0], [5_000, 10], [0, 0]])
    #expect(unknown.truths[0].series.map(\.truths) == [[5_000, 0], [nil, nil], [5_000, 10], [nil, nil]])
    #expect(unknown.scored(model: 0, .contributor).count == 2)
  }

  @Test func nothingAfterAnOriginIsGivenToAModel() throws {
    let seen = Mutex<[ClosedRange<Int>]>([])
    struct Spy: PanelModel, FittedPanelModel {
      let name = "spy"
      let note: @Sendable (Panel) -> Void
      func fitted(to training: Panel, horizon: Int) -> any FittedPanelModel {
        note(training)
        return self
      }
      func forecast(_ past: Panel, horizon: Int) -> [SeriesForecast] {
        note(past)
        return LastValue().forecast(past, horizon: horizon)
      }
    }
    let spy = Spy { panel in seen.withLock { $0.append(panel.years) } }
    let other = [BacktestTests.row("Z", "q", 2010, 1), BacktestTests.row("Z", "q", 2023, 1)]
    _ = try Backtest(rows: BacktestTests.rows, training: other, origins: [2019]).run([spy], threads: 1)
    #expect(seen.withLock { $0 } == [2010...2019, 2018...2019])
  }

  @Test func threadsDoNotMatterAndProgressEnds() throws {
    let backtest = try Backtest(rows: MadePanel.rows)
    let models: [any PanelModel] = [MadeModel(), LastValue()]
    let last = Mutex((0, 0))
    let one = try backtest.run(models, threads: 1)
    let four = try backtest.run(models, threads: 4) { done, total in
      last.withLock { $0 = max($0.0, done) == done ? (done, total) : $0 }
    }
    #expect(one.forecasts == four.forecasts)
    #expect(last.withLock { $0 } == (6, 6))
    #expect(throws: CancellationError.self) {
      try backtest.run(models, threads: 2, isCancelled: { true })
    }
  }

  @Test func forecastsAreRoundedAndNeverFall() {
    let steps = (0..<15).map { Double($0) * 0.0031 }
    let settled = PredictiveDistribution(mean: 0.0149999, zeroProbability: 0.12345678, quantiles: steps)
      .settled
    #expect(settled.mean == 0.01 && settled.zeroProbability == 0.123457)
    #expect(settled.quantiles.prefix(4) == [0, 0, 0.01, 0.01])
    #expect(zip(settled.quantiles, settled.quantiles.dropFirst()).allSatisfy { $0 <= $1 })
  }

  struct Broken: PanelModel, FittedPanelModel {
    let name = "broken"
    let change: @Sendable ([SeriesForecast]) -> [SeriesForecast]
    func fitted(to training: Panel, horizon: Int) -> any FittedPanelModel { self }
    func forecast(_ past: Panel, horizon: Int) -> [SeriesForecast] {
      change(LastValue().forecast(past, horizon: horizon))
    }
  }

  private static func with(_ mean: Double, _ zero: Double, _ quantiles: [Double]) -> Broken {
    Broken { forecasts in
      forecasts.map {
        let year = PredictiveDistribution(mean: mean, zeroProbability: zero, quantiles: quantiles)
        return SeriesForecast(
          contributor: $0.contributor, fund: $0.fund, years: $0.years.map { _ in year })
      }
    }
  }

  static let broken: [(Broken, String)] = [
    (Broken { $0.dropLast() }, "the forecast of '*' in fund 'x': it is left out"),
    (with(.nan, 0, Array(repeating: 1, count: 15)), "'A' in fund 'x': a value is not a finite number"),
    (with(-1, 0, Array(repeating: 1, count: 15)), "a value is negative"),
    (with(1, 1.5, Array(repeating: 1, count: 15)), "the chance of nothing is 1.5, above 1"),
    (with(1, 0, (0..<15).map { Double(15 - $0) }), "its quantiles fall"),
  ]

  @Test(arguments: broken.indices)
  func forecastsThatAreNoneAreNamed(_ index: Int) throws {
    let (model, message) = BacktestTests.broken[index]
    let backtest = try Backtest(rows: BacktestTests.rows, origins: [2019])
    let error = #expect(throws: BacktestError.self) { try backtest.run([model], threads: 1) }
    let text = try #require(error).description
    #expect(text.hasPrefix("model 'broken', origin 2019: ") && text.contains(message), "\(text)")
  }

  static let requests: [(origins: [Int]?, horizon: Int, rows: [Panel.Row], message: String)] = [
    (
      [2025], 3, rows,
      "origin 2025 lies outside of the data, which reach from 2018 to 2021; name years from 2018 to 2020"
    ),
    ([2021], 3, rows, "origin 2021: no year follows it, the data end in 2021; name years from 2018 to 2020"),
    ([], 3, rows, "no origin is named; name a year such as 2020"),
    (nil, 0, rows, "the horizon is 0; write a number of years from 1 to 30"),
    (nil, 31, rows, "the horizon is 31; write a number of years from 1 to 30"),
    (nil, 3, [], "there are no rows; add at least two years of them"),
    (nil, 3, [row("A", "x", 2018, 1)], "all rows are of 2018; a backtest needs a later year to compare with"),
    (
      [2018], 3, [row("A", "x", 2018, -1), row("A", "x", 2019, 1)],
      "origin 2018: no contributor has a positive gift by then; name a later year"
    ),
  ]

  @Test(arguments: requests.indices)
  func requestsTheDataDoNotAllow(_ index: Int) throws {
    let request = BacktestTests.requests[index]
    let error = #expect(throws: BacktestError.self) {
      try Backtest(rows: request.rows, origins: request.origins, horizon: request.horizon)
    }
    #expect(try #require(error).description == request.message)
  }

  @Test func trainingRowsAreNeededByTheOrigin() throws {
    let other = [BacktestTests.row("Z", "q", 2020, 1)]
    let error = #expect(throws: BacktestError.self) {
      try Backtest(rows: BacktestTests.rows, training: other, origins: [2019])
    }
    #expect(
      try #require(error).description
        == "origin 2019: there are no training rows by then, they begin in 2020; name a later origin")
  }

  @Test func defaultOriginsAreTheLastThreeWithTruth() throws {
    #expect(try Backtest(rows: MadePanel.rows).origins == [2020, 2021, 2022])
    #expect(try Backtest(rows: BacktestTests.rows).origins == [2018, 2019, 2020])
    #expect(try Backtest(rows: MadePanel.rows, origins: [2022, 2019, 2022]).origins == [2019, 2022])
  }
}
