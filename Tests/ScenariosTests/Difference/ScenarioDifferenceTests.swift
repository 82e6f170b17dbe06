import Finance
import Records
import Tabular
import Testing

@testable import Scenarios

@Suite("what differs between two scenarios") struct ScenarioDifferenceTests {
  private func scenario(
    _ name: String, _ changes: [Change.Kind] = [], from line: Int = 10, paths: Int = 100, seed: UInt32 = 1,
    horizon: Int = 2025, _ more: (inout Scenario) -> Void = { _ in }
  ) throws -> Scenario {
    let asOf = try #require(CalendarDate(iso: "2020-12-04"))
    var scenario = Scenario(
      name: name, title: name, asOf: asOf, horizon: horizon, seed: seed, paths: paths,
      changes: changes.enumerated().map {
        Change(kind: $1, location: SourceLocation(file: "\(name).yaml", line: line + $0))
      })
    more(&scenario)
    return scenario
  }

  private func gift(_ who: String, _ units: Int, fund: String = "core") -> Change.Kind {
    .setContribution(
      SetContribution(
        contributor: who, fund: fund, years: 2021...2025, amount: Money(cents: units * 100, currency: .usd),
        month: 1))
  }

  private func levels(_ percent: Int) -> Change.Kind {
    .collectLevels(
      CollectLevels(share: Rate(basisPoints: percent * 100), fund: "core", years: 2021...2025, month: 1))
  }

  private func late(_ who: String, _ months: Int) -> Change.Kind {
    .payLate(PayLate(contributor: who, months: months, years: 2021...2025))
  }

  private func post(_ id: String, asOf day: String) throws -> Change.Kind {
    let date = try #require(CalendarDate(iso: day))
    return .addPosts(
      AddPosts(
        post: Post(
          id: id, grade: "P-3", fund: "core", from: date, to: nil,
          yearlyCost: Money(cents: 100, currency: .usd),
          noticeMonths: 0, separationCost: 0,
          provenance: Provenance(
            source: "a paper", knownOn: date, location: SourceLocation(file: day, line: 3))),
        count: 1))
  }

  @Test("a scenario against itself, and against one that says the same in other places: nothing")
  func same() throws {
    let one = try scenario("one", [gift("india", 400_000), levels(50)])
    #expect(ScenarioDifference(one, one).drivers.isEmpty)
    let other = try scenario("two", [gift("india", 400_000), levels(50)], from: 50)
    let difference = ScenarioDifference(one, other)
    #expect(difference.drivers.isEmpty)
    #expect(difference.scenario(with: 0) == one)
    let posts = [try post("a", asOf: "2020-12-04")]
    #expect(try ScenarioDifference(scenario("one", posts), scenario("two", posts)).drivers.isEmpty)
  }

  @Test("one subject with two values is one driver; each side is told with its place")
  func oneSubject() throws {
    let difference = try ScenarioDifference(
      scenario("a", [gift("india", 870_000), late("india", 3)]),
      scenario("b", [gift("india", 400_000)], from: 7))
    #expect(difference.drivers.map(\.name) == ["pay-late india", "set-contribution india core"])
    let gift = difference.drivers[1]
    #expect(gift.first.map(\.words) == ["india gives USD 870,000.00 a year to core, 2021 to 2025"])
    #expect(gift.second.map(\.location) == [SourceLocation(file: "b.yaml", line: 7)])
    #expect(difference.drivers[0].second.isEmpty)
  }

  @Test("every kind of difference is a driver: changes, numbers, response, what is known")
  func kinds() throws {
    let a = try scenario("a") {
      $0.assumptions.planGrowth = Rate(basisPoints: 250)
      $0.places = ["assumptions.plan-growth": SourceLocation(file: "a.yaml", line: 9)]
    }
    let known = try #require(CalendarDate(iso: "2021-06-30"))
    let b = try scenario("b", [levels(50)]) {
      $0.assumptions.interest = Rate(basisPoints: 100)
      $0.assumptions.reserveRate = Rate(basisPoints: 1_000)
      $0.assumptions.renewalTerm = 3
      $0.response = Response(order: [.endPosts])
      $0.asOf = known
    }
    let difference = ScenarioDifference(a, b)
    #expect(
      difference.drivers.map(\.name) == [
        "collect-levels core", "renewal-term", "plan-growth", "interest", "reserve-rate", "response",
        "what became known",
      ])
    let growth = difference.drivers[2]
    #expect(growth.first == [Driver.Statement("2.5 %", at: SourceLocation(file: "a.yaml", line: 9))])
    #expect(growth.second.map(\.words) == ["the model's own"])
    // Every name of the reader is one that is compared.
    #expect(NamedAssumptions.all.map(\.name).sorted() == AssumptionReader.names.sorted())
    #expect(!difference.knowsSecond(with: 0b0111111) && difference.knowsSecond(with: 0b1000000))
    #expect(difference.scenario(with: 0b1000000).asOf == known)
  }

  @Test("none is exactly the first, all exactly the second; a mixture takes what it is told to")
  func mixtures() throws {
    let a = try scenario("a", [gift("india", 870_000), levels(30), late("india", 2)])
    let b = try scenario("b", [levels(50), gift("india", 870_000), gift("china", 9_000)])
    let difference = ScenarioDifference(a, b)
    let all = (1 << difference.drivers.count) - 1
    #expect(difference.scenario(with: 0) == a)
    #expect(difference.scenario(with: all).changes == b.changes)
    for set in 0...all {
      let changes = difference.scenario(with: set).changes
      for (index, driver) in difference.drivers.enumerated() {
        let wanted = set & (1 << index) == 0 ? driver.first : driver.second
        let found = changes.filter { $0.subject.text == driver.name }.map(\.words)
        #expect(found == wanted.map(\.words))
      }
    }
  }

  @Test("exchanged, the drivers and every mixture are the same the other way round")
  func exchanged() throws {
    let sides = [
      [gift("india", 1), levels(30), late("india", 2), gift("china", 5)],
      [late("india", 2), gift("china", 6), levels(50), gift("india", 1)],
    ]
    let (a, b) = (try scenario("a", sides[0]), try scenario("b", sides[1]))
    let (forth, back) = (ScenarioDifference(a, b), ScenarioDifference(b, a))
    #expect(forth.drivers.map(\.name) == back.drivers.map(\.name))
    #expect(forth.drivers.map(\.first) == back.drivers.map(\.second))
    let all = (1 << forth.drivers.count) - 1
    for set in 0...all {
      #expect(
        forth.scenario(with: set).changes.map(\.kind) == back.scenario(with: all - set).changes.map(\.kind))
    }
  }

  @Test("an order that differs is a driver too: a later change wins")
  func order() throws {
    let (a, b) = (
      try scenario("a", [gift("india", 1), levels(30)]), try scenario("b", [levels(30), gift("india", 1)])
    )
    let difference = ScenarioDifference(a, b)
    #expect(difference.drivers.count == 1)
    #expect(difference.scenario(with: 1).changes.map(\.kind) == b.changes.map(\.kind))
  }

  @Test("draws and futures are made equal, and it is said; a sweep is left out")
  func alignment() throws {
    let a = try scenario("a", paths: 500, seed: 7, horizon: 2025)
    let b = try scenario("b", [levels(50)], paths: 200, seed: 8, horizon: 2024)
    let difference = ScenarioDifference(a, b)
    #expect(difference.first.paths == 200 && difference.second.paths == 200)
    #expect(difference.second.seed == 7)
    #expect(difference.first.horizon == 2024 && difference.second.horizon == 2024)
    #expect(
      difference.alignments == [
        "Both are drawn with seed 7, that of a; b has 8.",
        "Both are drawn 200 times: a asks for 500 futures, b for 200.",
      ])
    #expect(difference.drivers.map(\.name) == ["collect-levels core"])
  }

  @Test("beyond eight differences those of a kind are one; beyond eight kinds the last ones are")
  func grouped() throws {
    let a = try scenario("a")
    let many = try scenario("b", (1...8).map { gift("giver-\($0)", $0) } + [late("india", 2)])
    let difference = ScenarioDifference(a, many)
    #expect(difference.isGrouped)
    #expect(difference.drivers.map(\.name) == ["pay-late india", "set-contribution (8)"])
    #expect(difference.drivers[1].second.count == 8)
    #expect(difference.scenario(with: 3).changes == many.changes)
    #expect(difference.scenario(with: 2).changes.count == 8)
    #expect(try !ScenarioDifference(a, scenario("b", (1...8).map { gift("g-\($0)", 1) })).isGrouped)
    // Three kinds where two are wanted.
    let three = ScenarioDifference(
      a, try scenario("b", [late("india", 2), levels(20), gift("india", 4)]), most: 2)
    #expect(three.drivers.map(\.name) == ["collect-levels core", "the rest (2 kinds)"])
    #expect(three.scenario(with: 2).changes.count == 2)
  }
}
