import Finance
import Records
import Scenarios
import Testing

@Suite("Sweeps") struct SweepTests {
  private static let changes = """
    changes:
      - set-contribution: {contributor: india, fund: core, from: 2021, amount: 400000, currency: USD, month: 1}
      - collect-levels: {share: 50%, fund: core, from: 2021, month: 1}

    """

  private func sweep(_ lines: String) throws -> Sweep {
    try #require(try TemporaryFolder(["a.yaml": standalone(lines)]).load("a.yaml").sweep)
  }

  @Test("two levers: every value of the one with every value of the other, the second fastest")
  func grid() throws {
    let sweep = try sweep(
      Self.changes + """
        sweep:
          paths: 500
          levers:
            - {vary: collect-levels.share, from: 0%, to: 100%, step: 50%}
            - {vary: set-contribution.amount, values: [400000, 870000.50]}
        """)
    #expect(sweep.levers.map(\.name) == ["collect-levels.share", "set-contribution.amount"])
    #expect(sweep.levers[0].values.map(\.description) == ["0 %", "50 %", "100 %"])
    #expect(sweep.levers[1].values == [.amount(cents: 40_000_000), .amount(cents: 87_000_050)])
    #expect(sweep.levers.map(\.own) == [.rate(Rate(basisPoints: 5_000)), .amount(cents: 40_000_000)])
    #expect(
      sweep.points.map { $0.values.map(\.description).joined(separator: ", ") } == [
        "0 %, 400,000.00", "0 %, 870,000.50", "50 %, 400,000.00", "50 %, 870,000.50", "100 %, 400,000.00",
        "100 %, 870,000.50",
      ])
    #expect(sweep.paths == 500 && sweep.points.allSatisfy { $0.scenario.paths == 500 })
  }

  @Test("a combination is the scenario with these values, and varies nothing itself")
  func points() throws {
    let folder = try TemporaryFolder([
      "a.yaml": standalone(
        Self.changes + "paths: 64\nsweep: {levers: [{vary: set-contribution.amount, values: [400000, 1]}]}\n"
      )
    ])
    let scenario = try folder.load("a.yaml")
    let points = try #require(scenario.sweep).points
    let own = points[0].scenario
    #expect(own.sweep == nil && own.paths == 64)
    #expect(own.changes.map(\.kind) == scenario.changes.map(\.kind))
    #expect(own.assumptions == scenario.assumptions && own.seed == scenario.seed)
    guard case .setContribution(let change) = points[1].scenario.changes[0].kind else {
      Issue.record("the first change is the contribution")
      return
    }
    #expect(change.amount == Money(cents: 100, currency: .usd))
    #expect(points[1].scenario.changes[1] == scenario.changes[1])
  }

  @Test("an assumption or a key that is written nowhere is added")
  func added() throws {
    let sweep = try sweep(
      Self.changes + """
        sweep:
          levers:
            - {vary: plan-growth, values: [-2.5%, 5%]}
            - {vary: collect-levels.group, values: [ldc, developing]}
        """)
    #expect(sweep.levers.map(\.own) == [nil, nil])
    let last = try #require(sweep.points.last).scenario
    #expect(last.assumptions.planGrowth == Rate(percent: "5%"))
    guard case .collectLevels(let levels) = last.changes[1].kind else {
      Issue.record("the second change collects levels")
      return
    }
    #expect(levels.group == .developing)
  }

  @Test("of several changes of a kind 'where' names one, shocks included")
  func selection() throws {
    let sweep = try sweep(
      """
      changes: [pay-late: {contributor: india, months: 6, from: 2021}]
      shocks: [pay-late: {contributor: china, months: 3, from: 2021}]
      sweep:
        levers:
          - {vary: pay-late.months, where: {contributor: china}, from: 0, to: 12, step: 12}
      """)
    #expect(sweep.levers[0].name == "pay-late.months where contributor china")
    #expect(sweep.levers[0].own == .number(3))
    let months = sweep.points[1].scenario.changes.map { change in
      if case .payLate(let late) = change.kind { late.months } else { -1 }
    }
    #expect(months == [6, 12])
  }

  @Test("dates, years and contributors may be varied by a list")
  func words() throws {
    let post =
      "{post: p, grade: P-3, fund: core, count: 1, from: 2021-07-01, yearly_cost: 1, currency: USD, "
      + "notice_months: 3, separation_cost: 0, source: x}"
    let sweep = try sweep(
      """
      changes: [add-posts: \(post)]
      sweep:
        levers:
          - {vary: add-posts.from, values: [2021-07-01, 2022-01-01]}
          - {vary: add-posts.count, from: 1, to: 3, step: 1}
      """)
    #expect(sweep.levers[0].values == [.word("2021-07-01"), .word("2022-01-01")])
    #expect(sweep.points.count == 6)
  }

  @Test("the last file that sets a sweep is heard, about the changes of all; no more paths than the run's")
  func inheritance() throws {
    let folder = try TemporaryFolder([
      "base.yaml": standalone(
        "changes: [keep-agreements: {from: 2021}]\nsweep: {levers: [{vary: interest, values: [1%]}]}\n"),
      "a.yaml": "title: A\nextends: base\n",
      "b.yaml":
        "title: B\nextends: base\npaths: 10\nsweep: {paths: 20, levers: [{vary: keep-agreements.from, "
        + "values: [2022]}]}\n",
    ])
    #expect(try folder.load("a.yaml").sweep?.levers.map(\.name) == ["interest"])
    let swept = try #require(try folder.load("b.yaml").sweep)
    #expect(swept.levers.map(\.name) == ["keep-agreements.from"] && swept.paths == 10)
    #expect(try folder.load("b.yaml", overrides: ScenarioOverrides(paths: 50)).sweep?.paths == 20)
    let both = try folder.load("a.yaml", "b.yaml")
    #expect(both.sweep?.points.first?.scenario.name == "a--b")
  }
}
