import Forecasting
import Testing

@testable import Mainstay

@Suite("Backtests of files") struct BacktestTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(BacktestTests.file(BacktestTests.rows), to: "p.csv")
  }

  private struct Row {
    var contributor: String
    var fund: String
    var year: Int
    var amount: Int
  }

  /// Five contributors to six funds, some of them in some years.
  private static let rows: [Row] = {
    var rows: [Row] = []
    for fund in 0..<6 {
      for contributor in 0..<5 {
        for year in 2015...2022 {
          let mix = (fund * 7 + contributor * 13 + year * 5 + fund * contributor * year) % 11
          guard mix > 3 else { continue }
          let amount = mix == 10 ? -50 : mix * 700 * (contributor + 1)
          rows.append(Row(contributor: "C\(contributor)", fund: "F\(fund)", year: year, amount: amount))
        }
      }
    }
    return rows
  }()

  private static func file(_ rows: [Row]) -> String {
    rows.reduce("contributor,fund,year,amount\n") { text, row in
      text + "\(row.contributor),\(row.fund),\(row.year),\(row.amount)\n"
    }
  }

  /// The same rows up to a year; later ones of other amounts and contributors, some gone, and all in another
  /// order.
  private static func scrambled(after origin: Int) -> [Row] {
    var changed = rows.enumerated().compactMap { index, row -> Row? in
      guard row.year > origin else { return row }
      if index.isMultiple(of: 3) { return nil }
      var row = row
      row.amount = index.isMultiple(of: 2) ? -row.amount : row.amount * 1_000 + 17
      if index.isMultiple(of: 5) { row.contributor = "New\(index)" }
      if index.isMultiple(of: 7) { row.fund = "A new fund" }
      return row
    }
    changed.append(Row(contributor: "Late", fund: "F0", year: origin + 2, amount: 9_000_000))
    changed.reverse()
    let half = changed.count / 2
    return Array(changed[half...] + changed[..<half])
  }

  private func report(
    _ name: String = "p.csv", origins: [Int]? = nil, threads: Int = 2,
    models: [ModelCatalogue.Entry] = ModelCatalogue.all
  ) throws -> BacktestReport {
    try BacktestJob(file: folder.path(name), origins: origins, models: models).run(threads: threads)
  }

  @Test("no model of the catalogue sees a row after an origin: the bytes are the same whatever follows")
  func noLookAhead() throws {
    try folder.write(BacktestTests.file(BacktestTests.scrambled(after: 2019)), to: "s.csv")
    for origins in [[2019], [2018, 2019]] {
      let forecasts = try report(origins: origins).forecastFile.text
      #expect(try report("s.csv", origins: origins).forecastFile.text == forecasts)
      #expect(forecasts.split(separator: "\n").count > 50 * origins.count)
    }
    let scores = try report(origins: [2019]).scoreFile.text
    #expect(try report("s.csv", origins: [2019]).scoreFile.text != scores)
  }

  @Test("nor does a model that learns from another panel")
  func noLookAheadInTraining() throws {
    try folder.write(BacktestTests.file(BacktestTests.scrambled(after: 2019)), to: "s.csv")
    func forecasts(_ training: String) throws -> String {
      try BacktestJob(file: folder.path("p.csv"), training: folder.path(training), origins: [2019])
        .run(threads: 2).forecastFile.text
    }
    #expect(try forecasts("p.csv") == forecasts("s.csv"))
  }

  @Test("threads change no byte")
  func threads() throws {
    #expect(try report(threads: 1).files() == report(threads: 3).files())
  }

  private static let pair = [
    ModelCatalogue.Entry(LastShare(name: "half", share: 0.5), isBenchmark: false),
    ModelCatalogue.Entry(LastShare(name: "naive", share: 1)),
  ]

  @Test("files have the columns of the design, amounts two decimals, undefined measures no value")
  func files() throws {
    let report = try report(models: BacktestTests.pair)
    let forecasts = report.forecastFile.text.split(separator: "\n")
    #expect(
      forecasts[0]
        == "model,contributor,fund,origin,year,mean,p_zero,q025,q05,q10,q20,q25,q30,q40,q50,q60,q70,q75,q80,"
        + "q90,q95,q975")
    #expect(forecasts.dropFirst().allSatisfy { $0.split(separator: ",").count == 22 })
    #expect(forecasts[1].hasPrefix("half,C0,F0,2019,2020,"))
    let scores = report.scoreFile.text.split(separator: "\n")
    #expect(scores[0] == "model,level,horizon,measure,value")
    #expect(scores.contains("naive,contributor,all,skill,0"))
    #expect(scores.contains { $0.hasPrefix("half,fund,3,swql10,0.") })
    let measures = Set(
      scores.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false)[3] })
    #expect(measures.isSuperset(of: ["wql", "swql10", "crps_log", "cov95", "mase", "pit10", "bias_low"]))
    #expect(try report.files().map(\.name) == ["forecasts.csv", "scores.csv", "run.json"])
  }

  @Test("the printed table is sorted by skill, with a verdict for each model, within 96 columns")
  func text() throws {
    let text = try report(models: BacktestTests.pair).text
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 96 })
    #expect(text.replacing(folder.path("p.csv"), with: "p.csv") == BacktestTests.golden)
    let alone = try report(models: [BacktestTests.pair[0]]).text
    #expect(
      alone.contains("half: no verdict, as no simple benchmark is among the models; add one to --models"))
  }

  @Test("folders of others are refused, those of a backtest written again")
  func folders() throws {
    let report = try report(models: BacktestTests.pair)
    let place = BacktestFolder(folder.path("out"))
    #expect(try place.write(report) == ["forecasts.csv", "scores.csv", "run.json"])
    try place.write(report)
    #expect(try folder.names("out") == ["forecasts.csv", "run.json", "scores.csv"])
    #expect(!(try folder.text("out/run.json")).contains(folder.path))
    let error = #expect(throws: FolderError.self) { try BacktestFolder(folder.path).checkMayWrite() }
    #expect(
      try #require(error).description.hasSuffix(
        ": holds 2 files but no run.json of a backtest; name an empty folder with --output"))
    #expect(throws: FolderError.self) { try BacktestFolder(folder.path("p.csv")).checkMayWrite() }
  }

  @Test("models are chosen by name")
  func catalogue() throws {
    #expect(try ModelCatalogue.select("all", from: BacktestTests.pair).map(\.name) == ["half", "naive"])
    #expect(try ModelCatalogue.select("naive, half,half", from: BacktestTests.pair).count == 2)
    let error = #expect(throws: UsageError.self) {
      try ModelCatalogue.select("naiv", from: BacktestTests.pair)
    }
    #expect(
      try #require(error).description
        == "there is no model 'naiv'; did you mean 'naive'? models: all, half, naive")
    #expect(throws: UsageError.self) { try ModelCatalogue.select("", from: BacktestTests.pair) }
  }

  /// What is printed for `pair`.
  private static let golden = """
    Backtest of p.csv: 150 rows, 2015 to 2022
    Forecasts made as of 2019, 2020, 2021, up to 3 years ahead; no model saw a row of a later year.
    A year without any row of a fund counts as nothing received (--empty-years zero).

    Each contributor to each fund: 174 forecasts in 6 funds
    model              skill      90 % range  swql10   1 year  2 years  3 years  in 50  in 80  in 95
    half                 9 %     4 % to 14 %   0.973    1.062    0.882    0.896    7 %   11 %   14 %
    naive                0 %               -   1.072    1.209    0.962    0.906    9 %   14 %   17 %

      half: better than every benchmark by 9 %; weakest 3 years ahead: no better than the last value
      naive: the best simple benchmark

    Totals of funds: 36 forecasts in 6 funds
    model              skill      90 % range  swql10   1 year  2 years  3 years  in 50  in 80  in 95
    naive                0 %               -   0.478    0.447    0.489    0.535    0 %    0 %    0 %
    half               -31 %    -93 % to 1 %   0.627    0.610    0.646    0.636    0 %    0 %    0 %

      naive: the best simple benchmark
      half: no better than the last value; weakest 1 year ahead: worse than the last value by 36 %

    skill: how much less a model loses than the simple benchmark that loses least; below 0 it loses
    more. 90 % range: of the skill, by drawing the funds again a thousand times; a difference counts
    where the range leaves out 0.
    swql10: the loss. 0 is a perfect forecast, 1 what a forecast of nothing loses; every series
    counts in multiples of its own mean gift, at most ten. Then the loss so many years ahead.
    in 50, 80, 95: how much of what came fell into the forecasts' middle 50, 80 and 95 %; the nearer
    to these the better.

    """
}

/// A share of the last value, for certain.
private struct LastShare: PanelModel, FittedPanelModel {
  let name: String
  let share: Double

  func fitted(to training: Panel, horizon: Int) -> any FittedPanelModel { self }

  func forecast(_ past: Panel, horizon: Int) -> [SeriesForecast] {
    let single = past.series.map { forecast($0.contributor, $0.fund, [$0], horizon) }
    let totals = past.funds.map { fund in
      forecast(SeriesForecast.total, fund.name, Array(past.series[fund.series]), horizon)
    }
    return single + totals
  }

  private func forecast(_ contributor: String, _ fund: String, _ series: [Panel.Series], _ horizon: Int)
    -> SeriesForecast
  {
    let amount = share * series.reduce(0) { $0 + max(0, $1.amounts.last ?? 0) }
    let year = PredictiveDistribution(
      mean: amount, zeroProbability: amount > 0 ? 0 : 1, quantiles: Array(repeating: amount, count: 15))
    return SeriesForecast(
      contributor: contributor, fund: fund, years: Array(repeating: year, count: horizon))
  }
}
