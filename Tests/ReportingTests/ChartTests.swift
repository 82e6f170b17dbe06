import Finance
import Judgement
import Simulation
import Tabular
import Testing

@testable import Reporting

@Suite("Axes of round numbers")
struct ChartScaleTests {
  @Test("at most five steps of 1, 2, 2.5 or 5, from zero, in units with few digits")
  func amounts() {
    // 1,234,567.00 in steps of 200,000 takes seven, of 250,000 five.
    let scale = ChartScale(from: 0, to: 123_456_700, unit: .amount("USD"))
    #expect(scale.ticks == [0, 25_000_000, 50_000_000, 75_000_000, 100_000_000, 125_000_000])
    #expect(scale.ticks.map(scale.label) == ["0", "250", "500", "750", "1,000", "1,250"])
    #expect(scale.unitName == "thousand USD")
    #expect(scale.position(0) == 0 && scale.position(125_000_000) == 1)
    #expect(scale.position(62_500_000) == 0.5)
  }

  @Test("amounts below zero widen the axis downwards, and zero stays a mark of it")
  func negative() {
    let scale = ChartScale(from: -30_000, to: 90_000, unit: .amount("EUR"))
    #expect(scale.ticks == [-50_000, 0, 50_000, 100_000])
    #expect(scale.ticks.map(scale.label) == ["-500", "0", "500", "1,000"])
    #expect(scale.unitName == "EUR")
  }

  @Test("half millions are written with a decimal")
  func millions() {
    let scale = ChartScale(from: 0, to: 1_100_000_000, unit: .amount("USD"))
    #expect(scale.unitName == "million USD")
    #expect(scale.ticks.map(scale.label) == ["0.0", "2.5", "5.0", "7.5", "10.0", "12.5"])
  }

  @Test("nothing at all still has an axis", arguments: [Chart.Unit.share, .amount("USD")])
  func nothing(unit: Chart.Unit) {
    let scale = ChartScale(from: 0, to: 0, unit: unit)
    #expect(scale.from == 0 && scale.to > 0 && scale.ticks.count > 1)
  }

  @Test("shares are marked in per cent")
  func shares() {
    let scale = ChartScale(from: 0, to: 0.87, unit: .share)
    #expect(scale.ticks.map(scale.label) == ["0", "20", "40", "60", "80", "100"])
  }
}

@Suite("Pictures")
struct ChartTests {
  /// Two recorded years and two projected ones, the second with a lucky tail.
  static let fan = Chart(
    id: "fan", title: "Cash", alternative: "Cash by year.", unit: .amount("USD"),
    places: ["2019", "2020", "2021", "2022"], firstProjected: 2,
    layers: [
      FanLayers.outer(low: [nil, nil, 20_000_00, 0], high: [nil, nil, 60_000_00, 900_000_00]),
      FanLayers.inner(low: [nil, nil, 30_000_00, 20_000_00], high: [nil, nil, 50_000_00, 70_000_00]),
      .line(
        Chart.Line(name: "required reserve", values: [nil, nil, 10_000_00, 10_000_00], style: .requirement)),
      .line(Chart.Line(name: "recorded cash", values: [25_000_00, 30_000_00, nil, nil], style: .recorded)),
      .line(Chart.Line(name: FanLayers.median, values: [nil, nil, 40_000_00, 50_000_00], style: .median)),
    ], note: "Of few futures.", isInText: true)

  @Test("a lucky tail is cut at twice what must stand on the picture, and it is said")
  func cut() throws {
    // The largest firm value is the median of 50,000: the axis ends at 100,000.
    #expect(ChartTests.fan.scale.to == 100_000_00)
    let beyond = try #require(ChartTests.fan.beyond)
    #expect(beyond.value == 900_000_00 && beyond.place == "2022")
    #expect(
      ChartTests.fan.caption.text
        == "Of few futures. The widest band goes on beyond the picture, to 900,000 in 2022.")
  }

  @Test("characters stand where the axis says; the front hides the back; every figure has an origin")
  func characters() throws {
    let lines = ChartText(ChartTests.fan).lines
    #expect(lines.map(\.text).prefix(2) == ["Cash, thousand USD", ""])
    // 86 columns after six for the names: 0 to 85 for 0 to 100,000.
    func column(_ units: Double) -> Int { 6 + Int((units / 100_000 * 85).rounded()) }
    func characters(_ row: Int) -> [Character] { Array(lines[row].text) }
    #expect(characters(3)[column(0)] == "|" && characters(3)[column(100_000)] == "|")
    let recorded = characters(4)
    #expect(String(recorded.prefix(4)) == "2019" && recorded.count == column(25_000) + 1)
    #expect(recorded[column(25_000)] == "X" && recorded[column(0)] == "|")
    let projected = characters(6)
    #expect(projected[column(10_000)] == "R" && projected[column(40_000)] == "O")
    for (units, mark) in [(20_000.0, "."), (30_000, "="), (50_000, "="), (60_000, ".")] {
      #expect(projected[column(units)] == Character(mark), "\(units)")
    }
    #expect(projected.count == column(60_000) + 1)
    #expect(characters(7).last == ">" && characters(7).count == 92)
    #expect(lines[2].figures.map(\.text) == ["0", "20", "40", "60", "80", "100"])
    for figure in lines[2].figures {
      let text = Array(lines[2].text)[figure.columns.lowerBound - 1...figure.columns.upperBound - 1]
      #expect(String(text) == figure.text)
    }
    #expect(
      ChartText(ChartTests.fan).legend.text
        == "O median of all futures; X recorded cash; R required reserve; = 50 of 100 futures; . 90 of 100 "
        + "futures; > goes on beyond the picture.")
  }

  @Test("drawn parts stay inside, history and projection are told apart, negatives hang below zero")
  func drawing() throws {
    let stack = Chart(
      id: "stack", title: "Gifts", alternative: "Gifts by year.", unit: .amount("USD"),
      places: ["2020", "2021"], firstProjected: 1,
      layers: [
        .stack([
          Chart.Stacked(name: "A", values: [100_00, 50_00]),
          Chart.Stacked(name: "B", values: [-20_00, 30_00]),
        ])
      ], note: "")
    for chart in [ChartTests.fan, stack] {
      let shapes = ChartDrawing(chart).shapes
      for number in shapes.flatMap(ChartTests.numbers) { #expect((0...560).contains(number)) }
      let words = shapes.compactMap { if case .text(let words, _, _, _, _) = $0 { words } else { nil } }
      #expect(words.contains("recorded") && words.contains("projected"))
    }
    let bars = ChartDrawing(stack).shapes.compactMap { shape -> String? in
      if case .path(_, let style) = shape, style.contains("bar") { style } else { nil }
    }
    #expect(bars == ["s0 bar", "s1 bar", "s0 bar ahead", "s1 bar ahead"])
    #expect(stack.scale.from < 0)
  }

  @Test("one year, no recorded one, and nothing but zeros can be drawn")
  func poor() {
    let chart = Chart(
      id: "poor", title: "Poor", alternative: "", unit: .amount("USD"), places: ["2021"], firstProjected: 0,
      layers: [
        FanLayers.outer(low: [0], high: [0]),
        .line(Chart.Line(name: "none", values: [nil], style: .recorded)),
        .bars(Chart.Bars(name: "bars", values: [0], errors: [0])),
      ], note: "")
    #expect(!ChartDrawing(chart).shapes.isEmpty)
    #expect(ChartText(chart).lines.count == 5)
    #expect(chart.beyond == nil)
  }

  /// The coordinates of a shape.
  private static func numbers(_ shape: ChartShape) -> [Double] {
    switch shape {
    case .path(let outline, _):
      outline.split { "MLHVZ ".contains($0) }.compactMap { Double($0) }
    case .text(_, let x, let y, _, _): [x, y]
    }
  }
}

@Suite("Pictures of the shipped books")
struct ShippedChartTests {
  @Test(
    "they show what the tables hold: medians of summary.csv, totals of statements.csv",
    arguments: ["apctt/baseline", "un-technology-bank/as-of-2018", "escap-technical-cooperation/as-of-2020"])
  func values(scenario: String) throws {
    let ensemble = try ShippedFindings.ensemble(scenario)
    let findings = Findings(ensemble)
    let reader = FindingsReader(findings)
    let charts = ShippedFindings.charts(TextReport(findings).document)
    #expect(Set(charts.map(\.id)).count == charts.count)
    #expect(charts.allSatisfy { !$0.alternative.isEmpty && !$0.places.isEmpty })
    // The main fund's stands first.
    let balance = try #require(charts.first)
    let fund = balance.id.dropFirst("balance-".count)
    guard case .line(let median) = try #require(balance.layers.last) else { throw TestFailure() }
    for year in reader.years.indices {
      let summary = ensemble.summary(.closingCash, fund: reader.mainFund, year: year)
      #expect(median.values[balance.firstProjected + year] == summary?.median)
    }
    let contributions = try #require(charts.first { $0.id == "contributions-\(fund)" })
    guard case .stack(let parts) = contributions.layers[0] else { throw TestFailure() }
    #expect(parts.count <= 7)
    let line = contributions.title.text.hasPrefix("Cash") ? "received.total" : "recognised.total"
    for (place, year) in contributions.places.enumerated() {
      let total = findings.assessment.statements.first {
        $0.fund == String(fund) && "\($0.year)" == year && $0.line == line
          && ($0.basis == .central) == (place >= contributions.firstProjected)
      }
      #expect(parts.reduce(0) { $0 + $1.values[place] } == Double(total?.amount ?? 0), "\(year)")
    }
  }

  @Test(
    "a picture in characters keeps to the page",
    arguments: ["apctt/host-at-400k", "un-technology-bank/baseline"])
  func width(scenario: String) throws {
    let findings = Findings(try ShippedFindings.ensemble(scenario))
    let chart = BalanceChart(findings, fund: FindingsReader(findings).mainFund).chart
    let lines = ChartText(chart).lines
    #expect(lines.allSatisfy { TextWidth.of($0.text) <= TextRenderer.width })
    #expect(lines.contains { $0.text.contains("O") && $0.text.contains("=") })
  }
}

struct TestFailure: Error {}
