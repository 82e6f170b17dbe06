import Finance
import Judgement
import Records
import TestSupport
import Testing

@Suite("A frozen forecast held against what came") struct ForecastAuditTests {
  @Test("what came adds up to the book's total, by kind and to the cent")
  func footing() throws {
    let audit = try ForecastAudit(perfect().forecast(), actuals: laterBook().book())
    let fund = try #require(audit.funds.first)
    #expect(fund.years.map(\.year) == [2021, 2022])
    #expect(fund.years.map(\.fromKnown) == [15_000, 50_000])
    #expect(fund.years.map(\.fromNew) == [0, 4000])
    #expect(fund.years.map(\.takenBack) == [0, -700])
    #expect(fund.years.map(\.adjustments) == [0, -300])
    #expect(fund.years.map(\.bookTotal) == [15_000, 53_000])
    #expect(fund.totals.map(\.came) == [15_000, 54_000])
    #expect(fund.years[1].newcomers.map(\.contributor) == ["newcomer"])
  }

  @Test("recognised is compared with recognised, received with received, never one with the other")
  func stages() throws {
    var frozen = perfect()
    for year in 2021...2022 { frozen.tell("host", year, point(1), stage: .received) }
    let recognised = try ForecastAudit(frozen.forecast(), actuals: laterBook().book()).funds[0]
    #expect(recognised.stage == .recognised)
    #expect(recognised.cells.filter { $0.contributor == "host" }.map(\.came) == [12_000, 50_000])

    var builder = BookBuilder()
    builder.fund("core")
    builder.contributor("host")
    builder.contribution("host", "2021-02-01", 80)
    builder.contribution("host", "2021-08-01", 30, stage: .refunded)
    builder.contribution("host", "2021-12-31", 70, stage: .pledged)
    let received = try ForecastAudit(frozen.forecast(), actuals: builder.book()).funds[0]
    #expect(received.stage == .received)
    #expect(received.cells.map(\.came) == [5000])
    #expect(received.cells[0].told == point(1))
  }

  @Test("a year in which the run was made and a year not over are not judged")
  func wholeYears() throws {
    var frozen = perfect()
    frozen.asOf = "2021-06-30"
    #expect(
      try ForecastAudit(frozen.forecast(), actuals: laterBook().book()).funds[0].years.map(\.year) == [2022])
    var builder = laterBook()
    builder.contribution("host", "2023-11-30", 500, stage: .recognised)
    frozen = perfect()
    frozen.tell("host", 2023, point(500))
    let audit = try ForecastAudit(frozen.forecast(), actuals: builder.book())
    #expect(audit.funds[0].years.map(\.year) == [2021, 2022])
    #expect(audit.lastKnown == day("2023-11-30"))
  }

  @Test("standing, distance and miss of a cell")
  func standing() throws {
    var frozen = Frozen()
    frozen.tell("host", 2021, uniform(to: 200, zero: 0.1))
    frozen.tell("host", 2022, uniform(to: 200, zero: 0.1))
    frozen.tell("steady", 2021, point(40))
    frozen.tell("steady", 2022, point(0))
    let cells = try ForecastAudit(frozen.forecast(), actuals: laterBook().book()).funds[0].cells
    #expect(cells.map(\.standing) == [.within, .above, .below, .within])
    #expect(cells.map(\.isMiss) == [false, true, true, false])
    #expect(cells[2].distance == 1000)
    #expect(cells[3].came == -700 && cells[3].outcome == 0 && cells[3].distance == 0)
    #expect(cells[0].sources == ["test"])
  }

  @Test("the risk told, and what the books allow to say of it")
  func risk() throws {
    func verdict(cash: Int?, planned: Int, reserve: Int) throws -> ForecastAudit.RiskVerdict? {
      var (builder, frozen) = (laterBook(), perfect())
      frozen.plan(2022, planned: planned, reserve: reserve)
      if let cash { builder.balance("2022-12-31", cash: cash) }
      return try ForecastAudit(frozen.forecast(), actuals: builder.book()).funds[0].years[1].risk?.verdict
    }
    #expect(try verdict(cash: nil, planned: 90, reserve: 10) == .noBalance)
    #expect(try verdict(cash: -1, planned: 90, reserve: 10) == .cashOut)
    #expect(try verdict(cash: 9, planned: 90, reserve: 10) == .belowReserve)
    #expect(try verdict(cash: 10, planned: 95, reserve: 10) == .held)
    #expect(try verdict(cash: 10, planned: 96, reserve: 10) == .underspent)
  }

  @Test("new contributors that a run forecast together are judged together, and counted once")
  func pool() throws {
    var frozen = perfect()
    for year in 2021...2022 { frozen.tell(FrozenForecast.newContributors, year, point(40)) }
    let fund = try ForecastAudit(frozen.forecast(), actuals: laterBook().book()).funds[0]
    #expect(fund.cells.filter { $0.contributor == FrozenForecast.newContributors }.map(\.came) == [0, 4000])
    #expect(fund.years.map(\.bookTotal) == [15_000, 53_000])
  }

  @Test("what does not belong together is refused, with both values and the way out")
  func errors() {
    func message(_ frozen: Frozen, _ builder: BookBuilder) -> String {
      do {
        _ = try ForecastAudit(frozen.forecast(), actuals: builder.book())
        return "accepted"
      } catch { return error.description }
    }
    var frozen = perfect()
    frozen.centre = "other"
    #expect(
      message(frozen, laterBook())
        == "the run is of the centre 'other', the book of 'centre'; name the book of 'other' with --actuals")
    var builder = laterBook()
    builder.currency = Currency(code: "EUR") ?? .usd
    #expect(
      message(perfect(), builder)
        == "the run counts in USD, the book in EUR; name a book that counts in USD")
    frozen = perfect()
    frozen.asOf = "2022-12-31"
    let later = "; no whole year forecast by the run has records yet: name a later book, or an earlier run"
    #expect(
      message(frozen, laterBook())
        == "the run is as of 2022-12-31 and the book's ledger ends on 2022-12-31" + later)
    var empty = BookBuilder()
    empty.fund("core")
    #expect(message(frozen, empty) == "the run is as of 2022-12-31 and the book's ledger is empty" + later)
  }
}
