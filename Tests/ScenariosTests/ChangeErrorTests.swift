import Scenarios
import Testing

@Suite("Errors of changes") struct ChangeErrorTests {
  @Test(
    "one item, one message",
    arguments: [
      (
        "set-contributon: {contributor: india}",
        "change 'set-contributon' is unknown; did you mean 'set-contribution'?"
      ),
      (
        "keep-agreements",
        "'keep-agreements' is not a change; write its kind and keys, such as keep-agreements: {from: 2021}"
      ),
      ("keep-agreements:", "keep-agreements has no keys; write keep-agreements: {from: ...}"),
      ("[pay-in]", "a list is not a change; write its kind and keys, such as keep-agreements: {from: 2021}"),
      (
        "{pay-in: {}, keep-agreements: {}}",
        "an item has 2 keys (pay-in, keep-agreements) where one kind is expected; "
          + "begin each change with '- ' and indent its keys, or put them in { }"
      ),
      (
        "keep-agreements: {from: 2021, till: 2022}",
        "key 'till' is unknown; expected one of from, to, contributor"
      ),
      ("keep-agreements: {from: 2021, form: 2022}", "key 'form' is unknown; did you mean 'from'?"),
      ("keep-agreements: {to: 2021}", "key 'from' is missing; add a line 'from: ...'"),
      (
        "keep-agreements: {from: 2023, to: 2022}",
        "'from' 2023 is later than 'to' 2022; exchange them or correct one"
      ),
      (
        "keep-agreements: {from: 2026}",
        "'from' 2026 is later than the horizon 2025, to which a change without 'to' runs; correct it or add a 'to'"
      ),
      (
        "set-contribution: {contributor: india, fund: core, from: 2021, amount: 1, currency: USD, month: 13}",
        "month '13' is not a whole number from 1 to 12"
      ),
      (
        "set-contribution: {contributor: india, fund: core, from: 2021, amount: -1, currency: USD, month: 1}",
        "amount -1.00 is negative; write 0 or more"
      ),
      (
        "collect-levels: {share: 101%, fund: core, from: 2021, month: 1}",
        "share 101 % is outside 0 % to 100 %; write a rate within them"
      ),
      (
        "collect-levels: {share: 50%, fund: core, from: 2021, month: 1, group: lcd}",
        "group 'lcd' is unknown; did you mean 'ldc'?"
      ),
      (
        "pay-late: {contributor: india, months: 61, from: 2021}",
        "months '61' is not a whole number from 0 to 60"
      ),
      (
        "pay-in: {contributor: india, currency: INX}",
        "currency 'INX' is not the code of a currency in use; did you mean 'INR'?"
      ),
      (
        "exchange-shock: {currency: INR, percent: -100%, from: 2022}",
        "percent -100 % is outside -99.99 % to 1000 %; write a rate within them"
      ),
      (
        "exchange-shock: {currency: USD, percent: -20%, from: 2022}",
        "the dollar's value in dollars does not change; name the currency that does, with its change in dollars"
      ),
      (
        "scale-plan: {percent: -101%, from: 2022}",
        "percent -101 % is outside -100 % to 1000 %; write a rate within them"
      ),
      ("end-in-kind: {from: soon}", "from 'soon' is not a whole number from 1 to 9999"),
      (
        "add-posts: {post: p, grade: P-3, fund: core, count: 1, from: 2021-07-01, to: 2021-06-30, yearly_cost: 1, "
          + "currency: USD, notice_months: 3, separation_cost: 0, source: x}",
        "'from' 2021-07-01 is later than 'to' 2021-06-30; exchange them or correct one"
      ),
    ])
  func single(item: String, expected: String) throws {
    let folder = try TemporaryFolder(["a.yaml": standalone("changes:\n  - \(item)\n")])
    #expect(folder.messages("a.yaml") == ["book/a.yaml:5: error: \(expected)"])
  }

  @Test("a change that lacks everything is told of everything")
  func everything() throws {
    let folder = try TemporaryFolder(["a.yaml": standalone("shocks:\n  - add-posts: {to: 2022-01-01}\n")])
    let missing = [
      "post", "grade", "fund", "count", "from", "yearly_cost", "currency", "notice_months",
      "separation_cost", "source",
    ]
    #expect(
      Set(folder.messages("a.yaml"))
        == Set(missing.map { "book/a.yaml:5: error: key '\($0)' is missing; add a line '\($0): ...'" }))
  }

  @Test("changes are a list")
  func list() throws {
    let folder = try TemporaryFolder(["a.yaml": standalone("changes: {keep-agreements: {from: 2021}}\n")])
    #expect(
      folder.messages("a.yaml") == [
        "book/a.yaml:4: error: key 'changes' holds a mapping of keys; expected a list, one '- ' item a line"
      ])
  }
}
