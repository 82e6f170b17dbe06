import Testing

@testable import Forecasting

/// Scores agree with the evaluators' scorer to 1e-9 on a whole backtest: truths, required series and scores.
@Suite struct ScorerTests {
  @Test(arguments: [EmptyYears.zero, .unknown])
  func figures(_ emptyYears: EmptyYears) throws {
    let backtest = try Backtest(rows: MadePanel.rows, emptyYears: emptyYears)
    #expect(backtest.origins == [2020, 2021, 2022])
    let result = try backtest.run([MadeModel()], threads: 2)
    let bootstrap = FundBootstrap(funds: result.funds.count)
    let figures = emptyYears == .zero ? ScorerFigures.zero : ScorerFigures.unknown
    for row in figures {
      let level = try #require(BacktestResult.Level(rawValue: row.level))
      let scored = result.scored(model: 0, level).filter {
        row.horizon == "all" || row.horizon == "\($0.horizon)"
      }
      let sheet = ScoreSheet(scored, funds: result.funds.count, bootstrap: bootstrap)
      for (measure, figure) in zip(ScorerFigures.measures, row.values) {
        let value = try #require(sheet[measure])
        let gap = (value - figure).magnitude
        #expect(gap <= 1e-9 * max(1, figure.magnitude), "\(row.level) \(row.horizon) \(measure)")
      }
    }
    #expect(figures.count == 8)
  }
}
