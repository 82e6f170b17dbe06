import Budgeting
import Finance
import Outlook
import Records
import Scenarios
import TestSupport
import Testing

@Suite("the plan with a scenario's changes")
struct PlanTests {
  private func planned(
    _ builder: BookBuilder = founding(), growth: Rate? = nil, _ changes: [Change.Kind] = []
  ) throws -> [String: [Double]] {
    var named = NamedAssumptions()
    named.planGrowth = growth
    return try resolve(builder, .sample(assumptions: named, changes: changes)).planned()
  }

  @Test("after the last planned year the core plan grows from it, posts too")
  func growth() throws {
    let planned = try planned(growth: Rate(basisPoints: 1000))
    #expect(planned["travel"] == [6_000_000, 6_000_000, 6_600_000])
    #expect(planned["head"] == [12_000_000, 12_000_000, 13_200_000])
  }

  @Test("an earmarked fund's plan ends with its last planned year")
  func project() throws {
    var builder = founding()
    builder.fund("project", purpose: .earmarked, support: 0)
    builder.line("workshops", .contractualServices, 2021, 900, fund: "project")
    let assumptions = try resolve(builder, .sample())
    #expect(assumptions.planned(fund: 1)["workshops"] == [90_000, 0, 0])
    #expect(assumptions.funds[1].reserveRequired == [0, 0, 0])
  }

  @Test("the reserve of a year is the rate of the next year's plan, direct plus support")
  func reserve() throws {
    var named = NamedAssumptions()
    named.planGrowth = Rate(basisPoints: 1000)
    let assumptions = try resolve(
      founding(), .sample(assumptions: named, changes: [.scale(percent: 50, 2022...2022)]))
    // 15 % of 1.13 x: 2022 scaled to 270,000; 2023 and 2024 grown from an unscaled 180,000.
    #expect(assumptions.funds[0].reserveRequired == [4_576_500, 3_356_100, 3_691_710])
  }

  @Test("scale-plan: its years, its fund, its line")
  func scale() throws {
    #expect(try planned([.scale(percent: -50, 2021...2021)])["travel"] == [3_000_000, 6_000_000, 6_000_000])
    #expect(try planned([.scale(percent: -50, 2021...2021)])["head"] == [6_000_000, 12_000_000, 12_000_000])
    let line = try planned([.scale(percent: 20, 2022...2023, line: "travel")])
    #expect(line["travel"] == [6_000_000, 7_200_000, 7_200_000])
    #expect(line["head"] == [12_000_000, 12_000_000, 12_000_000])
    #expect(try planned([.scale(percent: 20, 2021...2023, fund: "other")]) == planned([]))
  }

  @Test("add-posts: each from its first to its last month, a twelfth a month")
  func addPosts() throws {
    let post = Post.sample("new", from: "2021-07-15", to: "2022-06-30", yearly: 170_000)
    let planned = try planned([.add(2, post)])
    for id in ["new-1", "new-2"] { #expect(planned[id] == [8_500_000, 8_500_000, 0]) }
    #expect(try self.planned([.add(1, post)])["new"] == [8_500_000, 8_500_000, 0])
  }

  private func planned(_ changes: [Change.Kind]) throws -> [String: [Double]] {
    try planned(founding(), changes)
  }

  @Test("end-in-kind: the latest value of each support, in the first fund that has the line")
  func endInKind() throws {
    var builder = founding()
    builder.fund("project", purpose: .earmarked, support: 0)
    builder.line("premises", .operating, 2021, 0, fund: "project")
    builder.support(inKind: "rooms", by: "host", year: 2019, value: 87_000, replaces: "premises")
    builder.support(inKind: "rooms", by: "host", year: 2020, value: 90_000, replaces: "premises")
    builder.support(inKind: "guards", by: "ada", year: 2020, value: 1000, replaces: "premises")
    #expect(try planned(builder)["premises"] == [0, 0, 0])
    #expect(try planned(builder, [.endInKind(from: 2022)])["premises"] == [0, 9_100_000, 9_100_000])
    #expect(
      try planned(builder, [.endInKind(from: 2021, by: "ada")])["premises"] == [100_000, 100_000, 100_000])
    #expect(
      try planned(builder, [.endInKind(from: 2021, what: "rooms")])["premises"]?.first == 9_000_000)
    let both = try resolve(builder, .sample(changes: [.endInKind(from: 2021)]))
    #expect(both.planned(fund: 1)["premises"] == [0, 0, 0])
  }

  @Test("units stop at the step of the response that names them")
  func stops() throws {
    var builder = founding()
    builder.line("print", .supplies, 2021, 10)
    builder.line("rent", .operating, 2021, 10)
    let order: [Response.Step] = [.cut(.travel), .holdVacancies, .activities, .drawReserve, .endPosts]
    let fund = try resolve(builder, .sample(response: Response(order: order))).funds[0]
    func stop(_ id: String) -> SpendingUnit.Stop? { fund.units.first { $0.id == id }?.stop }
    #expect(stop("travel") == .postpone(step: 0))
    #expect(stop("print") == .postpone(step: 2))
    #expect(stop("rent") == nil && stop("premises") == nil)
    #expect(stop("head") == .post(hold: 1, end: 4))
    #expect((fund.steps, fund.drawReserveStep) == (5, 3))
    #expect(try resolve(builder, .sample()).funds[0].drawReserveStep == nil)
  }

  @Test("costs in other currencies stand at the rate of the as-of date")
  func foreignCost() throws {
    var builder = founding()
    let euro = try #require(Currency(code: "EUR"))
    builder.quote("EUR", "2020-06", 0.8)
    builder.quote("EUR", "2020-12", 0.5)
    builder.line("rent", .operating, 2021, 100, currency: euro)
    let assumptions = try resolve(builder, .sample())
    #expect(assumptions.planned()["rent"]?.first == 20_000)
    #expect(assumptions.notes.contains { $0.text.contains("Planned costs in EUR") })
  }

  @Test("a projection that begins inside a year plans its remaining months")
  func partialYear() throws {
    var builder = founding()
    builder.balance("2021-09-30", cash: 1)
    let assumptions = try resolve(builder, .sample(asOf: "2021-09-30"))
    #expect(assumptions.timeline.bounds == [0, 3, 15, 27])
    #expect(assumptions.planned()["travel"] == [1_500_000, 6_000_000, 6_000_000])
    #expect(assumptions.funds[0].openingCash == 100)
  }

  @Test("a plan that runs away is refused, not computed with")
  func runaway() throws {
    var named = NamedAssumptions()
    named.planGrowth = Rate(basisPoints: 9000)
    #expect(throws: OutlookError.self) {
      try resolve(founding(), .sample(horizon: 2065, assumptions: named))
    }
  }
}
