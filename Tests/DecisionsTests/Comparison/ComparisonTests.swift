import Budgeting
import Finance
import Giving
import Judgement
import Measures
import Outlook
import Records
import Scenarios
import Simulation
import TestSupport
import Testing

@testable import Decisions

@Suite("two scenarios held against each other") struct ComparisonTests {
  private func scenario(_ name: String, _ changes: [Change.Kind], paths: Int = 600) -> Scenario {
    var scenario = Scenario.sample(horizon: 2023, paths: paths, changes: changes)
    scenario.name = name
    return scenario
  }

  private func compare(
    _ first: Scenario, _ second: Scenario, book: BookBuilder = centre()
  ) throws -> ScenarioComparison {
    let trial = try Trial(book: book, first)
    return try ScenarioComparison(ScenarioDifference(first, second), first: trial, second: trial)
  }

  private func figure(
    _ comparison: ScenarioComparison, _ name: String, _ statistic: ComparedMeasure.Statistic, _ year: Int,
    fund: String = "core"
  ) throws -> ComparedFigure {
    try #require(
      comparison.figures.first {
        $0.measure.name == name && $0.measure.statistic == statistic && $0.measure.year == year
          && $0.measure.fund == fund
      })
  }

  private var changes: [Change.Kind] {
    [
      .set("one", 2021...2023, 60_000), .set("host", 2021...2023, 250_000), .scale(percent: 20, 2021...2024),
      .collect(percent: 50, 2021...2023),
    ]
  }

  @Test("the parts of every figure add to its difference exactly: cents, futures, millionths")
  func efficiency() throws {
    let comparison = try compare(scenario("a", []), scenario("b", changes))
    #expect(comparison.difference.drivers.count == 4)
    #expect(comparison.figures.count { ($0.difference ?? 0) != 0 } > 20)
    for figure in comparison.figures where figure.parts != nil {
      #expect(figure.parts?.reduce(0, +) == figure.difference)
    }
    #expect(comparison.figures.allSatisfy { $0.first == nil || $0.parts != nil })
  }

  @Test("the figures are those of each scenario by itself")
  func ends() throws {
    let (a, b) = (scenario("a", []), scenario("b", changes))
    let comparison = try compare(a, b)
    let trial = try Trial(book: centre(), a)
    for year in 2021...2023 {
      for (text, name) in [("shortfall", "shortfall-by-year-end"), ("cash-out", "cash-out-by-year-end")] {
        let quantity = try Quantity(
          parsing: "P(\(text) of core by \(year))", PathNames(trial.base).vocabulary)
        let found = try figure(comparison, name, .probability, year)
        for (scenario, value) in [(a, found.first), (b, found.second)] {
          #expect(try trial.answers(Questions([quantity]), of: scenario)[quantity]?.count == value)
        }
      }
    }
  }

  @Test("the money expected is that of the run's own central projection, to the cent")
  func expected() throws {
    let (a, b) = (scenario("a", []), scenario("b", changes))
    let comparison = try compare(a, b)
    let trial = try Trial(book: centre(), a)
    for (scenario, isFirst) in [(a, true), (b, false)] {
      let central = try Simulator(trial.assumptions(of: scenario), threads: 1).run().central
      for year in 2021...2023 {
        let account = central.accounts[0].years[year - 2021]
        for (name, cents) in [
          ("received", account.received), ("closing-cash", account.closingCash),
          ("reserve-required", account.reserveRequired),
        ] {
          let found = try figure(comparison, name, .expected, year)
          #expect((isFirst ? found.first : found.second) == Int(cents))
        }
      }
    }
  }

  @Test("exchanged, every part changes its sign")
  func exchanged() throws {
    let (a, b) = (scenario("a", [.late("one", months: 3, 2021...2023)]), scenario("b", changes))
    let (forth, back) = (try compare(a, b), try compare(b, a))
    for (one, other) in zip(forth.figures, back.figures) {
      #expect(one.measure == other.measure)
      #expect(one.first == other.second && one.second == other.first)
      #expect(one.parts?.map { -$0 } == other.parts)
      #expect(one.error == other.error)
    }
  }

  @Test("against itself: no drivers, no differences, no errors")
  func itself() throws {
    let comparison = try compare(scenario("a", changes), scenario("b", changes))
    #expect(comparison.difference.drivers.isEmpty)
    for figure in comparison.figures {
      #expect(figure.first == figure.second && figure.parts ?? [] == [])
      #expect(figure.error ?? 0 == 0)
    }
  }

  @Test("one driver takes all")
  func alone() throws {
    let comparison = try compare(scenario("a", []), scenario("b", [.set("host", 2021...2023, 300_000)]))
    #expect(comparison.difference.drivers.count == 1)
    for figure in comparison.figures where figure.parts != nil {
      #expect(figure.parts == figure.difference.map { [$0] })
    }
    // The agreement brings 400,000 a year: 100,000 less, by hand.
    #expect(try figure(comparison, "received", .expected, 2021).difference == -10_000_000)
  }

  @Test("two drivers that do the same bring the same; one that does nothing brings nothing")
  func alike() throws {
    var builder = centre()
    builder.contributor("five")
    builder.contributor("six")
    let comparison = try compare(
      scenario("a", []),
      scenario(
        "b",
        [
          .set("five", 2021...2023, 10_000), .set("six", 2021...2023, 10_000),
          .late("three", months: 0, 2021...2023),
        ]), book: builder)
    #expect(
      comparison.difference.drivers.map(\.name) == [
        "pay-late three", "set-contribution five core", "set-contribution six core",
      ])
    for figure in comparison.figures where figure.measure.statistic == .expected {
      guard let parts = figure.parts else { continue }
      #expect(parts[0] == 0)
      #expect((parts[1] - parts[2]).magnitude <= 1)
    }
    // 10,000 each, less the little that is expected of one that never gave.
    let parts = try #require(figure(comparison, "received", .expected, 2022).parts)
    #expect(parts[1] > 0 && parts[1] < 1_000_000)
  }

  @Test("the error of a difference is that of the same futures, far below that of two taken apart")
  func errors() throws {
    let (a, b) = (
      scenario("a", [], paths: 2_000), scenario("b", [.set("two", 2021...2023, 18_000)], paths: 2_000)
    )
    let comparison = try compare(a, b)
    let cash = try figure(comparison, "closing-cash", .mean, 2022)
    let trial = try Trial(book: centre(), a)
    let quantity = try Quantity(
      parsing: "mean(closing-cash of core in 2022)", PathNames(trial.base).vocabulary)
    let apart = try [a, b].map { scenario in
      try #require(try trial.answers(Questions([quantity]), of: scenario)[quantity]).error * 100
    }
    let risk = try figure(comparison, "shortfall-by-year-end", .probability, 2023)
    #expect(try figure(comparison, "closing-cash", .expected, 2022).error == nil)
    let error = try #require(cash.error)
    #expect(error > 0 && error < 0.8 * (apart[0] * apart[0] + apart[1] * apart[1]).squareRoot())
    // Discordant futures alone make the error: at most sqrt(n |difference|) futures here, where all go one way.
    let count = Double(try #require(risk.difference))
    #expect(try #require(risk.error) <= (count.magnitude + 1).squareRoot() * 1.01)
  }

  @Test("what became known is one driver: rows, rates and the date")
  func known() throws {
    var builder = centre()
    builder.contribution("two", "2021-03-01", 90_000)
    let later = builder
    let (early, late) = (scenario("a", []), scenario("b", [.set("one", 2022...2023, 0)]))
    var after = late
    after.asOf = day("2021-06-30")
    let first = try Trial(book: centre(), early)
    let second = try Trial(book: later, after)
    let comparison = try ScenarioComparison(ScenarioDifference(early, after), first: first, second: second)
    #expect(comparison.difference.drivers.map(\.name) == ["set-contribution one core", "what became known"])
    #expect(comparison.years == [2021, 2022, 2023])
    for figure in comparison.figures where figure.parts != nil {
      #expect(figure.parts?.reduce(0, +) == figure.difference)
    }
    #expect(try figure(comparison, "received", .expected, 2021).parts?[1] ?? 0 != 0)
  }

  @Test("a year without income, one contributor, no host, no plan, everything in kind: figures and no crash")
  func edges() throws {
    var bare = BookBuilder()
    bare.host = nil
    bare.fund("core")
    bare.contributor("only")
    bare.contribution("only", "2019", 1_000)
    bare.balance("2020-12-31", cash: 500)
    let none = try compare(
      scenario("a", []), scenario("b", [.set("only", 2021...2023, 0), .scale(percent: 10, 2021...2023)]),
      book: bare)
    #expect(!none.figures.contains { $0.measure.name == "host-share" })
    for figure in none.figures where figure.parts != nil {
      #expect(figure.parts?.reduce(0, +) == figure.difference)
    }
    // Nothing received: concentration cannot be measured, and is not guessed.
    let concentration = try figure(none, "hhi", .expected, 2021)
    #expect(concentration.second == nil && concentration.difference == nil && concentration.parts == nil)
    var kind = bare
    kind.line("rent", .operating, 2021, 0)
    kind.support(inKind: "premises", by: "only", year: 2020, value: 12_000, replaces: "rent")
    let ended = try compare(scenario("a", []), scenario("b", [.endInKind(from: 2021)]), book: kind)
    #expect(try figure(ended, "spent", .expected, 2021).difference ?? 0 > 0)
  }

  @Test("no common year is refused with both spans")
  func apart() throws {
    let early = scenario("a", [])
    var late = scenario("b", [])
    late.asOf = day("2022-12-31")
    var builder = centre()
    builder.balance("2022-12-31", cash: 100_000)
    builder.balance("2022-12-31", fund: "project", cash: 0)
    var first = early
    first.horizon = 2021
    late.horizon = 2023
    let (one, other) = (try Trial(book: centre(), first), try Trial(book: builder, late))
    var difference = ScenarioDifference(first, late)
    difference = ScenarioDifference(difference.first, difference.second)
    #expect(throws: OutlookError.self) {
      try ScenarioComparison(difference, first: one, second: other)
    }
  }
}
