import Finance
import Giving
import Judgement
import Outlook
import Records
import Scenarios
import Simulation
import Tabular
import Testing

@testable import Reporting

/// The shipped books, read from the checkout.
private enum Shipped {
  static func report(_ scenario: String, paths: Int = 200) throws -> Report {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let (scenario, folder) = try ScenarioLoader.load(
      ["/\(root)/Scenarios/\(scenario).yaml"], overrides: ScenarioOverrides(paths: paths))
    let book = try BookLoader.load(folder: folder, asOf: scenario.asOf)
    let fit = try GivingModel(prior: .plain).fit(book, asOf: scenario.asOf)
    let assumptions = try Assumptions(book: book, scenario: scenario, giving: fit)
    return try Report(Simulator(judging: assumptions, threads: 1).run())
  }

  /// Rows of a CSV file of the report as cells by column.
  static func rows(_ file: String, of report: Report) throws -> [[String: String]] {
    let text = try #require(report.files.first { $0.name == file }).text
    var problems = Problems()
    let table = try #require(Table(csv: Array(text.utf8), file: file, &problems))
    return table.rows.map { row in
      Dictionary(uniqueKeysWithValues: zip(table.columns, row.cells))
    }
  }
}

@Suite("Reports of the shipped books")
struct ReportTests {
  @Test(
    "no line is wider than 96 columns, and an assumed plan says indicative on the first page",
    arguments: ["apctt/baseline", "escap-technical-cooperation/as-of-2020", "un-technology-bank/as-of-2018"])
  func text(scenario: String) throws {
    let text = try Shipped.report(scenario).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.allSatisfy { TextWidth.of($0) <= TextRenderer.width })
    #expect(lines.prefix(40).contains { $0.hasPrefix("INDICATIVE") })
    #expect(lines.prefix(40).contains("THE ANSWER"))
  }

  @Test(
    "the founding arithmetic: decision 4 in full and by half",
    arguments: [
      ("recommended-levels", "254000.00", 0.774_021, 0.604_886, 1.653_205),
      ("half-collected", "127000.00", 0.872_618, 0.763_297, 1.310_105),
    ])
  func founding(scenario: String, voluntary: String, share: Double, hhi: Double, effective: Double) throws {
    let rows = try Shipped.rows("indicators.csv", of: Shipped.report("apctt/\(scenario)"))
    func value(_ indicator: String) throws -> String {
      try #require(
        rows.first {
          $0["year"] == "2021" && $0["fund"] == "core" && $0["basis"] == "central"
            && $0["indicator"] == indicator
        }?["value"])
    }
    #expect(try value("voluntary-core-receipts") == voluntary)
    #expect(try Double(value("host-share")) == share)
    #expect(try Double(value("hhi")) == hhi)
    #expect(try Double(value("effective-contributors")) == effective)
  }

  @Test("the host's 870,000 is split into direct programme and support cost")
  func split() throws {
    let rows = try Shipped.rows("statements.csv", of: Shipped.report("apctt/recommended-levels"))
    func amount(_ line: String) -> String? {
      rows.first { $0["year"] == "2021" && $0["fund"] == "core" && $0["line"] == line }?["amount"]
    }
    #expect(amount("supports.host.gross") == "870000.00")
    #expect(amount("supports.host.direct") == "769911.50")
    #expect(amount("supports.host.programme-support") == "100088.50")
  }

  @Test(
    "every total of the statements is the sum of its lines, to the cent",
    arguments: ["apctt/baseline", "apctt/host-in-rupees-and-late", "un-technology-bank/baseline"])
  func totals(scenario: String) throws {
    let rows = try Shipped.rows("statements.csv", of: Shipped.report(scenario))
    var checked = 0
    for total in rows where total["line"]?.hasSuffix(".total") == true {
      let group = try #require(total["line"]?.dropLast("total".count))
      let parts = rows.filter { row in
        row["year"] == total["year"] && row["fund"] == total["fund"] && row["basis"] == total["basis"]
          && row["line"]?.hasPrefix(group) == true && row["line"] != total["line"]
      }
      let sum = try parts.reduce(0) { try $0 + cents($1["amount"]) }
      #expect(try sum == cents(total["amount"]), "\(total)")
      checked += 1
    }
    #expect(checked > 10)
  }

  @Test("the technology bank reaches its printed statements and expenses")
  func printedTotals() throws {
    let rows = try Shipped.rows("statements.csv", of: Shipped.report("un-technology-bank/baseline"))
    func total(_ year: Int, _ line: String) -> String? {
      rows.first { $0["year"] == "\(year)" && $0["basis"] == "recorded" && $0["line"] == line }?["amount"]
    }
    // Printed statement amounts and expenses of fund OTB, United Nations Schedule of individual trust funds.
    let printed = [
      (2017, 3_093_427, 23_384), (2018, 8_048_705, 1_810_880), (2019, 170_767, 2_461_934),
      (2020, 1_120_194, 1_798_204), (2021, 71_426, 3_819_951), (2022, 8_241_487, 2_363_626),
      (2023, 576_222, -92_651),
    ]
    for (year, statement, expenses) in printed {
      #expect(total(year, "recognised.total") == "\(statement).00")
      #expect(total(year, "spent.total") == "\(expenses).00")
    }
  }

  @Test("no second lump is expected before the agreement expires; renewal has its probability and term")
  func renewal() throws {
    let report = try Shipped.report("un-technology-bank/as-of-2018", paths: 2000)
    let rows = try Shipped.rows("contributions-outlook.csv", of: report)
    func probability(_ year: Int) throws -> Double {
      let row = rows.first {
        $0["year"] == "\(year)" && $0["contributor"] == "turkiye" && $0["stage"] == "recognised"
          && $0["statistic"] == "probability"
      }
      return try #require(row?["value"].flatMap(Double.init))
    }
    for year in 2019...2021 { #expect(try probability(year) == 0) }
    // 0.6 within four standard errors of 2,000 paths.
    #expect(try abs(probability(2022) - 0.6) < 4 * 0.011)
    let unwrapped = report.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(unwrapped.contains("renewed in 2022 with probability 60 %, for 5 years"))
  }

  @Test(
    "a fund's total over its contributors: the mean adds up, quantiles do not fall, all fifteen are there")
  func contributionTotals() throws {
    let report = try Shipped.report("un-technology-bank/as-of-2018", paths: 2000)
    let rows = try Shipped.rows("contributions-outlook.csv", of: report)
    func values(_ statistic: String, _ year: Int, total: Bool) throws -> [Int] {
      try rows.filter {
        $0["year"] == "\(year)" && $0["stage"] == "recognised" && $0["statistic"] == statistic
          && ($0["contributor"] == "*") == total
      }.map { try cents($0["value"]) }
    }
    for year in 2019...2023 {
      for statistic in ["mean", "central"] {
        let parts = try values(statistic, year, total: false)
        let total = try #require(values(statistic, year, total: true).first)
        // Each mean is rounded to its cent.
        #expect(abs(parts.reduce(0, +) - total) <= parts.count)
      }
      let quantiles = try FrozenForecast.quantileNames.flatMap { try values($0, year, total: true) }
      #expect(quantiles.count == 15)
      #expect(quantiles == quantiles.sorted())
    }
  }

  private func cents(_ text: String?) throws -> Int {
    let text = try #require(text)
    let digits = text.filter { $0 != "." }
    return try #require(Int(digits))
  }
}
