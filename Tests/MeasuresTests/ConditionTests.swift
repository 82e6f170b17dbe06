import Measures
import Testing

@Suite("Conditions") struct ConditionTests {
  private static let vocabulary = Vocabulary(
    measures: ["host-share", "closing-cash", "hhi"], events: ["shortfall", "breach", "cash-out"],
    funds: ["core", "project", "all"], years: 2021...2025)

  private static func read(_ text: String) -> String {
    do {
      return "\(try Condition(parsing: text, vocabulary))"
    } catch {
      return error.description
    }
  }

  @Test(
    "what is read is written back, and reads the same again",
    arguments: [
      "P(shortfall by 2025) <= 0.05", "P(shortfall of core within 3 years) < 0.1", "host-share > 0.8 in 2021",
      "P(shortfall of project in 2022 and cash-out) > 0 and hhi <= 0.25",
      "(P(breach) > 0.5 or host-share > 0.9) and median(closing-cash of core in 2023) >= 100000.5",
      "q05(closing-cash in 2021) < -10 or mean(hhi of all in 2022) < 0.4",
      "P((breach by 2022 or cash-out) and host-share > 0.8 from 2021 to 2024) <= 0.2",
    ])
  func roundTrip(text: String) throws {
    let condition = try Condition(parsing: text, Self.vocabulary)
    #expect("\(condition)" == text)
    #expect(try Condition(parsing: "\(condition)", Self.vocabulary) == condition)
  }

  @Test(
    "blanks, the years before the number, names of one year",
    arguments: [
      ("P ( shortfall   by 2025 )<=0.05", "P(shortfall by 2025) <= 0.05"),
      ("host-share in 2021 > 0.8", "host-share > 0.8 in 2021"),
      ("P(shortfall within 1 year) > 0", "P(shortfall within 1 year) > 0"),
      ("((P(shortfall) > 0))", "P(shortfall) > 0"),
    ])
  func forms(text: String, expected: String) { #expect(Self.read(text) == expected) }

  @Test("'and' binds before 'or'")
  func precedence() throws {
    let condition = try Condition(parsing: "hhi > 1 or hhi > 2 and hhi > 3", Self.vocabulary)
    func holds(_ lines: Set<Double>) -> Bool {
      condition.holds(
        { _, _ in .nan },
        expected: { occurrence in
          if case .compares(_, _, let line, _) = occurrence { lines.contains(line) } else { false }
        })
    }
    #expect(holds([1]) && holds([2, 3]) && !holds([2]) && !holds([3]) && !holds([]))
  }

  @Test(
    "an error names the column and the way out",
    arguments: [
      ("", "column 1: a measure or event is missing; write its name, such as host-share"),
      (
        "P(shortfal by 2025) <= 0.05",
        "column 3: measure or event 'shortfal' is unknown; did you mean 'shortfall'?"
      ),
      ("P(shortfall by 2031) <= 0.05", "column 16: 2031 is not looked at; write a year from 2021 to 2025"),
      ("P(shortfall of cor by 2025) <= 0.05", "column 16: fund 'cor' is unknown; did you mean 'core'?"),
      (
        "P(shortfall by 2025 <= 0.05",
        "column 21: 'shortfall' is an event and not a number; end it here, or close the parenthesis before the comparison"
      ),
      ("P(shortfall by 2025)", "column 21: a comparison is missing; write one of >, >=, <, <="),
      ("P(shortfall by 2025) = 0.05", "column 22: comparison '=' is unknown; write one of >, >=, <, <="),
      (
        "P(shortfall) <= 5%",
        "column 17: '5%' is not a plain decimal; write half as 0.5, without %, signs or separators"
      ),
      ("P(shortfall) <= 5", "column 17: a probability lies from 0 to 1, not 5; write one in twenty as 0.05"),
      (
        "P(shortfall > 3) <= 0.5",
        "column 13: 'shortfall' is an event and not a number; end it here, or close the parenthesis before the comparison"
      ),
      (
        "P(host-share) <= 0.5",
        "column 13: 'host-share' is a number and not an event; compare it, such as host-share > 0.5"
      ),
      (
        "medium(hhi in 2021) > 1",
        "column 1: 'medium' is nothing that can be taken of a measure; did you mean 'median'?"
      ),
      ("median(hhi) > 1", "column 11: median is taken of one year; write 'hhi in 2025'"),
      (
        "P(shortfall) > 0.1 xor hhi > 1",
        "column 20: 'xor' stands after the condition; join conditions by 'and' or 'or'"
      ),
      ("P(shortfall by 2021 in 2022) > 0", "column 21: 'in' stands where ')' is expected"),
      ("hhi in 2021 > 1 by 2022", "column 17: the years are said twice; keep 'in 2021' or 'by 2022'"),
      ("P(hhi > 1 from 2023 to 2022) > 0", "column 24: 2022 lies before 2023; exchange them"),
      (
        "P(shortfall within 0 years) > 0",
        "column 20: '0' is no number of years; write a whole number from 1, such as within 3 years"
      ),
    ])
  func errors(text: String, expected: String) { #expect(Self.read(text) == expected) }

  @Test("hostile texts are refused, whatever they are")
  func hostile() {
    #expect(Self.read(String(repeating: "(", count: 500)).hasPrefix("column 21: parentheses lie 21 deep"))
    #expect(Self.read(String(repeating: "a", count: 3_000)).contains("more than 2000"))
    for text in ["\u{0}", "P(", ")", "and", "P(P(shortfall))", "🦑 > 1", "hhi > 1 and", "or", "hhi >"] {
      #expect(Self.read(text).hasPrefix("column "))
    }
  }
}
