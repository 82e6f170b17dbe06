import Foundation
import FoundationXML
import Tabular
import Testing

@testable import Reporting

@Suite("The page")
struct PageTests {
  /// What somebody may write where free text is allowed.
  static let hostile = [
    "=HYPERLINK(\"http://example.org\")", "<script>alert(1)</script>", "\" onload=\"alert(1)",
    "' onload='alert(1)",
    "<img src=x onerror=alert(1)>", "]]></style></script><b>", "{{title}} {{{script}}} {{%", "&lt;b&gt;",
    "quote with a mark: \"\u{301} onload=alert(1)", "\u{202E}txt.exe\u{2066}", "\u{0}\u{1B}[31m",
    String(repeating: "x", count: 10_000),
  ]

  /// A document in which a text stands everywhere.
  private static func document(_ text: String) -> Document {
    var document = Document()
    let prose = Prose(Prose(plain: text), text.figure(of: .label(text)))
    document.add(.title(prose))
    document.add(.heading(prose))
    document.add(.paragraph(prose))
    document.add(.bullet(prose))
    var table = TextTable([prose, prose])
    table.add([prose, prose], isTotal: true)
    document.add(.table(table))
    document.add(
      .chart(
        Chart(
          id: "chart", title: prose, alternative: text, unit: .amount(text), places: [text],
          firstProjected: 0,
          layers: [
            .stack([Chart.Stacked(name: prose, values: [100])]),
            .line(Chart.Line(name: prose, values: [50], style: .median)),
          ], note: prose)))
    return document
  }

  @Test("hostile text shows as text, in the page and in its pictures", arguments: PageTests.hostile)
  func hostileText(text: String) throws {
    let plain = try PageFile(document: PageTests.document("harmless")).file.text
    let page = try PageFile(document: PageTests.document(text)).file.text
    // As many tags, attributes and quotes as with harmless text: the text added none.
    func count(_ text: String, _ mark: Character) -> Int {
      text.unicodeScalars.count { $0 == mark.unicodeScalars.first }
    }
    for mark: Character in ["<", ">", "\"", "'"] {
      #expect(count(page, mark) == count(plain, mark), "\(mark)")
    }
    #expect(!page.unicodeScalars.contains { TextDirection.isMark($0) || $0.value == 0 || $0.value == 0x1B })
    let picture = try #require(PageTests.pictures(page).first)
    let shown = try PageTests.words(picture)
    let expected = text.unicodeScalars.map { scalar in
      TextDirection.isMark(scalar)
        ? "[U+\(String(scalar.value, radix: 16, uppercase: true))]"
        : scalar.value < 0x20 ? "\u{FFFD}" : String(scalar)
    }.joined()
    #expect(Data(shown.utf8).range(of: Data(expected.utf8)) != nil)
  }

  @Test("the page says what the text says, section by section, and holds every table and picture")
  func sameWords() throws {
    let findings = Findings(try ShippedFindings.ensemble("apctt/baseline"))
    let document = TextReport(findings).document
    let page = try PageFile(document: document).file.text
    let words = PageTests.unescaped(page.replacing(/<[^>]*>/, with: ""))
    for block in document.blocks {
      switch block {
      case .title(let text), .heading(let text), .paragraph(let text), .notice(let text),
        .bullet(let text):
        #expect(words.contains(text.text), "\(text.text)")
      case .table(let table):
        for cell in table.rows.flatMap(\.cells) where !cell.isEmpty {
          #expect(words.contains(cell.text), "\(cell.text)")
        }
      case .chart(let chart): #expect(words.contains(chart.alternative) && words.contains(chart.caption.text))
      }
    }
    let cells = document.blocks.reduce(0) { sum, block in
      if case .table(let table) = block { sum + table.rows.count * table.columns.count } else { sum }
    }
    #expect(page.matches(of: /<td|<th scope="row"/).count == cells)
    let charts = ShippedFindings.charts(document)
    #expect(charts.count == 6)
    let pictures = PageTests.pictures(page)
    #expect(pictures.count == charts.count)
    for picture in pictures { #expect(try PageTests.words(picture).count > 50) }
  }

  @Test("nothing is loaded, one script runs, identifiers are unlike and references lead somewhere")
  func selfContained() throws {
    let findings = Findings(try ShippedFindings.ensemble("un-technology-bank/as-of-2018"))
    let page = try PageFile(document: TextReport(findings).document).file.text
    for word in ["src=", "@import", "url(", "<link", "<iframe", "http://", "onclick", "{{"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(page.contains("<meta name=\"viewport\"") && page.contains("class=\"skip\" href=\"#report\""))
    let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let references =
      page.matches(of: #/ (?:aria-labelledby|href)="#?([^"]*)"/#).flatMap {
        $0.1.split(separator: " ").map(String.init)
      }
    #expect(references.count > 10 && Set(references).isSubset(of: ids))
  }

  @Test("the same report is the same page")
  func sameBytes() throws {
    let findings = Findings(try ShippedFindings.ensemble("apctt/baseline"))
    let document = TextReport(findings).document
    #expect(try PageFile(document: document).file == PageFile(document: document).file)
  }

  @Test("a table with totals keeps its order, numbers stand to the right")
  func tables() throws {
    var table = TextTable(["Who", "amount", "why"])
    for name in ["a", "b", "c"] { table.add([name, "1,000", "gave last year"]) }
    var document = Document()
    document.add(.table(table))
    #expect(try PageFile(document: document).file.text.contains("<table data-sortable>"))
    table.add(["all", "3,000", ""], isTotal: true)
    document.blocks = [.table(table)]
    let page = try PageFile(document: document).file.text
    #expect(
      page.contains("<table>") && page.contains("<tr class=\"total\"><th scope=\"row\" dir=\"auto\">all</th>")
    )
    #expect(page.contains("<td class=\"n\" dir=\"auto\">1,000</td><td dir=\"auto\">gave last year</td>"))
  }

  @Test("every table has a caption of its own that names it, and says in which files its figures stand")
  func captions() throws {
    let findings = Findings(try ShippedFindings.ensemble("apctt/rupee-and-levels"))
    let document = TextReport(findings).document
    let page = try PageFile(document: document).file.text
    let tables = document.blocks.count { if case .table = $0 { true } else { false } }
    let captions = page.matches(
      of:
        #/<div class="scroll" role="group" tabindex="0" aria-labelledby="([^"]*)">\n<table[^>]*>\n<caption><span><span id="([^"]*)"[^>]*>([^<]*)</#
    )
    #expect(captions.count == tables && tables > 10)
    #expect(captions.allSatisfy { $0.1 == $0.2 })
    #expect(Set(captions.map(\.3)).count == captions.count)
    for file in ["statements.csv", "mandate.csv", "cash-calendar.csv", "contributions-outlook.csv"] {
      #expect(page.contains("<span class=\"files\">(figures: \(file))</span>"), "\(file)")
    }
    #expect(!page.contains("role=\"region\""))
  }

  @Test("a notice stands out, an unmarked figure leaves room beside marked ones, a threshold is a number")
  func standsOut() throws {
    var document = Document()
    document.add(.notice("INDICATIVE: assumed."))
    var table = TextTable(["Line", "2021", "threshold"])
    table.add(["found", "1.00", ">= 12"])
    table.add(["assumed", "2.00*", "<= 3"])
    document.add(.table(table))
    let page = try PageFile(document: document).file.text
    #expect(page.contains("<p class=\"notice\">INDICATIVE: assumed.</p>"))
    #expect(
      page.contains("<td class=\"n open\" dir=\"auto\">1.00</td><td class=\"n\" dir=\"auto\">&gt;= 12</td>"))
    #expect(page.contains("<td class=\"n\" dir=\"auto\">2.00*</td>"))
    let json = DocumentFile(document: document, centre: "c", scenario: "s").file.text
    #expect(json.contains("\"notice\""))
  }

  /// The pictures of a page.
  private static func pictures(_ page: String) -> [String] {
    page.matches(of: /<svg role="img"[\s\S]*?<\/svg>/).map { String($0.0) }
  }

  /// The text of a picture, read as XML.
  private static func words(_ picture: String) throws -> String {
    let document = try XMLDocument(xmlString: picture)
    return document.stringValue ?? ""
  }

  private static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
