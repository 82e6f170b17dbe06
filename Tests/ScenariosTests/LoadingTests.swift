import Finance
import Foundation
import Records
import Scenarios
import Tabular
import Testing

@Suite("Scenario files") struct LoadingTests {
  @Test("a file with its title, as-of date and horizon alone has the defaults")
  func defaults() throws {
    let folder = try TemporaryFolder(["a.yaml": standalone()])
    let scenario = try folder.load("a.yaml")
    #expect(scenario.name == "a" && scenario.title == "T" && scenario.author == "" && scenario.question == "")
    #expect(scenario.asOf.description == "2020-12-04" && scenario.horizon == 2025)
    #expect(scenario.seed == 1 && scenario.paths == 100_000)
    #expect(scenario.assumptions == NamedAssumptions() && scenario.changes.isEmpty)
    #expect(scenario.response == .standard)
    #expect(scenario.files.map(\.name) == ["a.yaml"])
    #expect(scenario.files.map(\.sha256) == [SHA256.hexDigest(of: Array(standalone().utf8))])
  }

  @Test("every key and every kind of change")
  func everything() throws {
    let folder = try TemporaryFolder([
      "a.yaml": """
      title: All
      author: Somebody
      question: "Will it?"
      as_of: 2020-12-04
      horizon: 2025
      seed: 4294967295
      paths: 10000000
      assumptions: {renewal-probability: 60%, renewal-term: 5, on-time-probability: 70%, default-probability: 5%,
        plan-growth: -2.5%, exchange-volatility: 8%, interest: 1%}
      changes:
        - set-contribution: {contributor: india, fund: core, from: 2021, to: 2024, amount: 400000.50, currency: USD, month: 1}
        - collect-levels: {share: 50%, fund: core, from: 2021, month: 12, group: ldc}
        - keep-agreements: {from: 2021, to: 2025}
        - pay-late: {contributor: india, months: 6, from: 2021, to: 2022}
        - pay-in: {contributor: india, currency: INR}
        - add-posts: {post: p, grade: P-3, fund: core, count: 2, from: 2021-07-01, to: 2022-06-30, yearly_cost: 180000, currency: USD, notice_months: 3, separation_cost: 45000, source: "assumption: P-3"}
        - end-in-kind: {from: 2021, contributor: india, what: Premises}
        - scale-plan: {percent: -10%, from: 2022, to: 2025, fund: core, line: office}
      shocks:
        - exchange-shock: {currency: INR, percent: -20%, from: 2022}
      response:
        order: [hold-vacancies, travel, consultants, activities, draw-reserve, operating, end-posts]
      """
    ])
    let scenario = try folder.load("a.yaml")
    #expect(scenario.author == "Somebody" && scenario.question == "Will it?")
    #expect(scenario.seed == .max && scenario.paths == 10_000_000)
    #expect(scenario.assumptions == allAssumptions)
    #expect(scenario.changes.map(\.kind) == allKinds(file: folder.path("a.yaml")))
    #expect(scenario.changes.map(\.location.line) == [11, 12, 13, 14, 15, 16, 17, 18, 20])
    #expect(
      scenario.response.order == [
        .holdVacancies, .cut(.travel), .cut(.consultants), .activities, .drawReserve, .cut(.operating),
        .endPosts,
      ])
  }

  private var allAssumptions: NamedAssumptions {
    var expected = NamedAssumptions()
    expected.renewalProbability = Rate(percent: "60%")
    expected.renewalTerm = 5
    expected.onTimeProbability = Rate(percent: "70%")
    expected.defaultProbability = Rate(percent: "5%")
    expected.planGrowth = Rate(percent: "-2.5%")
    expected.exchangeVolatility = Rate(percent: "8%")
    expected.interest = Rate(percent: "1%")
    return expected
  }

  private func allKinds(file: String) -> [Change.Kind] {
    guard let rupee = Currency(code: "INR"), let asOf = CalendarDate(iso: "2020-12-04"),
      let first = CalendarDate(iso: "2021-07-01")
    else { return [] }
    let post = Post(
      id: "p", grade: "P-3", fund: "core", from: first, to: CalendarDate(iso: "2022-06-30"),
      yearlyCost: Money(cents: 18_000_000, currency: .usd), noticeMonths: 3, separationCost: 4_500_000,
      provenance: Provenance(
        source: "assumption: P-3", knownOn: asOf, location: SourceLocation(file: file, line: 16)))
    let amount = Money(cents: 40_000_050, currency: .usd)
    return [
      .setContribution(
        SetContribution(contributor: "india", fund: "core", years: 2021...2024, amount: amount, month: 1)),
      .collectLevels(
        CollectLevels(
          share: Rate(basisPoints: 5_000), fund: "core", years: 2021...2025, month: 12, group: .ldc)),
      .keepAgreements(KeepAgreements(years: 2021...2025)),
      .payLate(PayLate(contributor: "india", months: 6, years: 2021...2022)),
      .payIn(PayIn(contributor: "india", currency: rupee)),
      .addPosts(AddPosts(post: post, count: 2)),
      .endInKind(EndInKind(from: 2021, contributor: "india", what: "Premises")),
      .scalePlan(
        ScalePlan(change: Rate(basisPoints: -1_000), years: 2022...2025, fund: "core", line: "office")),
      .exchangeShock(ExchangeShock(currency: rupee, change: Rate(basisPoints: -2_000), from: 2022)),
    ]
  }

  @Test("the command line goes before the file")
  func overrides() throws {
    let folder = try TemporaryFolder([
      "a.yaml": standalone("seed: 7\nchanges: [keep-agreements: {from: 2021}]\n")
    ])
    let overrides = ScenarioOverrides(
      asOf: CalendarDate(iso: "2021-06-30"), seed: 9, paths: 50, horizon: 2023)
    let scenario = try folder.load("a.yaml", overrides: overrides)
    #expect(scenario.asOf.description == "2021-06-30" && scenario.horizon == 2023)
    #expect(scenario.seed == 9 && scenario.paths == 50)
    #expect(scenario.changes.map(\.kind) == [.keepAgreements(KeepAgreements(years: 2021...2023))])
    let bare = try TemporaryFolder(["a.yaml": "title: T\n"])
    #expect(bare.messages("a.yaml", overrides: overrides) == [])
  }

  @Test("scenarios of a folder are listed by name")
  func list() throws {
    let folder = try TemporaryFolder([
      "b.yaml": "", "a.yaml": "", "centre.yaml": "", "levels.csv": "", ".hidden.yaml": "",
    ])
    #expect(ScenarioLoader.list(folder: folder.folder.path) == ["a", "b"])
    #expect(ScenarioLoader.list(folder: folder.path("absent")) == [])
  }

  @Test(
    "an argument names its files",
    arguments: [
      ("a.yaml", ["a.yaml"]), ("a", ["a"]), ("x/a.yaml+b.yaml", ["x/a.yaml", "x/b.yaml"]),
      ("x/a.yaml+b", ["x/a.yaml", "x/b.yaml"]), ("x/a.yaml+y/b", ["x/a.yaml", "y/b.yaml"]),
      ("a.yaml+b+c.yaml", ["a.yaml", "b.yaml", "c.yaml"]), ("x+y/a.yaml+b", ["x+y/a.yaml", "x+y/b.yaml"]),
      ("a.yaml+", ["a.yaml", ".yaml"]),
    ])
  func argument(text: String, expected: [String]) { #expect(ScenarioLoader.parseArgument(text) == expected) }
}
