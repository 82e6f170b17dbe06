import Judgement
import Measures
import Records
import Scenarios
import TestSupport
import Testing

/// Five gifts of three years, and every recorded indicator computed by hand.
@Suite("a book of five rows") struct FiveRowTests {
  static func book(assumedPlan: Bool = false) -> BookBuilder {
    var builder = BookBuilder()
    builder.fund("core")
    for name in ["host", "a", "b"] { builder.contributor(name) }
    builder.level(.developing, 100)
    for year in ["2018", "2019", "2020"] { builder.contribution("host", year, 600) }
    builder.contribution("a", "2018", 400)
    builder.contribution("b", "2019", 200)
    for (year, staff, travel, support) in [
      ("2018", 500, 0, 65), ("2019", 600, 0, 78), ("2020", 400, 200, 78),
    ] {
      builder.expenditure(year, .staff, staff)
      if travel > 0 { builder.expenditure(year, .travel, travel) }
      builder.expenditure(year, .programmeSupport, support)
    }
    builder.balance("2020-12-31", cash: 479, receivable: 21, payable: 100, employees: 150)
    builder.support(inKind: "office", by: "host", year: 2020, value: 200, replaces: "rent")
    // 500 direct is 565 with support cost; 678 were spent.
    builder.line("work", .contractualServices, 2020, 500, assumed: assumedPlan)
    return builder
  }

  private let assessment: Assessment

  init() throws { assessment = try assess(FiveRowTests.book(), .sample(horizon: 2023, paths: 64)) }

  private func value(_ id: String, _ year: Int = 2020, _ statistic: String = "value", fund: String = "core")
    -> Double?
  {
    assessment.value(id, year: year, fund: fund, basis: .recorded, statistic: statistic)
  }

  @Test(
    "every recorded indicator",
    arguments: [
      ("core-receipts", 60_000), ("host-receipts", 60_000), ("voluntary-core-receipts", 0),
      ("attainment", 0), ("contributing-members", 1), ("contributing-members-share", 1.0 / 3),
      ("host-share", 1), ("host-share-three-years", 0.75), ("largest-share-three-years", 0.75),
      ("largest-other-share", 0), ("hhi", 1), ("hhi-three-years", 3.44 / 5.76), ("effective-contributors", 1),
      ("contributors-three-years", 5.0 / 3), ("retention-three-years", 0.5), ("new-contributors", 0),
      ("lapsed-contributors", 1), ("returned-contributors", 0), ("income-volatility", 0.204124145),
      ("income-cover", 2400.0 / 1921), ("operating-margin", 479.0 / 2400),
      ("cumulative-margin", 479.0 / 2400),
      ("structural-gap", 7800), ("structural-cover", 600.0 / 678), ("current-ratio", 5), ("quick-ratio", 5),
      ("cash-ratio", 4.79), ("solvency-ratio", 2), ("equity-ratio", 250.0 / 600),
      ("months-of-spending", 479.0 / 56.5), ("support-cost-ratio", 78.0 / 678), ("staff-share", 400.0 / 600),
      ("in-kind-share", 0.25), ("replacement-cost", 20_000), ("plan-error", 113.0 / 565),
      ("non-budget-currency-share", 0), ("non-budget-currency-cost-share", 0), ("exchange-loss-20", 0),
      ("exchange-loss-20-share", 0),
    ] as [(String, Double)])
  func recorded(id: String, expected: Double) throws {
    #expect(abs(try #require(value(id)) - expected) < 1e-9 * max(1, abs(expected)))
  }

  @Test("a plan that is assumed is not the centre's own: its error is not measured, and it is said why")
  func assumedPlan() throws {
    var builder = FiveRowTests.book()
    builder.line("work", .contractualServices, 2019, 600, assumed: true)
    func error(_ builder: BookBuilder) throws -> IndicatorRow {
      try #require(
        assess(builder, .sample(horizon: 2023, paths: 64)).indicators.first {
          $0.definition.id == "plan-error" && $0.basis == .recorded
        })
    }
    // 2019's line is left out: 2020 alone, as without it.
    #expect(try abs(#require(error(builder).value) - 113.0 / 565) < 1e-9)
    #expect(try error(builder).source == "ledger and plan of 1 year to 2020")
    let row = try error(FiveRowTests.book(assumedPlan: true))
    #expect(row.value == nil)
    #expect(
      row.source
        == "not measurable, because the plan of every year with spending is assumed, not the centre's own")
  }

  @Test("sources of money are those of the whole centre")
  func sources() {
    #expect(value("extrabudgetary-share", fund: "all") == 1)
    #expect(value("extrabudgetary-share-three-years", fund: "all") == 1)
    #expect(value("extrabudgetary-share-strict", fund: "all") == 1)
    #expect(value("extra-contribution-needed", fund: "all") == 0)
  }

  @Test("attainment by member and by group")
  func attainment() {
    #expect(value("attainment", 2018) == 2)
    #expect(value("attainment", 2018, "contributor:a") == 4)
    #expect(value("attainment", 2018, "contributor:b") == 0)
    #expect(value("attainment", 2018, "group:developing") == 2)
    #expect(value("attainment", 2018, "contributor:host") == nil)
  }

  @Test("what cannot be measured says why, and nothing else is missing")
  func unmeasured() {
    let missing = assessment.indicators.filter { $0.value == nil && $0.source.hasPrefix("not measurable") }
    let known = Set(assessment.indicators.filter { $0.value != nil }.map(\.definition.id))
    let expected: Set = [
      "collection-rate", "months-late", "forecast-error", "earmarked-share", "hhi-with-earmarked",
      "mandate-breach-by-horizon",
    ]
    // Whether a shortfall is ever more likely than not is for the futures to say.
    let unknown = Set(missing.map(\.definition.id)).subtracting(known).subtracting(["first-shortfall-year"])
    #expect(unknown == expected)
    #expect(known.union(missing.map(\.definition.id)) == Set(Glossary.indicators.map(\.id)))
    #expect(
      missing.first { $0.definition.id == "collection-rate" }?.source
        == "not measurable, because nothing was due: no agreement and no pledge is recorded")
  }

  @Test("without liabilities the ratios are not guessed")
  func liabilities() throws {
    var builder = BookBuilder()
    builder.fund("core")
    builder.contributor("host")
    builder.contribution("host", "2020", 600)
    builder.balance("2020-12-31", cash: 479)
    let rows = try assess(builder, .sample(paths: 8)).indicators.filter {
      $0.definition.id == "solvency-ratio"
    }
    #expect(rows.map(\.value) == [nil])
    #expect(
      rows.first?.source
        == "not measurable, because no liabilities are recorded: balances.csv leaves receivable, payable, "
        + "employee_liabilities empty")
  }

  @Test("what was due and came, and how late")
  func promises() throws {
    var builder = BookBuilder()
    builder.fund("core")
    builder.contributor("host")
    builder.agreement("two", by: "host", from: "2019-03-01", to: "2020-12-31", amount: 200, .equal(2))
    builder.contribution("host", "2019-05-10", 80, agreement: "two")
    builder.contribution("host", "2020-03-02", 100, agreement: "two")
    builder.balance("2020-12-31", cash: 479)
    let assessment = try assess(builder, .sample(paths: 8))
    func value(_ id: String, _ year: Int) -> Double? {
      assessment.value(id, year: year, fund: "core", basis: .recorded)
    }
    #expect(value("collection-rate", 2019) == 0.8 && value("collection-rate", 2020) == 1)
    // Two months and none.
    #expect(value("months-late", 2020) == 1)
  }

  @Test("the evidence of a recorded figure is its ledger rows, of a projected one its futures")
  func evidence() throws {
    let book = FiveRowTests.book().book()
    func row(_ id: String, _ basis: IndicatorRow.Basis) throws -> IndicatorRow {
      try #require(
        assessment.indicators.last { $0.definition.id == id && $0.basis == basis && $0.value != nil })
    }
    // Three years of gifts: five rows; of gifts and spending: twelve.
    #expect(try row("hhi-three-years", .recorded).evidence.rows(in: book).count == 5)
    #expect(try row("income-cover", .recorded).evidence.rows(in: book).count == 12)
    #expect(try row("current-ratio", .recorded).evidence.rows(in: book).count == 1)
    #expect(try row("hhi", .recorded).evidence.rows(in: book).count == 1)
    let simulated = try row("shortfall", .simulated)
    #expect(simulated.evidence == .paths(fund: "core", year: 2023))
    #expect(simulated.evidence.rows(in: book).isEmpty)
  }
}
