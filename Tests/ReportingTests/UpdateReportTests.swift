import Finance
import Tabular
import Testing

@testable import Reporting

@Suite("the page of an update")
struct UpdateReportTests {
  private func findings(_ steps: [Double]) throws -> UpdateFindings {
    func side(_ day: String) throws -> UpdateFindings.Side {
      let date = try #require(CalendarDate(iso: day))
      return UpdateFindings.Side(place: "there", asOf: date, paths: 100, seed: 1, prior: "plain")
    }
    var findings = UpdateFindings(
      centre: "A Centre", currency: "USD", old: try side("2020-12-04"), new: try side("2021-12-31"),
      commonYears: 2022...2025)
    findings.funds = [
      UpdateFindings.Fund(
        id: "core",
        headlines: [
          UpdateFindings.Headline("a share", .share, old: 0.1004, new: 0.0996),
          UpdateFindings.Headline("an amount", .money, old: 100_049, new: 100_051),
          UpdateFindings.Headline("a number", .number, old: 1.5, new: nil),
        ], steps: steps.enumerated().map { UpdateFindings.Step("step \($0)", $1) })
    ]
    return findings
  }

  /// Signed points of the lines of a page, in order.
  private func points(_ text: String) -> [Int] {
    text.matches(of: /([-+]?)(\d+)\.(\d\d) points/).map { match in
      (Int(match.2) ?? 0) * 100 * (match.1 == "-" ? -1 : 1) + (Int(match.3) ?? 0) * (match.1 == "-" ? -1 : 1)
    }
  }

  @Test("parts add up to the total as printed, whatever is rounded")
  func parts() throws {
    for steps in [
      [0.123_449, 0.123_451, 0.100_049, 0.999_951], [0, 1], [0.5, 0.5, 0.5], [0.004_999, 0, 0.1, 0.033_333],
    ] {
      let printed = points(UpdateReport(try findings(steps)).text)
      #expect(printed.count == steps.count)
      #expect(printed.dropLast().reduce(0, +) == printed.last)
    }
  }

  @Test("a change is the difference of what is printed; what one run lacks has none")
  func changes() throws {
    let text = UpdateReport(try findings([0.1, 0.2])).text
    func line(_ title: String) -> String {
      String(text.split(separator: "\n").first { $0.hasPrefix(title) } ?? "")
    }
    #expect(line("a share").hasSuffix("10.0 %  10.0 %  0.0 points"))
    #expect(line("an amount").split(separator: " ").suffix(3) == ["1,000", "1,001", "+1"])
    #expect(line("a number").split(separator: " ").suffix(3) == ["1.50", "-", "-"])
  }

  @Test("long lists are cut and say so, stages are added up apart, no line is too wide")
  func lists() throws {
    var findings = try findings([0.1, 0.2])
    findings.rows = (1...23).map {
      UpdateFindings.NewRow(place: "contributions.csv:\($0)", text: "1.00 USD", source: "a source")
    }
    findings.sums = [
      UpdateFindings.Sum(contributor: "A", stage: "received", rows: 2, cents: 150),
      UpdateFindings.Sum(contributor: "B", stage: "received", rows: 1, cents: -50),
    ]
    let one = UpdateReport(findings).text
    #expect(one.contains("- and 3 rows more"))
    let total = one.split(separator: "\n").first { $0.hasPrefix("All ") && !$0.contains("parts") }
    #expect(total?.split(separator: " ") == ["All", "3", "1.00"])
    findings.sums.append(UpdateFindings.Sum(contributor: "B", stage: "pledged", rows: 1, cents: 100))
    #expect(!UpdateReport(findings).text.contains("\nAll  "), "pledged and received are different amounts")
    #expect(one.split(separator: "\n").allSatisfy { TextWidth.of(String($0)) <= TextRenderer.width })
    let flat = one.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(flat.contains("No year that the old report projects has records by 31 December 2021."))
  }

  @Test("what came is held against the promise and the middle nine of ten futures")
  func receipts() throws {
    var findings = try findings([0.1, 0.2])
    func receipt(
      _ who: String, promised: Int = 0, _ expected: (central: Double, low: Double, high: Double)?, came: Int,
      whole: Bool = true
    ) -> UpdateFindings.Receipt {
      UpdateFindings.Receipt(
        year: 2021, isWhole: whole, contributor: who, fund: "core", promised: promised, expected: expected,
        came: came)
    }
    findings.receipts = [
      receipt("low", (1000, 500, 2000), came: 400), receipt("high", (1000, 500, 2000), came: 2001),
      receipt("middle", (1000, 500, 2000), came: 500), receipt("new", nil, came: 700),
      receipt("owes", promised: 900, (900, 0, 900), came: 800),
      receipt("early", (1000, 500, 2000), came: 0, whole: false),
    ]
    let lines = UpdateReport(findings).text.split(separator: "\n")
    // Year, promised, expected, 5 %, 95 %, came and the remark of a contributor, in whole units.
    func cells(_ who: String) -> [Substring] {
      lines.last { $0.hasPrefix("\(who) ") }?.split(separator: " ").dropFirst().map { $0 } ?? []
    }
    #expect(cells("low") == ["2021", "-", "10", "5", "20", "4", "below"])
    #expect(cells("high") == ["2021", "-", "10", "5", "20", "20", "above"])
    #expect(cells("middle") == ["2021", "-", "10", "5", "20", "5"])
    #expect(cells("new") == ["2021", "-", "-", "-", "-", "7", "not", "foreseen"])
    #expect(cells("owes") == ["2021", "9", "9", "0", "9", "8", "promise", "unmet"])
    #expect(cells("early") == ["2021", "so", "far", "-", "10", "5", "20", "0"])
    #expect(cells("All") == ["2021", "9", "49", "44"])
  }
}
