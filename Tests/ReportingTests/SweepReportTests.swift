import Budgeting
import Finance
import Foundation
import Giving
import Judgement
import Outlook
import Records
import Scenarios
import Simulation
import TestSupport
import Testing

@testable import Reporting

/// A host that gives a stated amount, a member that may give, and a plan.
@Suite("the sweep in a report")
struct SweepReportTests {
  private static func amount(_ units: Int) -> Sweep.Value { .amount(cents: units * 100) }

  private static let host = Sweep.Lever(
    name: "set-contribution.amount", values: [60_000, 90_000, 120_000].map(amount), own: amount(90_000))
  private static let growth = Sweep.Lever(
    name: "plan-growth", values: [0, 1000].map { .rate(Rate(basisPoints: $0)) }, own: nil)

  private static func scenario(_ values: [Sweep.Value]) -> Scenario {
    var named = NamedAssumptions()
    var given = 90_000
    for value in values {
      if case .amount(let cents) = value { given = cents / 100 }
      if case .rate(let rate) = value { named.planGrowth = rate }
    }
    return .sample(paths: 64, assumptions: named, changes: [.set("host", 2021...2023, given)])
  }

  private func report(_ levers: [Sweep.Lever]) throws -> Report {
    let scenario = Self.scenario([])
    let swept = levers.isEmpty ? scenario : scenario.varying(levers, Self.scenario)
    var builder = BookBuilder()
    builder.fund("core")
    builder.contributor("host")
    builder.contributor("member")
    for (year, given) in [(2017, 10_000), (2019, 15_000), (2020, 10_000)] {
      builder.contribution("member", "\(year)", given)
    }
    builder.balance("2020-12-31", cash: 40_000)
    builder.line("work", .operating, 2021, 90_000)
    let fit = try GivingModel(prior: .plain).fit(builder.book(), asOf: scenario.asOf)
    let assumptions = try Assumptions(book: builder.book(), scenario: swept, giving: fit)
    let sweep = try swept.sweep.map { try SweepSimulation($0, of: assumptions).run(threads: 1) }
    return try Report(Simulator(judging: assumptions, threads: 1).run(), sweep: sweep)
  }

  private func section(_ report: Report) throws -> String {
    let start = try #require(report.text.range(of: "WHAT EACH VALUE WOULD CHANGE\n")).lowerBound
    let end = try #require(report.text.range(of: "\n\nLEVEL AND CONCENTRATION")).lowerBound
    return String(report.text[start..<end])
  }

  /// Cash at the end where the member gives nothing: 40,000 + 3 x (60,000 - 90,000 x 1.13) = -85,100, and 90,000
  /// more for each step of 30,000 a year; 23 of 64 futures are 35.9 %.
  @Test("one lever: a row for each value")
  func list() throws {
    #expect(
      try section(report([Self.host])) == """
        WHAT EACH VALUE WOULD CHANGE
        ----------------------------
        For each value of set-contribution.amount: the probability that a shortfall comes by 2023. Each
        is run on the 64 futures of this report, so that neighbours differ by what is changed and not by
        chance. The rest of this report is for set-contribution.amount 90,000.

        set-contribution.amount  shortfall   (+/-)   breach  cash-out  mean gap  cash 5 %     50 %
        -----------------------  ---------  ------  -------  --------  --------  --------  -------
        60,000                     100.0 %  0.00 %  100.0 %   100.0 %         0   -85,100  -68,409
        90,000                      35.9 %  6.00 %   35.9 %     0.0 %         0     4,900   21,591
        120,000                      0.0 %  0.00 %    0.0 %     0.0 %         0    94,900  111,591

        Breach and cash-out: also by 2023. Mean gap: planned work put off for good or cut, all years.
        Cash 5 %, 50 %: at the end of 2023. Every value, year and fund is in sweep.csv.
        """)
  }

  @Test("two levers: a grid")
  func grid() throws {
    #expect(
      try section(report([Self.host, Self.growth])) == """
        WHAT EACH VALUE WOULD CHANGE
        ----------------------------
        For each value of set-contribution.amount (down) and plan-growth (across): the probability that
        a shortfall comes by 2023. Each is run on the 64 futures of this report, so that neighbours
        differ by what is changed and not by chance. The rest of this report is for
        set-contribution.amount 90,000 and plan-growth not set.

        set-contribution.amount      0 %     10 %
        -----------------------  -------  -------
        60,000                   100.0 %  100.0 %
        90,000                    35.9 %   85.9 %
        120,000                    0.0 %    0.0 %

        The Monte Carlo error of a probability is 6.00 % at most. Every value, year and fund is in
        sweep.csv.
        """)
  }

  @Test("the combination of the scenario's own values is the run itself: its rows are rows of summary.csv")
  func law() throws {
    let report = try report([Self.host])
    func lines(_ file: String) throws -> [Substring] {
      try #require(report.files.first { $0.name == file }).text.split(separator: "\n")
    }
    let summary = Set(try lines("summary.csv"))
    let prefix = "set-contribution.amount,90000.00,,,"
    let own = try lines("sweep.csv").filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.utf8.count) }
    #expect(own.count == 3 * (6 + 12))
    for line in own { #expect(summary.contains(line)) }
  }

  @Test("a file of its own before fit.json; without a sweep nothing changes")
  func files() throws {
    let (swept, plain) = (try report([Self.host, Self.growth]), try report([]))
    #expect(
      swept.files.map(\.name).suffix(5)
        == ["sweep.csv", "datapackage.json", "report.json", "fit.json", "run.json"])
    #expect(plain.files.map(\.name) == swept.files.map(\.name).filter { $0 != "sweep.csv" })
    for file in plain.files
    where !["report.txt", "report.json", "datapackage.json", "run.json"].contains(file.name) {
      #expect(swept.files.contains(file))
    }
    #expect(!plain.text.contains("WHAT EACH VALUE"))
    let rows = try #require(swept.files.first { $0.name == "sweep.csv" }).text.split(separator: "\n")
    #expect(rows.count == 1 + 6 * 3 * 18)
    #expect(rows[0] == "lever_1,value_1,lever_2,value_2,year,fund,measure,unit,statistic,value")
    #expect(
      rows[1].hasPrefix("set-contribution.amount,60000.00,plan-growth,0.0000,2021,core,received,USD,mean,"))
  }

  @Test(
    "a long list is thinned evenly, its ends kept",
    arguments: [
      (3, [0, 1, 2]), (8, Array(0..<8)), (15, [0, 2, 4, 6, 8, 10, 12, 14]), (9, [0, 1, 2, 3, 4, 5, 6, 8]),
    ])
  func spread(count: Int, shown: [Int]) {
    #expect(SweepSection.spread(count, over: 8) == shown)
  }
}
