import Budgeting
import Judgement
import Simulation
import TestSupport
import Testing

@testable import Reporting

@Suite("The file of the workbook")
struct WorkbookFileTests {
  private static let hostile = [
    "=cmd()", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "<script>alert(1)</script>", "a & b \"c\" 'd'",
    "\u{202E}abc\u{200F}", "\u{0}\u{1}\u{8}", "\u{FFFE}", "_x0041_", "中文 🇮🇳", "  spaces  ", "",
    String(repeating: "x", count: 10_000), String(repeating: "🇮🇳", count: 20_000),
    String(repeating: "_x0041_", count: 5000),
  ]

  private static func workbook(_ texts: [String], name: String = "sheet") -> Workbook {
    var sheet = Sheet(name, widths: [20], frozenRows: 1)
    for text in texts { sheet.addLine(text, .text) }
    return Workbook(title: texts.first ?? "", day: 18_600, sheets: [sheet])
  }

  @Test("hostile text is written, as text, and cut where a cell holds no more")
  func hostile() throws {
    for text in WorkbookFileTests.hostile {
      let shown = CellText.text(text)
      #expect(shown.utf16.count <= CellText.limit)
      #expect(!shown.unicodeScalars.contains { $0.value < 9 || $0.value == 0xFFFE })
    }
    #expect(CellText.text("=cmd()") == "=cmd()")
    #expect(CellText.text("_x0041_") == "_x005F_x0041_")
    #expect(CellText.text("_x004_ _x00412_") == "_x004_ _x00412_")
    #expect(CellText.text(String(repeating: "x", count: 10_000)).count == 10_000)
    #expect(CellText.text(String(repeating: "x", count: 32_767)).utf16.count == 32_767)
    #expect(
      CellText.text(String(repeating: "x", count: 32_768)).hasSuffix("(cut here: a cell holds no more)"))
    #expect(try !WorkbookWriter.bytes(of: WorkbookFileTests.workbook(WorkbookFileTests.hostile)).isEmpty)
  }

  @Test("equal workbooks give equal bytes, another text another part")
  func same() throws {
    let first = try WorkbookWriter.bytes(of: WorkbookFileTests.workbook(["one", "two"]))
    #expect(first == (try WorkbookWriter.bytes(of: WorkbookFileTests.workbook(["one", "two"]))))
    let other = try WorkbookWriter.bytes(of: WorkbookFileTests.workbook(["one", "tow"]))
    let (left, right) = (try #require(PackedParts(first)), try #require(PackedParts(other)))
    #expect(left.firstDifference(from: left) == nil)
    #expect(left.firstDifference(from: right) == "xl/sharedStrings.xml")
    #expect(left.parts.contains { $0.name == "xl/worksheets/sheet1.xml" })
  }

  @Test("what is no packed file, or a cut one, has no parts")
  func damaged() throws {
    let bytes = try WorkbookWriter.bytes(of: WorkbookFileTests.workbook(["one"]))
    #expect(PackedParts([]) == nil)
    #expect(PackedParts(Array("year,fund\n".utf8)) == nil)
    #expect(PackedParts(Array(bytes.prefix(bytes.count / 2))) == nil)
    #expect(PackedParts(Array(bytes.dropFirst(100))) == nil)
    for count in stride(from: 1, to: 60, by: 7) { #expect(PackedParts(Array(bytes.suffix(count))) == nil) }
  }

  @Test("what the writer refuses is an error with its code and where it was")
  func refused() throws {
    #expect(throws: WorkbookError.self) {
      try WorkbookWriter.bytes(of: WorkbookFileTests.workbook(["one"], name: "a:b"))
    }
    #expect(throws: WorkbookError.self) {
      try WorkbookWriter.bytes(
        of: WorkbookFileTests.workbook(["one"], name: String(repeating: "n", count: 32)))
    }
    do {
      _ = try WorkbookWriter.bytes(of: WorkbookFileTests.workbook(["one"], name: "a:b"))
    } catch {
      #expect(error.description.contains("sheet 'a:b'"))
      #expect(error.description.contains("libxlsxwriter error 15"))
    }
  }

  @Test("days are counted from 1970-01-01, leap years and the turn of a century included")
  func days() {
    #expect(WorkbookBuilder.day(day("1970-01-01")) == 0)
    #expect(WorkbookBuilder.day(day("2000-02-29")) == 11_016)
    #expect(WorkbookBuilder.day(day("2000-03-01")) == 11_017)
    #expect(WorkbookBuilder.day(day("2020-12-04")) == 18_600)
  }

  @Test("columns have letters as a spreadsheet has them")
  func letters() {
    #expect([0, 25, 26, 51, 52, 701, 702].map(Place.letters) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
    let place = Place(sheet: "cash calendar", row: 6, column: 2)
    #expect(place.name(from: "cash calendar") == "C7")
    #expect(place.fixed(from: "statements") == "'cash calendar'!$C$7")
  }

  @Test("the founding case's workbook has its sheets and charts, and free text is never a formula")
  func founding() throws {
    let own = try WorkbookCase(shipped: "apctt/baseline")
    #expect(
      own.workbook.sheets.map(\.name) == [
        "assumptions", "contributions", "statements", "cash calendar", "outlook", "indicators", "timing",
        "sources",
      ])
    #expect(try own.sheet("contributions").charts.count == 2)
    // The fund that holds nothing has no chart of its cash.
    #expect(try own.sheet("statements").charts.count == 1)
    let parts = try #require(PackedParts(WorkbookWriter.bytes(of: own.workbook)))
    #expect(parts.parts.count { $0.name.hasPrefix("xl/charts/chart") } == 3)
  }

  @Test("every yellow cell takes numbers of its kind alone, and what must be zero is watched")
  func limits() throws {
    let own = try WorkbookCase(shipped: "apctt/baseline")
    for name in ["assumptions", "contributions", "timing"] {
      let sheet = try own.sheet(name)
      let yellow = sheet.cells.filter { [.amountInput, .rateInput, .shareInput].contains($0.style) }
      let guarded = sheet.limits.reduce(0) { $0 + $1.columns.count }
      #expect(yellow.count > 10 && guarded == yellow.count, "\(name): \(guarded) of \(yellow.count)")
      for cell in yellow {
        let limit = try #require(
          sheet.limits.first { $0.row == cell.row && $0.columns.contains(cell.column) })
        #expect(limit.range.upperBound == (cell.style == .amountInput ? 1e11 : 1))
      }
    }
    let statements = try own.sheet("statements")
    #expect(statements.limits.isEmpty)
    #expect(statements.alarms.count == 2 && statements.alarms.allSatisfy { $0.columns.count == 5 })
  }

  @Test("a ledger without receipts shows its revenue in recorded years, and says so")
  func revenue() throws {
    let own = try WorkbookCase(shipped: "un-technology-bank/as-of-2021")
    let sheet = try own.sheet("statements")
    let total = try #require(sheet.cells.first { $0.content == .text("Received, total") }?.row)
    let recorded = sheet.cells.filter { $0.row == total && $0.style == .total }.compactMap {
      cell -> Double? in
      if case .number(let value) = cell.content { value } else { nil }
    }
    let told = own.findings.assessment.statements.filter {
      $0.basis == .recorded && $0.line == "recognised.total"
    }
    #expect(told.count > 3 && recorded == told.map { Double($0.amount) / 100 })
    let notes = sheet.cells.compactMap { cell -> String? in
      if case .text(let text) = cell.content { text } else { nil }
    }
    #expect(notes.contains { $0.contains("recorded years show revenue recognised in their place") })
  }

  @Test("cuts that stand where the plan would fit are pointed at, as are shortfalls without a cut")
  func cuts() throws {
    let own = try WorkbookCase(shipped: "apctt/host-at-400k")
    let sheet = try own.sheet("statements")
    let row = try #require(sheet.cells.first { $0.content == .text("Cuts and shortfall") }?.row)
    let words = sheet.cells.filter { $0.row == row }.compactMap { cell -> String? in
      if case .wordFormula(_, let word) = cell.content { word } else { nil }
    }
    let years = own.findings.ensemble.central.accounts[0].years
    #expect(words.count == years.count && words.contains("cut entered"))
    for (word, year) in zip(words, years) {
      #expect((word == "none") == (year.shortfall == 0 && year.fundingGap == 0))
    }
  }
}
