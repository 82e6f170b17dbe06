import Budgeting
import Finance
import Judgement
import Outlook
import Records
import Simulation
import TestSupport
import Testing

@testable import Reporting

@Suite("figures that rest on assumed rows")
struct AssumedFiguresTests {
  private static func report(_ scenario: String) throws -> (findings: Findings, assumed: AssumedFigures) {
    let findings = Findings(try ShippedFindings.ensemble(scenario))
    let reader = FindingsReader(findings)
    let fund = reader.assumptions.funds[reader.mainFund].fund.id
    return (findings, AssumedFigures(reader.book, fund: fund))
  }

  /// contributions.csv of the founding case: the host's rows are of the session's report, all others proxies.
  @Test("a line is assumed where one of its rows is, a total where one of its parts is")
  func founding() throws {
    let (_, assumed) = try Self.report("apctt/baseline")
    let cases: [(line: String, year: Int, isAssumed: Bool)] = [
      ("received.india", 2018, false), ("received.bangladesh", 2018, true), ("received.total", 2018, true),
      ("received.total", 2016, false), ("received.total", 2020, false), ("spent.staff", 2018, true),
      ("spent.total", 2018, true), ("spent.total", 2017, false), ("cash.opening", 2018, true),
      ("cash.closing", 2016, false), ("cash.closing", 2017, true), ("received.nobody", 2018, false),
      ("shortfall", 2018, false), ("unheard.of", 2018, false),
    ]
    for (line, year, isAssumed) in cases {
      #expect(assumed.holds(line, year: year) == isAssumed, "\(line) \(year)")
    }
  }

  @Test("the statement marks them and says what the mark is; projected years and found figures have none")
  func marks() throws {
    let (findings, _) = try Self.report("apctt/baseline")
    let lines = TextRenderer().lines(StatementSection(findings).document).map(\.text)
    // Columns without a mark are as wide as before; in the others a mark stands behind the digits.
    let expected = """
      Recorded                           2016         2017         2018         2019  2020 so far
        India                      400,000.00  400,000.00   400,000.00   400,000.00   870,000.00
        Bangladesh                          -   15,000.00*   27,000.00*   43,000.00*           -
      """
    for line in expected.split(separator: "\n").map(String.init) { #expect(lines.contains(line), "\(line)") }
    #expect(lines.contains { $0.hasPrefix("* assumed, not from the centre's accounts;") })
    let projected = try #require(lines.firstIndex { $0.hasPrefix("Central projection") })
    let end = try #require(lines.firstIndex { $0.hasPrefix("Programme support cost is") })
    #expect(!lines[projected..<end].contains { $0.contains("*") })
  }

  @Test("a ledger with sources has no mark")
  func found() throws {
    var builder = BookBuilder()
    builder.fund("core")
    builder.contributor("host")
    builder.contribution("host", "2019", 100)
    builder.contribution("host", "2020", 100)
    builder.expenditure("2020", .operating, 60)
    builder.balance("2020-12-31", cash: 140)
    let assumed = AssumedFigures(builder.book(), fund: "core")
    for line in ["received.host", "received.total", "spent.operating", "spent.total", "cash.closing"] {
      #expect(!assumed.holds(line, year: 2020), "\(line)")
    }
  }
}
