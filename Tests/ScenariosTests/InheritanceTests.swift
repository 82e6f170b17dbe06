import Finance
import Foundation
import Records
import Scenarios
import Testing

@Suite("Inheritance and combination") struct InheritanceTests {
  static let files = [
    "base.yaml": standalone(
      """
      author: Founders
      seed: 3
      assumptions: {renewal-term: 5, plan-growth: 1%}
      changes: [keep-agreements: {from: 2021}]
      shocks: [exchange-shock: {currency: INR, percent: -20%, from: 2021}]
      response: {order: [travel]}
      """, title: "Base"),
    "a.yaml": """
    title: A
    extends: base
    seed: 4
    paths: 10
    assumptions: {plan-growth: 2%, interest: 1%}
    changes: [end-in-kind: {from: 2021}]
    """,
    "b.yaml": """
    title: B
    extends: base
    horizon: 2023
    paths: 20
    changes: [pay-in: {contributor: india, currency: INR}]
    shocks: [scale-plan: {percent: 10%, from: 2021}]
    response: {order: [end-posts]}
    """,
    "c.yaml": "title: C\nextends: b\nquestion: why\n",
  ]

  /// The kinds of a scenario's changes, by first word.
  private static func kinds(_ scenario: Scenario) -> [String] {
    scenario.changes.map { String("\($0.kind)".prefix { $0 != "(" }) }
  }

  @Test("what a scenario says itself goes before what it extends")
  func inherits() throws {
    let scenario = try TemporaryFolder(Self.files).load("a.yaml")
    #expect(scenario.title == "A" && scenario.author == "Founders")
    #expect(scenario.seed == 4 && scenario.paths == 10 && scenario.horizon == 2025)
    #expect(scenario.assumptions.renewalTerm == 5)
    #expect(scenario.assumptions.planGrowth == Rate(percent: "2%"))
    #expect(scenario.assumptions.interest == Rate(percent: "1%"))
    #expect(Self.kinds(scenario) == ["keepAgreements", "endInKind", "exchangeShock"])
    #expect(scenario.response.order == [.cut(.travel)])
    #expect(scenario.files.map(\.name) == ["base.yaml", "a.yaml"])
  }

  @Test("a chain of three, the horizon of the middle one ends what has no 'to'")
  func chain() throws {
    let scenario = try TemporaryFolder(Self.files).load("c.yaml")
    #expect(scenario.title == "C" && scenario.question == "why" && scenario.horizon == 2023)
    #expect(scenario.files.map(\.name) == ["base.yaml", "b.yaml", "c.yaml"])
    #expect(scenario.changes.first?.kind == .keepAgreements(KeepAgreements(years: 2021...2023)))
    #expect(scenario.response.order == [.endPosts])
  }

  @Test("two together: as if the second extended the first, what both inherit once")
  func combination() throws {
    let folder = try TemporaryFolder(Self.files)
    let scenario = try folder.load("a.yaml", "b.yaml")
    #expect(scenario.name == "a--b" && scenario.title == "A; B")
    #expect(scenario.seed == 4, "a's own seed stands: b has only its parent's")
    #expect(scenario.paths == 20, "b sets its own")
    #expect(scenario.files.map(\.name) == ["base.yaml", "a.yaml", "b.yaml"])
    #expect(Self.kinds(scenario) == ["keepAgreements", "endInKind", "payIn", "exchangeShock", "scalePlan"])
    #expect(scenario.response.order == [.endPosts])
    let deep = try folder.load("a.yaml", "c.yaml")
    #expect(deep.name == "a--c" && deep.title == "A; C")
    #expect(deep.files.map(\.name) == ["base.yaml", "a.yaml", "b.yaml", "c.yaml"])
  }

  @Test("a parent may be combined with its child, in this order")
  func parentFirst() throws {
    let folder = try TemporaryFolder(Self.files)
    let scenario = try folder.load("base.yaml", "a.yaml")
    #expect(scenario.title == "Base; A" && scenario.files.count == 2)
    let twice = "is already part of the combination, by name or by 'extends'; name it once"
    #expect(folder.messages("a.yaml", "base.yaml") == ["book/base.yaml:1: error: scenario 'base' \(twice)"])
    #expect(folder.messages("a.yaml", "a.yaml") == ["book/a.yaml:1: error: scenario 'a' \(twice)"])
  }

  @Test("circles are shown with their chain")
  func circles() throws {
    let folder = try TemporaryFolder([
      "a.yaml": "title: A\nextends: b\n", "b.yaml": "title: B\nextends: c\n",
      "c.yaml": "title: C\n\nextends: b\n",
      "d.yaml": "title: D\nextends: d\n",
    ])
    let ending = "; remove one 'extends' of them"
    #expect(
      folder.messages("a.yaml") == [
        "book/c.yaml:3: error: extends leads back to itself: b -> c -> b\(ending)"
      ])
    #expect(
      folder.messages("d.yaml") == ["book/d.yaml:2: error: extends leads back to itself: d -> d\(ending)"])
  }

  @Test(
    "every shipped scenario loads",
    arguments: ["apctt", "escap-technical-cooperation", "un-technology-bank"])
  func shipped(book: String) throws {
    let folder = shippedBooks.appendingPathComponent(book).path
    let names = ScenarioLoader.list(folder: folder)
    #expect(names.contains("baseline"))
    for name in names {
      let (scenario, bookFolder) = try ScenarioLoader.load([folder + "/\(name).yaml"], overrides: .none)
      #expect(scenario.name == name && bookFolder == folder)
      #expect(scenario.files.first?.name == "baseline.yaml")
    }
  }

  @Test("a folder without any scenario says that the file is not there")
  func nothingThere() throws {
    let folder = try TemporaryFolder()
    #expect(
      folder.messages("a.yaml") == [
        "book/a.yaml:1: error: there is no file 'book/a.yaml' and no other scenario beside it; correct the path"
      ])
  }
}
