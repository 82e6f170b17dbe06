import Finance
import Scenarios
import Testing

@Suite("Errors of keys") struct KeyErrorTests {
  /// What is said of a complete file's fourth line and on.
  private func said(_ lines: String) throws -> [String] {
    try TemporaryFolder(["a.yaml": standalone(lines)]).messages("a.yaml")
  }

  @Test(
    "one line, one message",
    arguments: [
      ("resopnse: {order: []}", "key 'resopnse' is unknown; did you mean 'response'?"),
      ("seed: -1", "seed '-1' is not a whole number from 0 to 4294967295"),
      ("seed: 4294967296", "seed '4294967296' is not a whole number from 0 to 4294967295"),
      ("paths: 0", "paths '0' is not a whole number from 1 to 10000000"),
      ("paths: 10000001", "paths '10000001' is not a whole number from 1 to 10000000"),
      (
        "assumptions: {renewal-probabilty: 60%}",
        "assumption 'renewal-probabilty' is unknown; did you mean 'renewal-probability'?"
      ),
      (
        "assumptions: {renewal-probability: 101%}",
        "renewal-probability 101 % is outside 0 % to 100 %; write a rate within them"
      ),
      (
        "assumptions: {interest: 13}",
        "interest '13' is not a percentage; write it with its sign and at most two decimals, such as 15%"
      ),
      ("assumptions: {renewal-term: 21}", "renewal-term '21' is not a whole number from 1 to 20"),
      (
        "assumptions: {plan-growth: -51%}",
        "plan-growth -51 % is outside -50 % to 100 %; write a rate within them"
      ),
      ("response: {order: [travl]}", "response 'travl' is unknown; did you mean 'travel'?"),
      (
        "response: {order: [travel, travel]}", "response 'travel' stands twice in the order; keep one of them"
      ),
      (
        "response: {order: [programme-support]}",
        "response 'programme-support' is unknown; expected one of hold-vacancies, activities, draw-reserve, end-posts, "
          + "staff, consultants, travel, contractual-services, operating, supplies, equipment, transfers and 1 more"
      ),
      (
        "response: {order: [{travel: 1}]}",
        "a step of the response is not a word; write order: [travel, end-posts]"
      ),
      ("response: {ordre: [travel], order: []}", "key 'ordre' is unknown; did you mean 'order'?"),
    ])
  func single(lines: String, expected: String) throws {
    #expect(try said(lines) == ["book/a.yaml:4: error: \(expected)"])
  }

  @Test("a key stands once")
  func duplicate() throws {
    let messages = try said("seed: 1\nseed: 2\n")
    #expect(messages.count == 1)
    #expect(messages[0].hasSuffix(": error: key 'seed' stands twice in one mapping; keep one of them"))
  }

  @Test("the horizon lies within fifty years of the as-of date", arguments: [2019, 2071])
  func horizon(year: Int) throws {
    let folder = try TemporaryFolder([
      "a.yaml": "title: T\nas_of: 2020-12-04\nhorizon: \(year)\n", "b.yaml": standalone(),
    ])
    let said =
      "horizon \(year) is outside 2020 to 2070, at most 50 years after the as-of date 2020-12-04; "
      + "write a year within them"
    #expect(folder.messages("a.yaml") == ["book/a.yaml:3: error: \(said)"])
    #expect(
      folder.messages("b.yaml", overrides: ScenarioOverrides(horizon: year)) == [
        "book/b.yaml:1: error: \(said)"
      ])
    #expect(folder.messages("b.yaml", overrides: ScenarioOverrides(horizon: 2070)) == [])
  }

  @Test("paths of the command line are held to their range")
  func paths() throws {
    let folder = try TemporaryFolder(["a.yaml": standalone()])
    #expect(
      folder.messages("a.yaml", overrides: ScenarioOverrides(paths: 0)) == [
        "book/a.yaml:1: error: paths 0 is not a whole number from 1 to 10000000"
      ])
  }

  @Test("what is missing, here or in the whole line")
  func missing() throws {
    let folder = try TemporaryFolder(["a.yaml": "author: A\n", "b.yaml": "title: B\nextends: a\n"])
    let title = "book/a.yaml:1: error: key 'title' is missing; add a line 'title: ...'"
    #expect(
      folder.messages("a.yaml") == [
        title, "book/a.yaml:1: error: key 'as_of' is missing; add a line 'as_of: 2020-12-04'",
        "book/a.yaml:1: error: key 'horizon' is missing; add a line 'horizon: 2025'",
      ])
    let ending = "is missing here and in what it extends; add a line"
    #expect(
      folder.messages("b.yaml") == [
        title, "book/b.yaml:1: error: key 'as_of' \(ending) 'as_of: 2020-12-04'",
        "book/b.yaml:1: error: key 'horizon' \(ending) 'horizon: 2025'",
      ])
  }

  @Test("all problems of all files in one pass")
  func together() throws {
    let folder = try TemporaryFolder([
      "base.yaml": standalone("seed: x\nchanges: [pay-in: {contributor: india}]\n"),
      "a.yaml": "title: A\nextends: base\nhorizon: never\npaths: 0\n",
    ])
    #expect(folder.messages("a.yaml").count == 4)
  }
}
