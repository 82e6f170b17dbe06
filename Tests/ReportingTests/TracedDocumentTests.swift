import Giving
import Judgement
import Outlook
import Records
import Scenarios
import Simulation
import Tabular
import Testing

@testable import Reporting

@Suite("figures keep what they are")
struct TracedDocumentTests {
  private let seed = Origin.scenario(key: "seed")
  private let paths = Origin.scenario(key: "paths")

  @Test("interpolated figures stay figures, joined texts too; everything else is words")
  func pieces() {
    let name = "core"
    let text: Prose = "Of fund \(name) \("5 %".figure(of: seed)) in \(2021)" + ", \("1".figure(of: paths))."
    #expect(text.text == "Of fund core 5 % in 2021, 1.")
    let figures = text.pieces.compactMap { piece -> Figure? in
      if case .figure(let figure) = piece { figure } else { nil }
    }
    #expect(figures == [Figure("5 %", seed), Figure("1", paths)])
    #expect(Prose().isEmpty && Prose(plain: "").isEmpty && !Prose(plain: " ").isEmpty)
    #expect((["a", "b", "c"] as [Prose]).list.text == "a, b and c")
    #expect(([] as [Prose]).list.isEmpty)
  }

  @Test("a figure that breaks over two lines stands on both, after what a line begins with")
  func wrapped() throws {
    let words = String(repeating: "word ", count: 17)
    var document = Document()
    document.add(
      .bullet("\(Prose(plain: words))\("123 in 100".figure(of: seed)) and \("7".figure(of: paths))"))
    let lines = TextRenderer().lines(document)
    #expect(lines.map(\.text) == ["", "- \(words)123 in", "  100 and 7"])
    #expect(lines[1].figures == [PlacedFigure(text: "123 in", columns: 88...93, origin: seed)])
    #expect(
      lines[2].figures == [
        PlacedFigure(text: "100", columns: 3...5, origin: seed),
        PlacedFigure(text: "7", columns: 11...11, origin: paths),
      ])
  }

  @Test("cells of a table stand where they are printed, beside wide characters and in cut names too")
  func cells() {
    var table = TextTable(["国", "value"])
    table.add(["中 \("1".figure(of: seed))", "12.5 %".figure(of: paths)], isTotal: true)
    var document = Document()
    document.add(.table(table))
    let lines = TextRenderer().lines(document)
    #expect(lines.map(\.text) == ["", "国     value", "----  ------", "----  ------", "中 1  12.5 %"])
    #expect(
      lines[4].figures == [
        PlacedFigure(text: "1", columns: 4...4, origin: seed),
        PlacedFigure(text: "12.5 %", columns: 7...12, origin: paths),
      ])
  }

  @Test("a table told in two halves keeps its figures in both")
  func halves() {
    var table = TextTable((0...7).map { "quantile number \($0)" })
    table.add((0...7).map { "\($0)0,000,000,000.00".figure(of: .label("\($0)")) })
    var document = Document()
    document.add(.table(table))
    let figures = TextRenderer().lines(document).flatMap(\.figures)
    #expect(figures.map(\.text) == [0, 1, 2, 3, 4, 0, 5, 6, 7].map { "\($0)0,000,000,000.00" })
  }

  @Test("capitals change the words and not what a figure is")
  func capitals() {
    var document = Document()
    document.add(.heading("of \("tranche 11".figure(of: seed))"))
    let line = TextRenderer().lines(document)[1]
    #expect(line.text == "OF TRANCHE 11")
    #expect(line.figures == [PlacedFigure(text: "TRANCHE 11", columns: 4...13, origin: seed)])
  }
}

@Suite("every number of a report says what it is")
struct ReportOriginTests {
  /// Years, months and days are labels, as are file names; everything else that holds a digit is a figure.
  private static let labels: Set = ["SHA-256"]

  private static func isLabel(_ word: Substring) -> Bool {
    let bare = word.drop { "([\"".contains($0) }
    let plain = String(bare.prefix { !",.;:)]\"".contains($0) })
    if labels.contains(plain) { return true }
    let parts = plain.split(separator: "-", omittingEmptySubsequences: false)
    let year = { (part: Substring) in part.count == 4 && (part.hasPrefix("19") || part.hasPrefix("20")) }
    // 2021, 2021-07, 2020-12-31 and names that end in a year.
    return parts.first.map(year) ?? false || parts.last.map(year) ?? false
  }

  /// Words with a digit that stand in no figure, with their line.
  private static func orphans(_ report: Report) -> [String] {
    report.lines.enumerated().flatMap { index, line -> [String] in
      let owned = line.figures.flatMap { Array($0.columns) }
      var column = 0
      return line.text.split(separator: " ", omittingEmptySubsequences: false).compactMap { word in
        let start = column + 1
        column += TextWidth.of(String(word)) + 1
        guard word.contains(where: \.isNumber), !isLabel(word) else { return nil }
        return (start..<column).contains(where: owned.contains) ? nil : "\(index + 1): \(word)"
      }
    }
  }

  @Test(
    "no amount, share or probability is printed without its origin",
    arguments: [
      "apctt/baseline", "apctt/host-at-400k", "apctt/rupee-and-levels", "un-technology-bank/as-of-2018",
      "escap-technical-cooperation/baseline",
    ])
  func complete(scenario: String) throws {
    let report = try ReportOriginTests.report(scenario)
    #expect(report.lines.map { $0.text + "\n" }.joined() == report.text)
    #expect(report.lines.reduce(0) { $0 + $1.figures.count } > 200)
    // A scenario may have a number in its name.
    let name = scenario.split(separator: "/")[1]
    #expect(ReportOriginTests.orphans(report).filter { !$0.contains(name) } == [])
  }

  @Test(
    "a figure of a table is a row there, and is that row rounded",
    arguments: ["apctt/baseline", "apctt/rupee-and-levels", "un-technology-bank/as-of-2018"])
  func rows(scenario: String) throws {
    let report = try ReportOriginTests.report(scenario)
    let values = try ReportOriginTests.values(report)
    var checked = 0
    for (index, line) in report.lines.enumerated() {
      for figure in line.figures {
        guard case .row(let row) = figure.origin else { continue }
        let value = try #require(values[row], "line \(index + 1): \(row) is in no table")
        guard let shown = ReportOriginTests.number(figure.text) else { continue }
        #expect(
          (shown.value - value).magnitude <= shown.precision, "line \(index + 1): \(figure.text) of \(row)")
        checked += 1
      }
    }
    #expect(checked > 150)
  }

  private static func report(_ scenario: String) throws -> Report {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let (scenario, folder) = try ScenarioLoader.load(
      ["/\(root)/Scenarios/\(scenario).yaml"], overrides: ScenarioOverrides(paths: 60))
    let book = try BookLoader.load(folder: folder, asOf: scenario.asOf)
    let fit = try GivingModel(prior: .plain).fit(book, asOf: scenario.asOf)
    let assumptions = try Assumptions(book: book, scenario: scenario, giving: fit)
    return try Report(Simulator(judging: assumptions, threads: 1).run())
  }

  /// The number of every row of every table, by key; no key twice.
  private static func values(_ report: Report) throws -> [ReportRow: Double] {
    var values: [ReportRow: Double] = [:]
    for table in ReportTable.allCases where table != .sweep {
      let text = try #require(report.files.first { $0.name == table.rawValue }).text
      var problems = Problems()
      let read = try #require(Table(csv: Array(text.utf8), file: table.rawValue, &problems))
      let columns = table.keyColumns.compactMap(read.index(of:))
      let value = try #require(read.index(of: table.valueColumn))
      for row in read.rows {
        let key = ReportRow(table, columns.map { row.cells[$0] })
        #expect(values[key] == nil, "\(key) twice")
        values[key] = Double(row.cells[value]) ?? .nan
      }
    }
    return values
  }

  /// `1,234.5`, `12.3 %`: what is shown, and half a unit of its last place; `nil` for words.
  private static func number(_ text: String) -> (value: Double, precision: Double)? {
    let isShare = text.hasSuffix(" %")
    let plain = (isShare ? text.dropLast(2) : text[...]).filter { $0 != "," }
    guard let number = Double(plain) else { return nil }
    let places = plain.split(separator: ".").dropFirst().first?.count ?? 0
    let unit = (0..<places).reduce(1.0) { unit, _ in unit / 10 } * (isShare ? 0.01 : 1)
    // Tables hold six decimals.
    return (isShare ? number / 100 : number, unit / 2 + 1.1e-6)
  }
}
