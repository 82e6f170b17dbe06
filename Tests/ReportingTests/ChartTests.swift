import Budgeting
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

  private static func chart(
    _ layers: [Chart.Layer], places: Int, firstProjected: Int = 0, unfinished: Set<Int> = []
  ) -> Chart {
    Chart(
      id: "chart", title: "Chart", alternative: "", unit: .share, places: (0..<places).map { "\(2020 + $0)" },
      firstProjected: firstProjected, layers: layers, note: "", unfinished: unfinished)
  }

  private static func texts(_ chart: Chart) -> [(words: String, x: Double, y: Double, style: String)] {
    ChartDrawing(chart).shapes.compactMap { shape in
      if case .text(let words, let x, let y, _, let style) = shape { (words, x, y, style) } else { nil }
    }
  }

  @Test("a year that is not over is no step of a line: it stands apart, hollow, and is called so far")
  func unfinished() {
    let line = Chart.Line(name: "share", values: [0.7, 0.8, 1, 0.6, 0.6], style: .measure(0))
    let chart = Self.chart([.line(line)], places: 5, unfinished: [2])
    let styles = ChartDrawing(chart).shapes.compactMap { shape -> String? in
      if case .path(_, let style) = shape, style.hasPrefix("m0") { style } else { nil }
    }
    // Two pieces of line, five points.
    #expect(styles.count { !$0.contains("dot") } == 2)
    #expect(styles.count { $0.hasSuffix("dot") } == 4 && styles.count { $0.hasSuffix("dot hollow") } == 1)
    #expect(Self.texts(chart).count { $0.words == "so far" } == 1)
    let stack = Chart.Layer.stack([Chart.Stacked(name: "A", values: [1, 1, 1])])
    let drawing = ChartDrawing(Self.chart([stack], places: 3, firstProjected: 2, unfinished: [1]))
    let bars = drawing.shapes.compactMap { shape -> String? in
      if case .path(_, let style) = shape, style.contains("bar") { style } else { nil }
    }
    #expect(bars == ["s0 bar", "s0 bar sofar", "s0 bar ahead"])
  }

  @Test(
    "no line runs through a bar's label, and a labelled line ends with its value",
    arguments: [
      ([0.105, 0.08, 0.058, 0.051, 0.056], [0.105, 0.165, 0.203, 0.232, 0.259]),
      ([0.01, 0.005, 0.9, 0.003, 0.002], [0.01, 0.02, 0.92, 0.93, 0.93]), ([0, 0, 0], [0, 0, 0]),
      ([0.001], [0.001]), ([1, 1], [1, 1]), ([0.02, 0.03, 0.02], [0.02, 0.05, 0.06]),
    ])
  func labels(bars: [Double], line: [Double]) throws {
    let errors = bars.map { _ in 0.002 }
    let chart = Self.chart(
      [
        .bars(Chart.Bars(name: "in the year", values: bars, errors: errors)),
        .line(Chart.Line(name: "by then", values: line, style: .measure(1), isLabelled: true)),
      ], places: bars.count)
    let shapes = ChartDrawing(chart).shapes
    let points = try #require(
      shapes.compactMap { shape -> [Double]? in
        if case .path(_, "m1 dot") = shape { ChartTests.numbers(shape) } else { nil }
      } as [[Double]]?
    ).map { (x: $0[0] + 3, y: $0[1]) }
    #expect(points.count == line.count)
    let labels = Self.texts(chart).filter { $0.words.hasSuffix(" %") && $0.style.hasPrefix("label") }
    #expect(labels.map(\.words) == bars.map { Number.percent($0) } + [Number.percent(line[line.count - 1])])
    for label in labels {
      // Letters of 12 reach from 10 above their foot to 3 below it, and 18 to each side.
      for step in -18...18 {
        let x = label.x + Double(step)
        guard let next = points.firstIndex(where: { $0.x >= x }), next > 0 || points[0].x == x else {
          continue
        }
        let (left, right) = (points[max(0, next - 1)], points[next])
        let share = right.x == left.x ? 0 : (x - left.x) / (right.x - left.x)
        let y = left.y + share * (right.y - left.y)
        #expect(y < label.y - 10 || y > label.y + 3, "\(label) at \(step)")
      }
      for other in labels where other != label {
        #expect(abs(other.x - label.x) > 36 || abs(other.y - label.y) > 12, "\(label) and \(other)")
      }
    }
  }

  @Test("a band cut over many months has arrows too, not one a month")
  func cutMonths() {
    let high = (0..<60).map { $0 < 30 ? 0.1 : 9.0 }
    let chart = Self.chart(
      [
        FanLayers.outer(low: high.map { _ in 0 }, high: high),
        .line(Chart.Line(name: "median", values: high.map { _ in 0.2 }, style: .median)),
      ], places: 60)
    let cuts = ChartDrawing(chart).shapes.count { if case .path(_, "cut") = $0 { true } else { false } }
    // 30 months, every fifth.
    #expect(cuts == 6)
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

  @Test("a year without a balance has a place and no value")
  func gaps() throws {
    let findings = Findings(try ShippedFindings.ensemble("escap-technical-cooperation/baseline"))
    let chart = BalanceChart(findings, fund: 0).chart
    #expect(chart.places.prefix(5) == ["2020", "2021", "2022", "2023", "2024"] && chart.firstProjected == 4)
    let recorded = try #require(
      chart.layers.compactMap { layer -> Chart.Line? in
        if case .line(let line) = layer, line.style == .recorded { line } else { nil }
      }.first)
    // balances.csv: 14,293,760.25 and 24,122,343.25, both assumed.
    #expect(recorded.values.prefix(5) == [1_429_376_025, nil, nil, 2_412_234_325, nil])
    #expect(recorded.name.text == "cash, assumed")
    #expect(chart.caption.text.contains("The book has no balance at the end of 2021 and 2022."))
    #expect(chart.alternative.contains("2021: no balance is recorded."))
    #expect(ChartText(chart).lines.contains { $0.text.filter { $0 != " " } == "2021|" })
  }

  @Test("the money expected is drawn, in characters too, and is that of the statements")
  func expected() throws {
    let ensemble = try ShippedFindings.ensemble("apctt/baseline")
    let chart = BalanceChart(Findings(ensemble), fund: 0).chart
    let line = try #require(
      chart.layers.compactMap { layer -> Chart.Line? in
        if case .line(let line) = layer, line.style == .expected { line } else { nil }
      }.first)
    let cash = ensemble.central.accounts[0].years.map { Optional($0.closingCash) }
    #expect(Array(line.values.dropFirst(chart.firstProjected)) == cash)
    #expect(ChartText(chart).lines.contains { $0.text.hasPrefix("2025") && $0.text.contains("E") })
    #expect(ChartText(chart).legend.text.contains("E money expected"))
  }

  @Test("a contributor keeps its colour from scenario to scenario of a book")
  func colours() throws {
    let names = try ["baseline", "host-at-400k", "recommended-levels", "half-collected"].map { scenario in
      let findings = Findings(try ShippedFindings.ensemble("apctt/\(scenario)"))
      guard case .stack(let parts) = try #require(ContributionsChart(findings).chart).layers[0] else {
        throw TestFailure()
      }
      return parts.map(\.name.text)
    }
    // contributions.csv, all years: 2,870,000; 202,000; 90,000; 86,870; 85,000; 7,000.
    #expect(
      names[0] == [
        "India", "Thailand", "Sri Lanka", "Pakistan", "Bangladesh", "Uzbekistan", "all others together",
      ])
    #expect(names.allSatisfy { $0 == names[0] })
  }

  @Test("the calendar tells the lowest month of the unlucky futures, not only of the money expected")
  func lowest() throws {
    let ensemble = try ShippedFindings.ensemble("apctt/baseline")
    let findings = Findings(ensemble)
    let reader = FindingsReader(findings)
    let year = (0..<12).compactMap { month in
      ensemble.monthEndCash(fund: 0, month: month).map { (month: month, cash: $0.quantiles[0]) }
    }
    let worst = try #require(year.min { $0.cash < $1.cash })
    #expect(
      CalendarChart(findings, fund: 0).chart.alternative.contains(
        "in 5 of 100 futures it is lowest at the end of \(Wording.month(reader.timeline.month(worst.month))), "
          + "\(Number.units(worst.cash)) or less."))
  }

  @Test("refunds below zero are told, and in what the picture differs from the table of core receipts")
  func basis() throws {
    let findings = Findings(try ShippedFindings.ensemble("escap-technical-cooperation/baseline"))
    let note = try #require(ContributionsChart(findings).chart).note.text
    #expect(note.contains("Below zero: refunds and corrections of earlier revenue ("))
    #expect(note.contains("The table above leaves out adjustments, which are nobody's gift."))
    let founding = Findings(try ShippedFindings.ensemble("apctt/baseline"))
    let other = try #require(ContributionsChart(founding).chart)
    #expect(!other.note.text.contains("Below zero") && !other.note.text.contains("The table above"))
    #expect(other.unfinished == [5] && other.places[5] == "2020")
    let shares = try #require(ConcentrationChart(founding).chart)
    #expect(shares.unfinished == [5] && shares.alternative.contains("2020 so far: share of the host 100.0 %"))
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
