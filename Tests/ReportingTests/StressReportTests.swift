import Decisions
import Finance
import Foundation
import Judgement
import Outlook
import Scenarios
import Simulation
import Tabular
import Testing

@testable import Reporting

@Suite("the battery in a report")
struct StressReportTests {
  private let ensemble: Ensemble
  private let found: StressFindings
  private let telling: StressTelling

  init() throws {
    ensemble = try ShippedFindings.ensemble("apctt/baseline")
    let battery = try BatteryReader.battery(folder: "/no/such/folder")
    let test = StressTest(Trial(ensemble.assumptions, threads: 1), battery)
    found = StressFindings(try test.run(.battery), battery)
    telling = StressTelling(found, ensemble.assumptions)
  }

  @Test("text and JSON are the same with it and without; page and workbook tell of it")
  func files() throws {
    let all = Set(ReportFormat.allCases)
    let with = try Report(ensemble, stress: found, formats: all)
    let without = try Report(ensemble, formats: all)
    for (one, other) in zip(with.files, without.files) {
      let isTold = [PageFile.name, WorkbookBuilder.name, "run.json"].contains(one.name)
      #expect(one.name == other.name && (one == other) != isTold, "\(one.name)")
    }
    #expect(with.text == without.text)
    let page = try #require(with.files.first { $0.name == PageFile.name }).text
    #expect(
      page.contains("Under stress: fund core</h2>") && page.contains("<figure id=\"chart-stress-core\">"))
    let bare = try #require(without.files.first { $0.name == PageFile.name }).text
    #expect(!bare.contains("Under stress"))
  }

  @Test("the section says what the page of the battery says, word for word")
  func words() {
    let page = StressPage(found, ensemble.assumptions).page.text.filter { !$0.isWhitespace }
    let section = StressSection(found, ensemble.assumptions).document
    let bullets = section.blocks.compactMap { if case .bullet(let text) = $0 { text.text } else { nil } }
    #expect(bullets.count == telling.answer.count + found.result.cases.count)
    for text in bullets + [telling.legend] {
      #expect(page.contains(text.filter { !$0.isWhitespace }), "\(text)")
    }
    for row in telling.table.rows {
      #expect(page.contains(row.cells.map(\.text).joined().filter { !$0.isWhitespace }))
    }
  }

  @Test("the picture shows every shock that says something, 0 to 100 %, with its error")
  func picture() throws {
    let chart = StressChart(telling).chart
    guard case .bars(let bars) = chart.layers[0], case .line(let before) = chart.layers[1],
      case .line(let lines) = chart.layers[2]
    else { throw TestFailure() }
    let outcomes = [found.result.baseline] + found.result.cases.compactMap(\.outcome)
    #expect(outcomes.count > 10 && outcomes.count < found.result.cases.count + 1)
    #expect(bars.values == outcomes.map(\.shortfall.probability))
    #expect(bars.errors == outcomes.map(\.shortfall.error))
    #expect(chart.scale.from == 0 && chart.scale.to == 1)
    #expect(before.values[0] == nil && before.values[1] == bars.values[0])
    #expect(lines.values[0] == 0.05 && lines.values[1] == 0.25)
    #expect(chart.places[1] == found.result.cases[0].shock.title)
    #expect(chart.alternative.contains("As things stand: \(Number.percent(bars.values[0]))"))
  }

  @Test("the sheet holds the numbers of stress.csv as numbers, the signal and what says nothing")
  func sheet() throws {
    let workbook = WorkbookBuilder(Findings(ensemble), stress: found).workbook
    #expect(
      workbook.sheets.map(\.name) == [
        "assumptions", "contributions", "statements", "cash calendar", "outlook", "stress", "indicators",
        "timing", "sources",
      ])
    let cells = try #require(workbook.sheets.first { $0.name == "stress" }).cells
    let file = try #require(StressPage(found, ensemble.assumptions).page.csv.first)
    let columns = [
      "probability-of-shortfall": 5, "probability-of-shortfall-mcse": 8, "probability-of-cash-out": 9,
      "first-shortfall": 10, "closing-cash-q50": 11, "closing-cash-q05": 12, "months-of-spending-q50": 13,
      "funding-gap-mean": 14,
    ]
    var compared = 0
    for line in file.text.split(separator: "\n").dropFirst() {
      let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard let column = columns[parts[3]] else { continue }
      let label = parts[0] == "none" ? "as things stand" : parts[0]
      let row = try #require(cells.first { $0.column == 0 && $0.content == .text(label) }?.row)
      let content = cells.first { $0.row == row && $0.column == column }?.content
      guard let value = Double(parts[4]) else {
        #expect(content == nil, "\(line)")
        continue
      }
      guard case .number(let number)? = content else { throw TestFailure() }
      #expect((number - value).magnitude <= 0.000_000_6, "\(line)")
      compared += 1
    }
    #expect(compared > 100)
    func texts(_ column: Int) -> [String] {
      cells.compactMap { cell in
        if cell.column == column, case .text(let text) = cell.content { text } else { nil }
      }
    }
    #expect(
      texts(0).contains("The signal: HIGH")
        && texts(0).contains("the worst shock: \(found.result.signal.worst ?? "")"))
    #expect(
      texts(0).contains("agreement-not-renewed") && texts(2).contains("no agreement ends before the horizon"))
    #expect(try !WorkbookWriter.bytes(of: workbook).isEmpty)
  }

  @Test("a book's own battery is listed in run.json, the shipped one is not")
  func listed() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "mainstay-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = "shocks:\n  host-late: {size: 6}\n"
    try Data(text.utf8).write(to: folder.appendingPathComponent(BatteryReader.file))
    let own = try BatteryReader.battery(folder: folder.path)
    func inputs(_ battery: StressBattery) throws -> [RunManifest.File] {
      let report = try Report(
        ensemble, stress: StressFindings(found.result, battery), formats: [.html])
      let manifest = try #require(report.files.last)
      return try JSONText.read(RunManifest.self, from: manifest.text).inputs
    }
    let digest = SHA256.hexDigest(of: Array(text.utf8))
    #expect(try inputs(own).contains { $0.name == BatteryReader.file && $0.sha256 == digest })
    #expect(try !inputs(found.battery).contains { $0.name == BatteryReader.file })
  }
}
