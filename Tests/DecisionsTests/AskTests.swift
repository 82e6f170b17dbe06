import Judgement
import Measures
import Scenarios
import TestSupport
import Testing

@testable import Decisions

@Suite("the ask") struct AskTests {
  private func ask(_ text: String, _ builder: BookBuilder = centre()) throws -> AskResult {
    let trial = try Trial(
      book: builder, .sample(horizon: 2023, paths: 2_000, changes: [.keep(nil, 2021...2023)]))
    return try Ask(trial, Condition(parsing: text, PathNames(trial.base).vocabulary)).solve()
  }

  @Test("pledges stay within the levels, do it, and none may be left out or lowered")
  func smallest() throws {
    let before = try ask("P(shortfall by 2023) <= 1 and mean(closing-cash in 2023) >= 0").before[1].value
    let target = Int(before) + 60_000
    let result = try ask("mean(closing-cash in 2023) >= \(target)")
    let pledges = try #require(result.pledges)
    #expect(!pledges.isEmpty)
    for pledge in pledges {
      let member = try #require(result.members.first { $0.contributor == pledge.contributor })
      #expect(pledge.cents > 0 && pledge.cents <= member.level && pledge.contributor != "host")
    }
    #expect((result.after?[0].value ?? 0) >= Double(target) && result.before[0].value == before)
  }

  @Test("nothing is asked where nothing is missing, and too much is not promised")
  func ends() throws {
    #expect(try ask("P(shortfall by 2023) <= 1").pledges == [])
    let result = try ask("mean(closing-cash in 2023) >= 10000000")
    #expect(result.pledges == nil && result.after == nil && result.withAll[0].value < 10_000_000)
  }

  @Test("members are asked in the order of what they would bring, the host never")
  func order() throws {
    let members = try ask("P(shortfall by 2023) <= 1").members
    #expect(members.map(\.gain) == members.map(\.gain).sorted(by: >))
    #expect(Set(members.map(\.contributor)) == ["one", "two", "three"])
  }

  @Test("a book without levels cannot ask")
  func noLevels() throws {
    var builder = BookBuilder()
    builder.fund("core")
    builder.contributor("host")
    builder.contribution("host", "2020", 1_000)
    builder.balance("2020-12-31", cash: 10)
    #expect(throws: DecisionError.self) { try ask("P(shortfall) <= 1", builder) }
  }
}
