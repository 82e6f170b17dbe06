import Finance
import Foundation
import OrderedCollections
import Records
import Tabular
import Testing

@Suite("A book as it is read")
struct BookTests {
  private func load() throws -> Book {
    try BookLoader.load(folder: TemporaryBook.base.path, asOf: nil)
  }

  @Test("centre and funds")
  func centre() throws {
    let centre = try load().centre
    #expect(centre.id == "example" && centre.host == "india" && centre.years == 2015...2030)
    #expect(centre.recognition == .upfront && centre.reserve.rate == Rate(basisPoints: 1_500))
    #expect(Array(centre.funds.keys) == ["core", "project"])
    #expect(centre.funds["core"]?.reserve == nil && centre.funds["project"]?.reserve == .zero)
    #expect(centre.classNames["Personnel"] == .staff)
    #expect(centre.mandate.map(\.id) == ["resolution"] && centre.mandate[0].assumption == "")
  }

  @Test("contributors have spells, and are found by former names")
  func contributors() throws {
    let book = try load()
    #expect(Array(book.contributors.keys) == ["india", "iran", "nepal", "foundation", "rounding"])
    #expect(book.contributors["iran"]?.aliases == ["Iran", "Islamic Republic of Iran"])
    #expect(book.contributors["nepal"]?.spell(in: 2025).group == .ldc)
    #expect(book.contributors["nepal"]?.spell(in: 2026).group == .developing)
    #expect(book.contributors["foundation"]?.spells[0].group == .nonGovernment)
    #expect(book.contributions.filter { $0.contributor == "iran" }.count == 2)
  }

  @Test("rows keep their amounts, negative ones too, and know where they come from")
  func rows() throws {
    let book = try load()
    #expect(
      book.contributions.map(\.amount.cents) == [
        40_000_000, 3_000_000, 2_900_050, -125, 100_000_000, 87_000_000,
      ])
    #expect(book.contributions[0].occasion == .day(try #require(CalendarDate(iso: "2018-03-15"))))
    #expect(book.contributions[1].occasion == .year(2018))
    #expect(book.contributions[1].provenance.knownOn == CalendarDate(iso: "2018-12-31"))
    #expect(book.contributions[2].provenance.location.line == 4)
    #expect(book.expenditures[0].objectClass == .staff)
    #expect(book.balances[0].payable == nil && book.balances[0].employeeLiabilities == 8_000_000)
    #expect(book.exchangeRates.quotes(of: try #require(Currency(code: "INR"))).count == 2)
  }

  @Test("the three ways of instalments")
  func instalments() throws {
    let agreements = try load().agreements
    #expect(agreements[0].instalments == .yearly && agreements[0].to == nil)
    #expect(agreements[1].instalments == .equal(3) && agreements[1].conditional)
    guard case .dated(let parts) = agreements[2].instalments else {
      Issue.record("not dated")
      return
    }
    #expect(parts.map(\.cents) == [40_000_000, 47_000_050])
  }

  @Test("inputs are the files, with the digests of their bytes")
  func inputs() throws {
    let book = try TemporaryBook()
    let inputs = try BookLoader.load(folder: book.folder.path, asOf: nil).inputs
    #expect(inputs.count == 12)
    #expect(inputs.map(\.name) == inputs.map(\.name).sorted())
    for input in inputs { #expect(input.sha256 == SHA256.hexDigest(of: try book.bytes(input.name))) }
  }

  @Test("the order of columns and line ends of Windows do not matter")
  func shapes() throws {
    let book = try TemporaryBook()
    try book.write(
      "currency,source,local_per_usd,month\r\nINR,rates,71.3,2020-01\r\n\r\nINR,\"rates, \"\"x\"\"\",75.56,2020-06",
      to: "exchange-rates.csv")
    #expect(book.messages() == [])
  }

  @Test("a fiscal year that begins in April takes in the January after it")
  func fiscalYear() throws {
    let book = try TemporaryBook()
    try book.write(book.text("centre.yaml") + "fiscal_year_start: 4\n", to: "centre.yaml")
    try book.append("2019-01-31,,india,core,received,0.50,USD,,,voucher,", to: "contributions.csv")
    try book.write(
      book.text("controls.csv").replacing(
        "429000.50,USD,statement,", with: "29001.00,USD,statement,2019-03-31"),
      to: "controls.csv")
    #expect(book.messages() == [])
  }
}
