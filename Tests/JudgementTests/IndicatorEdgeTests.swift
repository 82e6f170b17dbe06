import Finance
import Judgement
import Measures
import Records
import Scenarios
import Simulation
import TestSupport
import Testing

@Suite("indicators at the edges") struct IndicatorEdgeTests {
  enum Edge: String, CaseIterable, Sendable {
    case nothing, emptyYear, negative, single, noBudget, noHost, allInKind

    var book: BookBuilder {
      var builder = BookBuilder()
      builder.fund("core")
      if self == .noHost { builder.host = nil }
      for name in ["host", "a"] { builder.contributor(name, member: self != .nothing) }
      builder.balance("2020-12-31", cash: 100)
      if self != .noBudget, self != .nothing {
        for year in 2021...2023 { builder.line("work", .travel, year, 100) }
      }
      for year in 2018...2020 {
        switch self {
        case .nothing: break
        case .allInKind:
          builder.support(inKind: "office", by: "host", year: year, value: 50, replaces: "rent")
        case .emptyYear where year == 2019: break
        case .negative: builder.contribution("host", "\(year)", -40)
        case .single: builder.contribution("a", "\(year)", 70)
        default:
          builder.contribution("host", "\(year)", 100)
          builder.contribution("a", "\(year)", 20)
        }
        if self != .nothing { builder.expenditure("\(year)", .travel, 90) }
      }
      return builder
    }
  }

  @Test(
    "no value is infinite, no chance outside 0 to 1, every indicator is measured or says why not",
    arguments: Edge.allCases)
  func sound(edge: Edge) throws {
    let assessment = try assess(edge.book, .sample(horizon: 2023, paths: 32))
    for row in assessment.indicators {
      if let value = row.value {
        #expect(value.isFinite, "\(row.definition.id) \(row.basis) \(row.year)")
        if row.definition.unit == .probability { #expect((0...1).contains(value)) }
      } else {
        #expect(row.source.hasPrefix("not measurable, because "), "\(row.definition.id): \(row.source)")
        #expect(row.verdict == nil)
      }
    }
    var told = Set(assessment.indicators.map(\.definition.id))
    // Where there is no host, nothing is said of one.
    if edge == .noHost {
      told.formUnion(["host-receipts", "voluntary-core-receipts", "host-share", "host-share-three-years"])
    }
    #expect(told == Set(Glossary.indicators.map(\.id)))
    let sheet = RatingSheet(assessment, scales: try .shipped())
    for indicator in sheet.dimensions.flatMap(\.indicators) where indicator.current == nil {
      #expect(indicator.reason?.isEmpty == false)
    }
    #expect(sheet.overall == sheet.dimensions.compactMap(\.rating).min())
  }

  @Test("a single contributor is the whole of the concentration")
  func single() throws {
    let assessment = try assess(Edge.single.book, .sample(horizon: 2023, paths: 8))
    func value(_ id: String) -> Double? {
      assessment.value(id, year: 2020, fund: "core", basis: .recorded)
    }
    #expect(value("hhi-three-years") == 1 && value("largest-share-three-years") == 1)
    #expect(value("host-share-three-years") == 0)
    #expect(RatingSheet(assessment, scales: try .shipped())[.concentration]?.record == .veryLow)
  }

  @Test("money that only goes back is no share of anything")
  func negative() throws {
    let assessment = try assess(Edge.negative.book, .sample(horizon: 2023, paths: 8))
    #expect(assessment.value("core-receipts", year: 2020, fund: "core", basis: .recorded) == -4000)
    for id in ["hhi-three-years", "operating-margin", "host-share-three-years", "income-volatility"] {
      #expect(assessment.value(id, year: 2020, fund: "core", basis: .recorded) == nil, "\(id)")
    }
    #expect(assessment.value("income-cover", year: 2020, fund: "core", basis: .recorded) == -120.0 / 270)
  }

  @Test("without a plan risk is not rated, and says so")
  func noPlan() throws {
    let assessment = try assess(Edge.noBudget.book, .sample(horizon: 2023, paths: 8))
    let risk = RatingSheet(assessment, scales: try .shipped())[.risk]
    #expect(risk?.rating == nil)
    #expect(
      risk?.indicators.map(\.reason)
        == Array(repeating: "the book has no plan for the years ahead", count: 3))
  }

  @Test("where nothing is known, nothing is rated: what is expected of strangers is no rating")
  func unknown() throws {
    let assessment = try assess(Edge.nothing.book, .sample(horizon: 2023, paths: 8))
    let sheet = RatingSheet(assessment, scales: try .shipped())
    #expect(sheet.overall == nil && sheet.dimensions.allSatisfy { $0.rating == nil })
    #expect(
      Set(sheet.dimensions.flatMap(\.indicators).map(\.reason))
        == ["no gift and no spending is known on this date"])
  }

  @Test("ahead is after the last year that was over, however old the last balance is")
  func oldBalance() throws {
    var builder = Edge.noHost.book
    builder.host = "host"
    let assessment = try assess(builder, .sample(asOf: "2022-12-31", horizon: 2025, paths: 8))
    let sheet = RatingSheet(assessment, scales: try .shipped())
    #expect(sheet.lastWhole == 2022)
    let concentration = try #require(sheet[.concentration]).indicators
    let index = try #require(concentration.first { $0.definition.id == "hhi-three-years" })
    #expect(index.ahead?.years == 2023...2025 && index.record == nil)
    let gone = concentration.first { $0.definition.id == "months-to-shortfall-without-largest" }
    #expect(gone?.current == nil)
  }

  @Test("a booking of one year turns no verdict", arguments: [false, true])
  func spike(isBooked: Bool) throws {
    var builder = BookBuilder()
    builder.fund("core")
    let names = ["host"] + (1...9).map { "member-\($0)" }
    for name in names { builder.contributor(name) }
    for year in 2017...2020 {
      for name in names { builder.contribution(name, "\(year)", 100, stage: .recognised) }
      builder.expenditure("\(year)", .travel, 1050)
    }
    if isBooked { builder.contribution("host", "2020", 900, stage: .recognised) }
    builder.balance("2020-12-31", cash: 500)
    let assessment = try assess(builder, .sample(paths: 8))
    let rows = assessment.indicators.filter {
      $0.basis == .recorded && $0.year == 2020 && $0.definition.dimension == .concentration
    }
    // Of the year alone more than half is the host's, and the index above 0.25.
    let yearly = try #require(rows.first { $0.definition.id == "hhi" }?.value)
    #expect(isBooked ? yearly > 0.25 : yearly < 0.11)
    for id in ["hhi-three-years", "host-share-three-years"] {
      #expect(rows.first { $0.definition.id == id }?.verdict == .met, "\(id)")
    }
    #expect(rows.allSatisfy { $0.verdict != .notMet })
  }

  @Test("a fall of other currencies by a fifth costs a fifth of what is taken less what is paid in them")
  func exchange() throws {
    var builder = BookBuilder()
    builder.fund("core", support: 0)
    builder.contributor("host")
    let rupee = try #require(Currency(code: "INR"))
    for month in ["2020-01", "2020-12", "2021-01"] { builder.quote("INR", month, 70) }
    builder.contribution("host", "2020", 7000, currency: rupee)
    builder.contribution("host", "2020", 100)
    builder.expenditure("2020", .travel, 160)
    builder.balance("2020-12-31", cash: 500)
    for year in 2021...2022 {
      builder.line("rent", .operating, year, 2800, currency: rupee)
      builder.line("travel", .travel, year, 60)
    }
    let assessment = try assess(builder, .sample(horizon: 2022, paths: 8))
    func value(_ id: String, _ year: Int, _ basis: IndicatorRow.Basis) -> Double? {
      assessment.value(id, year: year, fund: "core", basis: basis)
    }
    #expect(value("non-budget-currency-share", 2020, .recorded) == 0.5)
    #expect(value("exchange-loss-20", 2020, .recorded) == 2000)
    #expect(value("exchange-loss-20-share", 2020, .recorded) == 0.125)
    // 40 of 100 are planned in rupees; nothing due ahead is.
    #expect(value("non-budget-currency-cost-share", 2021, .central) == 0.4)
    #expect(value("exchange-loss-20", 2021, .central) == -800)
  }

  @Test("earmarked grants beside the core: their share, and the circle of givers with them")
  func earmarked() throws {
    let assessment = try assess(founding(), .sample(horizon: 2022, paths: 8))
    func value(_ id: String) -> Double? {
      assessment.value(id, year: 2019, fund: "all", basis: .recorded)
    }
    let gifts = [400_000.0, 7000, 40_000, 600_000]
    #expect(value("earmarked-share") == 600_000.0 / 1_047_000)
    let index = gifts.reduce(0) { $0 + $1 * $1 } / (1_047_000.0 * 1_047_000)
    #expect(abs(try #require(value("hhi-with-earmarked")) - index) < 1e-12)
  }

  @Test("the largest contributor stops: months until the plan does not fit and the cash is out")
  func withoutLargest() throws {
    var builder = BookBuilder()
    builder.fund("core", support: 0, reserve: .zero)
    builder.contributor("host")
    for year in 2018...2020 { builder.contribution("host", "\(year)", 1200) }
    builder.agreement("standing", by: "host", from: "2018-01-01", to: nil, amount: 1200, .yearly)
    builder.balance("2020-12-31", cash: 500)
    // A hundred a month that nothing stops: five months are paid for.
    for year in 2021...2022 { builder.line("rent", .operating, year, 1200, discretionary: false) }
    let assessment = try assess(builder, .sample(horizon: 2022, paths: 8))
    func value(_ id: String) -> Double? {
      assessment.value(id, year: 2021, fund: "core", basis: .central)
    }
    #expect(value("months-to-shortfall-without-largest") == 5)
    #expect(value("months-to-cash-out-without-largest") == 5)
  }

  @Test("P(broken by) never falls, and is at least that of each year")
  func brokenBy() throws {
    var builder = founding()
    builder.rule("extrabudgetary-share > 0.5")
    builder.rule("extrabudgetary-share >= 1", scope: "core")
    let assessment = try assess(builder, .sample(horizon: 2023, paths: 200))
    for rule in ["rule-1", "rule-2"] {
      let verdicts = assessment.mandate.filter { $0.rule.id == rule && $0.isProjected }
      let by = verdicts.compactMap(\.breachBy?.count)
      #expect(by.count == 3 && by == by.sorted())
      for verdict in verdicts {
        let (year, sum) = (try #require(verdict.breach?.count), try #require(verdict.breachBy?.count))
        #expect(year <= sum)
      }
    }
    let strict = assessment.mandate.filter { $0.rule.id == "rule-2" }
    #expect(strict.allSatisfy { $0.holds == true && $0.cutNeeded == 0 })
    let horizon = assessment.value(
      "mandate-breach-by-horizon", year: 2023, fund: "all", basis: .simulated, statistic: "probability")
    #expect(
      horizon == assessment.mandate.filter { $0.year == 2023 }.compactMap(\.breachBy?.probability).max())
  }
}
