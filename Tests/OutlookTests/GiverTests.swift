import Budgeting
import Finance
import Giving
import Outlook
import Records
import Scenarios
import TestSupport
import Testing

@Suite("givers with a scenario's changes")
struct GiverTests {
  private func instalments(_ plan: GiverPlan?) -> [[Int]] {
    (plan?.instalments ?? []).map { [$0.due, Int($0.cents), $0.currency, $0.recognised] }
  }

  private let rupee = Currency(code: "INR") ?? .usd

  @Test("a standing agreement: what is paid is settled, what comes is due yearly and revenue when due")
  func standing() throws {
    let host = try resolve(founding(), .sample()).plan("host")
    #expect(
      instalments(host) == [[0, 87_000_000, 0, 0], [12, 87_000_000, 0, 1], [24, 87_000_000, 0, 2]])
    #expect(host?.covered == [true, true, true] && host?.renewal == nil)
  }

  @Test("arrears: receipts settle the earliest instalments; without any, the past is taken as paid")
  func arrears() throws {
    var builder = founding()
    builder.agreement("a", by: "ada", from: "2018-04-01", to: "2022-03-31", amount: 500, .equal(5))
    let silent = try resolve(builder, .sample())
    #expect(instalments(silent.plan("ada")) == [[3, 10_000, 0, -1], [15, 10_000, 0, -1]])
    builder.contribution("ada", "2018-04-10", 100, agreement: "a")
    builder.contribution("ada", "2019-07-10", 130, agreement: "a")
    let seen = try resolve(builder, .sample())
    #expect(
      instalments(seen.plan("ada"))
        == [[-9, 7000, 0, -1], [3, 10_000, 0, -1], [15, 10_000, 0, -1]])
    #expect(seen.openingReceivable == [27_000])
    #expect(seen.plan("ada")?.renewal == GiverPlan.Renewal(year: 2023, monthOffset: 3, upfront: true))
  }

  @Test("a receipt in another currency settles at the rate of its month")
  func settledAcross() throws {
    var builder = founding()
    builder.quote("INR", "2019-01", 50)
    builder.quote("INR", "2020-12", 75)
    builder.agreement(
      "a", by: "ada", from: "2019-03-01", to: "2021-12-31", amount: 15_000, currency: rupee, .equal(3))
    builder.contribution("ada", "2019-03-10", 100, agreement: "a")
    #expect(
      instalments(try resolve(builder, .sample()).plan("ada"))
        == [[-10, 500_000, 1, -1], [2, 500_000, 1, -1]])
  }

  @Test("over time an agreement is revenue year by year, up front when it binds, conditional when due")
  func recognition() throws {
    func recognised(_ policy: Recognition, conditional: Bool, signed: String) throws -> [Int]? {
      var builder = founding()
      builder.recognition = policy
      builder.agreement(
        "a", by: "ada", from: "2021-02-01", to: "2023-12-31", amount: 300, conditional: conditional,
        .equal(3),
        signed: signed)
      return try resolve(builder, .sample()).plan("ada")?.instalments.map(\.recognised)
    }
    #expect(try recognised(.upfront, conditional: false, signed: "2020-11-01") == [-1, -1, -1])
    #expect(try recognised(.upfront, conditional: false, signed: "2021-01-20") == [0, 0, 0])
    #expect(try recognised(.upfront, conditional: true, signed: "2020-11-01") == [0, 1, 2])
    #expect(try recognised(.overTime, conditional: false, signed: "2020-11-01") == [0, 1, 2])
  }

  @Test("recorded receipts of the projection's months, refunds, anyone's, at their own month's rate")
  func recorded() throws {
    var builder = founding()
    builder.fund("project", purpose: .earmarked, support: 0)
    builder.contributor("zoe", member: false)
    builder.quote("INR", "2020-01", 50)
    builder.quote("INR", "2021-02", 100)
    builder.contribution("ada", "2021-01-31", 500, currency: rupee)
    builder.contribution("ada", "2021-02-10", 500, currency: rupee)
    builder.contribution("ada", "2021-03-10", 2, stage: .refunded)
    builder.contribution("zoe", "2021-03-20", 70, fund: "project")
    builder.contribution("ada", "2020-12-31", 999)
    let assumptions = try resolve(builder, .sample(asOf: "2021-03-31"))
    #expect(assumptions.horizon.seenThrough == 2)
    let ada = try #require(assumptions.plan("ada")).recorded
    #expect(ada.map(\.due) == [0, 1, 2])
    #expect(ada.map(\.cents) == [1000, 500, -200] && ada.allSatisfy { $0.currency == 0 })
    let zoe = try #require(assumptions.plan("zoe", fund: "project"))
    #expect(zoe.recorded.map(\.cents) == [7000] && !zoe.giver.habitual)
  }

  @Test("what was revenue before and is paid after the first day is receivable on it")
  func openingReceivable() throws {
    var builder = founding()
    builder.agreement("a", by: "ada", from: "2020-02-01", to: "2021-12-31", amount: 200, .equal(2))
    builder.contribution("ada", "2021-01-15", 100, agreement: "a")
    let assumptions = try resolve(builder, .sample(asOf: "2021-03-31"))
    #expect(assumptions.openingReceivable == [20_000])
  }

  @Test("set-contribution: its years, month and currency, whatever is agreed; the later change wins")
  func set() throws {
    let changes: [Change.Kind] = [.set("host", 2021...2022, 400_000, month: 4), .set("host", 2022...2022, 1)]
    let host = try resolve(founding(), .sample(changes: changes)).plan("host")
    #expect(host?.fixed.map { $0?.cents } == [40_000_000, 100, nil])
    #expect(host?.fixed.map { $0?.due } == [3, 12, nil])
    let new = try resolve(founding(), .sample(changes: [.set("bo", fund: "core", 2023...2023, 5)]))
    #expect(new.plan("bo")?.fixed.map { $0?.cents } == [nil, nil, 500])
  }

  @Test("a gift fixed inside a seen year: what has come counts toward it, what is over stays")
  func setInside() throws {
    var builder = founding()
    builder.contribution("ada", "2021-02-10", 300)
    let changes: [Change.Kind] = [.set("ada", 2021...2022, 1000), .set("bo", 2021...2021, 200, month: 6)]
    let assumptions = try resolve(builder, .sample(asOf: "2021-03-31", changes: changes))
    let ada = assumptions.plan("ada")?.fixed
    #expect(ada?.map { $0?.cents } == [70_000, 100_000, nil])
    #expect(ada?.map { $0?.due } == [3, 12, nil])
    #expect(assumptions.plan("bo")?.fixed[0]?.due == 5)
    let over = try resolve(builder, .sample(asOf: "2021-12-31", changes: [.set("ada", 2021...2022, 1000)]))
    #expect(over.timeline.years[0].year == 2021)
    #expect(over.plan("ada")?.fixed.map { $0?.cents } == [nil, 100_000, nil])
  }

  @Test("collect-levels: a share of each member's level but the host's")
  func collect() throws {
    let assumptions = try resolve(founding(), .sample(changes: [.collect(percent: 50, 2022...2023)]))
    #expect(assumptions.plan("host")?.fixed.allSatisfy { $0 == nil } == true)
    #expect(assumptions.plan("ada")?.fixed.map { $0?.cents } == [nil, 350_000, 350_000])
    #expect(assumptions.plan("bo")?.fixed.map { $0?.cents } == [nil, 1_500_000, 1_500_000])
  }

  @Test("keep-agreements and pay-late: their contributor and years")
  func punctuality() throws {
    let assumptions = try resolve(
      founding(), .sample(changes: [.keep("host", 2022...2022), .late("host", months: 6, 2021...2022)]))
    #expect(assumptions.plan("host")?.punctual == [false, true, false])
    #expect(assumptions.plan("host")?.delay == [6, 6, 0])
    #expect(assumptions.plan("ada")?.punctual == [false, false, false])
    let all = try resolve(founding(), .sample(changes: [.keep(nil, 2021...2023)]))
    #expect(all.givers.allSatisfy { $0.punctual == [true, true, true] })
  }

  @Test("pay-in and exchange-shock: fixed at the as-of rate, its value moved from a year on")
  func exchange() throws {
    var builder = founding()
    builder.quote("INR", "2020-12", 75)
    let assumptions = try resolve(
      builder,
      .sample(changes: [
        .set("host", 2023...2023, 100), .pay("host", in: rupee), .shock(rupee, percent: -20, from: 2022),
      ]))
    #expect(
      instalments(assumptions.plan("host")) == [0, 1, 2].map { [12 * $0, 75 * 87_000_000, 1, $0] })
    let fixed = assumptions.plan("host")?.fixed[2]
    #expect(fixed?.cents == 750_000 && fixed?.currency == 1 && fixed?.remembered == 10_000)
    #expect(assumptions.exchange.currencies == [.usd, rupee])
    #expect(assumptions.exchange.values == [1, 1 / 75.0])
    #expect(Set(assumptions.exchange.shocks[1][..<12]) == [1])
    #expect(Set(assumptions.exchange.shocks[1][12...]) == [0.8])
    #expect(assumptions.exchange.shocks[0].allSatisfy { $0 == 1 })
  }

  @Test("a shock of the budget currency moves every other the other way")
  func budgetCurrencyShock() throws {
    var builder = founding()
    builder.currency = try #require(Currency(code: "EUR"))
    builder.quote("EUR", "2020-12", 0.8)
    builder.quote("INR", "2020-12", 75)
    let assumptions = try resolve(
      builder,
      .sample(changes: [
        .set("ada", 2023...2023, 9, currency: rupee), .shock(builder.currency, percent: -20, from: 2022),
      ]))
    #expect(assumptions.exchange.shocks[0].allSatisfy { $0 == 1 })
    #expect(Set(assumptions.exchange.shocks[1][..<12]) == [1])
    #expect(Set(assumptions.exchange.shocks[1][12...]) == [1.25])
  }

  @Test("what fell due before the fund's ledger begins is no arrears")
  func beforeTheLedger() throws {
    var builder = founding()
    builder.agreement("a", by: "ada", from: "2015-05-01", to: nil, amount: 100, conditional: true, .yearly)
    builder.contribution("ada", "2019-05-01", 100, agreement: "a")
    #expect(
      instalments(try resolve(builder, .sample(horizon: 2021)).plan("ada"))
        == [[-8, 10_000, 0, -1], [4, 10_000, 0, 0]])
  }
}
