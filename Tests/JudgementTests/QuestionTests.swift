import Budgeting
import Finance
import Measures
import Scenarios
import Simulation
import TestSupport
import Testing

@testable import Judgement

@Suite("questions put to paths")
struct QuestionTests {
  private static let scenario = Scenario.sample(horizon: 2023, paths: 1_100)

  private func asked(_ text: String, threads: Int = 2) throws -> (estimate: Estimate, ensemble: Ensemble) {
    let ensemble = try assess(founding(), Self.scenario).ensemble
    let names = PathNames(ensemble.assumptions)
    let quantity = try Quantity(parsing: text, names.vocabulary)
    let answers = try Questions([quantity]).answers(ensemble.assumptions, threads: threads)
    return (try #require(answers[quantity]), ensemble)
  }

  @Test("the report's own probabilities", arguments: YearEvent.allCases)
  func events(event: YearEvent) throws {
    for (text, year) in [("in 2021", 2021), ("in 2023", 2023)] {
      let (estimate, ensemble) = try asked("P(\(event.rawValue) of core \(text))")
      #expect(estimate.count == ensemble.frequency(of: event, fund: 0, year: year - 2021).count)
    }
    let (by, ensemble) = try asked("P(\(event.rawValue) by 2022)")
    #expect(by.count == ensemble.frequency(of: event, fund: 0, by: 1).count)
    let (within, _) = try asked("P(\(event.rawValue) within 2 years)")
    #expect(within.value == by.value)
  }

  @Test("means and quantiles are those of the summaries")
  func statistics() throws {
    let (mean, ensemble) = try asked("mean(closing-cash of core in 2022)")
    let summary = try #require(ensemble.summary(.closingCash, fund: 0, year: 1))
    #expect(abs(mean.value - summary.mean / 100) < 1e-6 * abs(mean.value))
    let (median, _) = try asked("median(closing-cash in 2022)")
    #expect(median.value == summary.median / 100)
    let (share, _) = try asked("q95(host-share in 2023)")
    let told = ensemble.summary(
      MeasureName("host-share", fund: "core", year: 2023), levels: [0.05, 0.5, 0.95])
    #expect(share.value == told?.quantiles[2])
  }

  @Test("probabilities of opposites add to one, and by a later year none is smaller")
  func laws() throws {
    let above = try asked("P(closing-cash > 400000 in 2023)").estimate
    let notAbove = try asked("P(closing-cash <= 400000 in 2023)").estimate
    #expect((above.count ?? 0) + (notAbove.count ?? 0) == 1_100)
    let counts = try (2021...2023).map { try asked("P(closing-cash < 500000 by \($0))").estimate.count ?? 0 }
    #expect(counts == counts.sorted())
    let both = try asked("P(shortfall and breach)").estimate.count ?? 0
    let either = try asked("P(shortfall or breach)").estimate.count ?? 0
    let shortfall = try asked("P(shortfall)").estimate.count ?? 0
    let breach = try asked("P(breach)").estimate.count ?? 0
    #expect(both + either == shortfall + breach)
  }

  @Test("the answer does not depend on threads")
  func threads() throws {
    let one = try asked("P(host-share > 0.8 by 2023)", threads: 1).estimate
    #expect(try asked("P(host-share > 0.8 by 2023)", threads: 3).estimate == one)
  }

  @Test("what is expected is the central projection")
  func central() throws {
    let ensemble = try assess(founding(), Self.scenario).ensemble
    let names = PathNames(ensemble.assumptions)
    let cash = ensemble.central.accounts[0].years[1].closingCash / 100
    for (line, holds) in [(cash - 1, true), (cash + 1, false)] {
      let condition = try Condition(parsing: "closing-cash > \(line) in 2022", names.vocabulary)
      let answers = try Questions(condition).answers(ensemble.assumptions, threads: 1)
      #expect(answers.holds(condition) == holds)
    }
  }

  @Test("a measure of no fund, of a fund that has none of it")
  func unmeasured() throws {
    #expect(throws: QuestionError.self) { try asked("median(host-share of project in 2022)") }
    #expect(throws: QuestionError.self) { try asked("median(closing-cash of all in 2022)") }
  }
}
