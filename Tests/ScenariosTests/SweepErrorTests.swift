import Foundation
import Records
import Scenarios
import Tabular
import Testing

@Suite("Errors of sweeps") struct SweepErrorTests {
  private static let changes = """
    changes:
      - pay-late: {contributor: india, months: 6, from: 2021}
      - pay-late: {contributor: china, months: 3, from: 2021}
      - collect-levels: {share: 50%, fund: core, from: 2021, to: 2023, month: 1}

    """

  /// What is said of levers in the tenth line of a file with three changes.
  private func said(_ levers: String) throws -> [String] {
    try TemporaryFolder([
      "a.yaml": standalone(Self.changes + "sweep:\n  levers:\n    \(levers)\n")
    ]).messages("a.yaml")
  }

  @Test(
    "one lever, one message",
    arguments: [
      ("- plan-growth", "a lever is a mapping of keys; write {vary: plan-growth, values: [0%, 5%]}"),
      ("- {values: [5%]}", "key 'vary' is missing; add a line 'vary: ...'"),
      ("- {vary: plan-grwth, values: [5%]}", "lever 'plan-grwth' is unknown; did you mean 'plan-growth'?"),
      (
        "- {vary: collect-levels.shar, values: [5%]}",
        "lever 'collect-levels.shar' is unknown; did you mean 'collect-levels.share'?"
      ),
      (
        "- {vary: horizon, values: [2030]}",
        "lever 'horizon' is unknown; expected one of renewal-probability, renewal-term, on-time-probability, "
          + "default-probability, plan-growth, exchange-volatility, interest, reserve-rate, "
          + "collect-levels.share, collect-levels.fund, collect-levels.from, collect-levels.to and 6 more"
      ),
      (
        "- {vary: scale-plan.percent, values: [5%]}",
        "the scenario has no scale-plan to vary; write one under 'changes', with the value it has by itself"
      ),
      (
        "- {vary: pay-late.months, values: [5]}",
        "2 changes are meant: book/a.yaml:5 {contributor: india, months: 6, from: 2021}, "
          + "book/a.yaml:6 {contributor: china, months: 3, from: 2021}; name one of them, such as "
          + "where: {contributor: india}"
      ),
      (
        "- {vary: pay-late.months, where: {contributor: nepal}, values: [5]}",
        "no pay-late of the scenario is what 'where' says; there is "
          + "book/a.yaml:5 {contributor: india, months: 6, from: 2021}, "
          + "book/a.yaml:6 {contributor: china, months: 3, from: 2021}"
      ),
      (
        "- {vary: pay-late.months, where: {contributer: india}, values: [5]}",
        "key 'contributer' is unknown; did you mean 'contributor'?"
      ),
      (
        "- {vary: interest, where: {fund: core}, values: [5%]}",
        "assumption 'interest' stands once and needs no 'where'; delete the 'where'"
      ),
      ("- {vary: interest, values: [5%], steps: 1%}", "key 'steps' is unknown; did you mean 'step'?"),
      ("- {vary: interest}", "the lever has no values; write values: [..., ...], or from, to and step"),
      ("- {vary: interest, values: []}", "the list of values is empty; write values: [..., ...]"),
      (
        "- {vary: interest, values: [5%], step: 1%}",
        "'values' and 'step' stand together; write a list or a range"
      ),
      ("- {vary: interest, values: [5%, 5.00%]}", "interest 5 % stands twice in the sweep; keep one of them"),
      (
        "- {vary: interest, values: [5]}",
        "interest '5' is not a percentage; write it with its sign and at most two decimals, such as 15%"
      ),
      (
        "- {vary: collect-levels.share, values: [100%, 101%]}",
        "share 101 % is outside 0 % to 100 %; write a rate within them"
      ),
      (
        "- {vary: collect-levels.from, values: [2022, 2024]}",
        "'from' 2024 is later than 'to' 2023; exchange them or correct one"
      ),
      (
        "- {vary: collect-levels.group, values: [lcd]}", "group 'lcd' is unknown; did you mean 'ldc'?"
      ),
      (
        "- {vary: collect-levels.fund, from: 1, to: 2, step: 1}",
        "a range needs numbers, and 'fund' is none; write values: [..., ...]"
      ),
      ("- {vary: interest, from: 0%, step: 1%}", "key 'to' is missing; add a line 'to: ...'"),
      (
        "- {vary: interest, from: 0%, to: 5%, step: 0%}",
        "step 0 % does not lead upward; write a step of more than nothing"
      ),
      (
        "- {vary: interest, from: 5%, to: 0%, step: 1%}",
        "'from' 5 % is more than 'to' 0 %; exchange them or correct one"
      ),
      (
        "- {vary: interest, from: 0%, to: 10%, step: 3%}",
        "steps of 3 % from 0 % do not end at 10 %; write 'to' 9 % or 12 %, or another step"
      ),
      (
        "- {vary: interest, from: 0%, to: 100%, step: 0.01%}",
        "the range has 10001 values, more than 10000; write a larger step"
      ),
    ])
  func single(lever: String, expected: String) throws {
    #expect(try said(lever) == ["book/a.yaml:10: error: \(expected)"])
  }

  @Test("a list has an end too")
  func longList() throws {
    let values = (1...10_001).map { "\($0)%" }.joined(separator: ",")
    #expect(
      try said("- {vary: interest, values: [\(values)]}") == [
        "book/a.yaml:10: error: the list has 10001 values, more than 10000; write fewer"
      ])
  }

  @Test("of many wrong values the first five are told")
  func many() throws {
    let messages = try said("- {vary: interest, from: 100%, to: 200%, step: 1%}")
    #expect(
      messages
        == (101...105).map {
          "book/a.yaml:10: error: interest \($0) % is outside -50 % to 100 %; write a rate within them"
        })
  }

  @Test(
    "how many levers, and how large",
    arguments: [
      ("{}", "key 'levers' is missing; add a line 'levers: ...'"),
      ("{levers: []}", "a sweep has 1 or 2 levers, not 0; write a scenario for each further one"),
      (
        "{levers: [{vary: interest, values: [1%]}, {vary: interest, values: [2%]}]}",
        "'interest' is varied twice; keep one of the levers"
      ),
      (
        "{levers: [{vary: interest, from: 0%, to: 1%, step: 0.01%}, {vary: plan-growth, from: 0%, to: 1%, "
          + "step: 0.01%}]}",
        "the sweep has 101 x 101 = 10201 combinations, more than 10000; write fewer values"
      ),
      (
        "{paths: 0, levers: [{vary: interest, values: [1%]}]}",
        "paths '0' is not a whole number from 1 to 10000000"
      ),
      (
        "{lever: [], levers: [{vary: interest, values: [1%]}]}",
        "key 'lever' is unknown; did you mean 'levers'?"
      ),
      ("[interest]", "key 'sweep' holds a list; expected keys with values, indented below it"),
    ])
  func whole(sweep: String, expected: String) throws {
    let folder = try TemporaryFolder(["a.yaml": standalone("sweep: \(sweep)\n")])
    #expect(folder.messages("a.yaml") == ["book/a.yaml:4: error: \(expected)"])
  }

  @Test("a value that the book does not know is told at the sweep")
  func unknownToTheBook() throws {
    let files = try TemporaryFolder([
      "a.yaml": standalone(
        "changes: [pay-late: {contributor: india, months: 6, from: 2021}]\n"
          + "sweep: {levers: [{vary: pay-late.contributor, values: [india, chnia]}]}\n")
    ])
    let scenario = try files.load("a.yaml")
    let folder = shippedBooks.appendingPathComponent("apctt").path
    let book = try BookLoader.load(folder: folder, asOf: scenario.asOf)
    #expect(
      ScenarioLoader.validate(scenario, against: book).sorted.map { files.shortened($0.description) } == [
        "book/a.yaml:5: error: in the sweep: contributor 'chnia' is unknown; did you mean 'china'?"
      ])
  }
}
