import Testing

@testable import Forecasting

@Suite struct PanelTests {
  private let rows = [
    Panel.Row(contributor: "B", fund: "x", group: nil, year: 2019, amount: 5),
    Panel.Row(contributor: "A", fund: "x", group: "Government", year: 2018, amount: 2),
    Panel.Row(contributor: "A", fund: "x", group: "Government", year: 2018, amount: 1),
    Panel.Row(contributor: "A", fund: "a", group: nil, year: 2020, amount: -3),
  ]

  @Test func rowsOfOneYearAddUpAndOrderIsByFund() throws {
    let panel = try #require(Panel(rows: rows))
    #expect(panel.years == 2018...2020)
    #expect(panel.series.map(\.contributor) == ["A", "A", "B"])
    #expect(panel.series.map(\.amounts) == [[0, 0, -3], [3, 0, 0], [0, 5, 0]])
    #expect(panel.firstReported == ["a": 2020, "x": 2018])
    #expect(panel.funds.map(\.name) == ["a", "x"])
    #expect(panel.funds.map(\.series) == [0..<1, 1..<3])
    #expect(Panel(rows: rows.reversed()) == panel)
  }

  @Test func aCutPanelHoldsNothingOfLaterYears() throws {
    let cut = try #require(Panel(rows: rows, through: 2019))
    #expect(cut.years == 2018...2019)
    #expect(cut.series.map(\.fund) == ["x", "x"])
    #expect(Panel(rows: rows, through: 2017) == nil)
    // The years end at the origin even where no row does.
    #expect(Panel(rows: rows, through: 2022)?.years == 2018...2022)
  }
}
