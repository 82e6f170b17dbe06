import Finance
import Scenarios
import Testing

@testable import Reporting

@Suite("what a sweep wants, in a sentence")
struct WantedAnswerTests {
  private static func rates(_ percents: [Int]) -> [Sweep.Value] {
    percents.map { .rate(Rate(basisPoints: $0 * 100)) }
  }

  private static let share = Sweep.Lever(
    name: "collect-levels.share", values: rates([0, 50, 70, 100]), own: rates([50])[0])
  private static let fall = Sweep.Lever(
    name: "exchange-shock.percent", values: rates([-20, -10, 0, 10]), own: rates([0])[0])

  private func answer(_ levers: [Sweep.Lever], _ holds: [Bool]) -> String {
    WantedAnswer(condition: "P(shortfall by 2025) <= 0.25", levers: levers, holds: holds, paths: 10_000).prose
      .text
  }

  @Test("two levers: for each value of the second, that of the report first, equal ones together")
  func two() {
    // Down: share 0, 50, 70, 100 %; across: the rupee -20, -10, 0, +10 %.
    let holds = [
      false, false, false, false,
      false, false, false, true,
      false, false, true, true,
      false, false, true, true,
    ]
    #expect(
      answer([Self.share, Self.fall], holds)
        == "Of the values tried, collect-levels.share brings what is wanted, P(shortfall by 2025) <= 0.25, at 70 % "
        + "and 100 % where exchange-shock.percent is 0 % (as in this report); at none where exchange-shock.percent "
        + "is -20 % and -10 %; from 50 % to 100 % where exchange-shock.percent is 10 %; each on 10,000 futures."
    )
  }

  @Test(
    "one lever: a run, single values, all and none",
    arguments: [
      ([false, true, true, true], "from 50 % to 100 %"),
      ([true, false, true, true], "at 0 %, 70 % and 100 %"),
      ([true, true, true, true], "at every value"), ([false, false, false, false], "at none"),
    ])
  func one(holds: [Bool], words: String) {
    #expect(
      answer([Self.share], holds)
        == "Of the values tried, collect-levels.share brings what is wanted, P(shortfall by 2025) <= 0.25, \(words); "
        + "each on 10,000 futures.")
  }
}
