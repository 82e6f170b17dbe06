import Judgement
import Measures
import Outlook
import Scenarios
import TestSupport
import Testing

@testable import Decisions

@Suite("trials") struct TrialTests {
  @Test("a variant on the same random numbers; the base itself gives its own figures")
  func variants() throws {
    let trial = try Trial(book: centre())
    let names = PathNames(trial.base)
    let quantity = try Quantity(parsing: "P(shortfall by 2023)", names.vocabulary)
    func probability(_ scenario: Scenario) throws -> Double {
      try #require(try trial.answers(Questions([quantity]), of: scenario)[quantity]).value
    }
    let base = try probability(trial.base.scenario)
    let twice = try probability(trial.base.scenario)
    #expect(base == twice && base > 0 && base < 1)
    let rich = trial.base.scenario.adding([
      Change(kind: .set("host", 2021...2023, 9_000_000), location: .line)
    ])
    #expect(try probability(rich) == 0)
  }
}
