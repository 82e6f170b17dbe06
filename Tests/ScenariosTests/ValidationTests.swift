import Finance
import Foundation
import Records
import Scenarios
import Tabular
import Testing

/// Scenarios against the founding case's book.
@Suite("Scenarios against a book") struct ValidationTests {
  private static let folder = shippedBooks.appendingPathComponent("apctt").path

  private static func messages(_ lines: String) throws -> [String] {
    let files = try TemporaryFolder(["a.yaml": standalone("changes:\n" + lines)])
    let scenario = try files.load("a.yaml")
    let book = try BookLoader.load(folder: folder, asOf: scenario.asOf)
    return ScenarioLoader.validate(scenario, against: book).sorted.map { files.shortened($0.description) }
  }

  @Test(
    "the shipped scenarios name what their book knows",
    arguments: ["apctt", "escap-technical-cooperation", "un-technology-bank"])
  func shipped(book name: String) throws {
    let folder = shippedBooks.appendingPathComponent(name).path
    for name in ScenarioLoader.list(folder: folder) {
      let (scenario, place) = try ScenarioLoader.load([folder + "/\(name).yaml"], overrides: .none)
      let book = try BookLoader.load(folder: place, asOf: scenario.asOf)
      #expect(ScenarioLoader.validate(scenario, against: book).text == "")
    }
  }

  @Test(
    "one unknown name, one message",
    arguments: [
      (
        "set-contribution: {contributor: indai, fund: core, from: 2021, amount: 1, currency: USD, month: 1}",
        "error: contributor 'indai' is unknown; did you mean 'india'?"
      ),
      (
        "set-contribution: {contributor: india, fund: cor, from: 2021, amount: 1, currency: USD, month: 1}",
        "error: fund 'cor' is unknown; did you mean 'core'?"
      ),
      (
        "collect-levels: {share: 50%, fund: other, from: 2021, month: 1}",
        "error: fund 'other' is unknown; expected one of core, development-account"
      ),
      (
        "pay-in: {contributor: india, currency: IDR}",
        "error: currency IDR has no exchange rate up to 2020-12; add a row to exchange-rates.csv; did you mean 'INR'?"
      ),
      (
        "exchange-shock: {currency: EUR, percent: -20%, from: 2022}",
        "error: currency EUR has no exchange rate up to 2020-12; add a row to exchange-rates.csv"
      ),
      (
        "scale-plan: {percent: 10%, from: 2021, fund: development-account, line: no-such-line}",
        "error: line 'no-such-line' is unknown; expected one of project-consultants, project-travel, project-workshops"
      ),
      (
        "end-in-kind: {from: 2021, what: castles}",
        "error: in-kind support 'castles' is unknown; expected one of Premises in New Delhi, One expert on non-reimbursable loan"
      ),
      (
        "keep-agreements: {from: 2030, to: 2031}",
        "note: the change begins in 2030, after the horizon 2025: it changes nothing"
      ),
      (
        "add-posts: {post: office-clerk, grade: P-3, fund: core, count: 1, from: 2021-07-01, yearly_cost: 1, currency: USD, "
          + "notice_months: 3, separation_cost: 0, source: x}",
        "error: post 'office-clerk' stands in posts.csv already; give the new one another name"
      ),
    ])
  func unknown(item: String, expected: String) throws {
    #expect(try Self.messages("  - \(item)\n") == ["book/a.yaml:5: \(expected)"])
  }

  @Test("earmarked funds may be given to; dollars and rupees have rates")
  func fine() throws {
    #expect(
      try Self.messages(
        """
          - set-contribution: {contributor: china, fund: development-account, from: 2021, amount: 1, currency: INR, month: 1}
          - pay-late: {contributor: india, months: 0, from: 2021}
        """) == [])
  }

  @Test("every fault of every change is reported, in file order")
  func together() throws {
    let said = try Self.messages(
      """
        - pay-late: {contributor: nobody, months: 1, from: 2021}
        - set-contribution: {contributor: nobody, fund: nowhere, from: 2021, amount: 1, currency: EUR, month: 1}
      """)
    #expect(
      said.map { $0.prefix(13) } == ["book/a.yaml:5", "book/a.yaml:6", "book/a.yaml:6", "book/a.yaml:6"])
  }
}
