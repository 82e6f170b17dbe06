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
    #expect(try own.sheet("statements").charts.count == 2)
    let parts = try #require(PackedParts(WorkbookWriter.bytes(of: own.workbook)))
    #expect(parts.parts.count { $0.name.hasPrefix("xl/charts/chart") } == 4)
  }
}
