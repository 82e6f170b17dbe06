import Finance
import Foundation
import OrderedCollections
import Records
import Tabular
import Testing

/// What is known later than the as-of date has no influence on anything.
@Suite("As of a date")
struct AsOfTests {
  private let asOf = CalendarDate(year: 2020, month: 12, day: 4)

  private func load(_ book: TemporaryBook) throws -> Book {
    try BookLoader.load(folder: book.folder.path, asOf: asOf)
  }

  private func expectEqual(_ left: Book, _ right: Book) {
    #expect(left.contributions == right.contributions)
    #expect(left.agreements == right.agreements)
    #expect(left.expenditures == right.expenditures)
    #expect(left.budget == right.budget)
    #expect(left.contributors == right.contributors)
    #expect(left.levels == right.levels)
    #expect(left.inKind == right.inKind)
    #expect(left.balances == right.balances)
    #expect(left.posts == right.posts)
    #expect(left.controls == right.controls)
    #expect(left.exchangeRates.currencies == right.exchangeRates.currencies)
    #expect(left.inputs == right.inputs)
  }

  @Test("rows known later are not in the book, on the day itself they are")
  func visible() throws {
    let book = try load(TemporaryBook())
    #expect(book.contributions.count == 5)
    #expect(book.budget.count == 3)
    #expect(book.contributors["nepal"]?.spells.count == 1)
    #expect(book.asOf == asOf)
  }

  @Test("garbage that is known later changes nothing, digests included")
  func garbage() throws {
    let book = try TemporaryBook()
    let before = try load(book)
    try spoil(book)
    expectEqual(before, try load(book))
    #expect(BookLoader.check(folder: book.folder.path).book == nil)
  }

  /// Adds rows known later that break every rule.
  private func spoil(_ book: TemporaryBook) throws {
    var bytes = try book.bytes("contributions.csv")
    bytes += Array(",2029,\u{0}nobody,".utf8) + [0xFF, 0xFE] + Array(",x\n".utf8)
    bytes += Array("2021-01-01,,india,core,received,\"1,000\n2020-01-01\",USD,,V-1,,\n".utf8)
    bytes += Array("2021-01-01,\"never closed,,,,,,,,\n".utf8)
    bytes += Array("2018-01-01,,india,core,received,nan,,,V-1,,2021-01-01\n".utf8)
    bytes += Array("2021-01-01,,india,core,received,1e400,THB,none,V-1,,,,,,\n".utf8)
    try book.write(bytes, to: "contributions.csv")
    try book.append("india,core,=x,,,,,,,2020-12-05", to: "contributors.csv")
    try book.append("host-2015,x,x,2020-12-05,1,2,3,4,5,6,7,", to: "agreements.csv")
    try book.append("contributions.csv,core,2018,received,1,USD,x,2020-12-05", to: "controls.csv")
    try book.append("2021,core,rent,x,x,x,x,x,x,x,2020-12-05", to: "budget.csv")
    try book.append("2020-12,INR,0,,", to: "exchange-rates.csv")
    try book.append("2020-12-05,core,x,,,,,,", to: "balances.csv")
    try book.append(",,2021,x,x,x,,", to: "levels.csv")
    try book.append("2020,nobody,x,x,x,x,,", to: "in-kind.csv")
  }

  @Test("rows removed by hand give the same book")
  func truncated() throws {
    let book = try TemporaryBook()
    let before = try load(book)
    let later = ["2021-04-10,", "nepal,Nepal,government,developing,2026"]
    for name in ["contributions.csv", "contributors.csv"] {
      let kept = try book.text(name).split(separator: "\n").filter { line in
        !later.contains { line.hasPrefix($0) }
      }
      try book.write(kept.joined(separator: "\n") + "\n", to: name)
    }
    let after = try load(book)
    #expect(before.inputs == after.inputs)
    #expect(before.contributors.mapValues(\.spells.count) == after.contributors.mapValues(\.spells.count))
    #expect(before.contributions == after.contributions)
  }

  @Test("a file whose every row is later is as good as absent")
  func laterFile() throws {
    let book = try TemporaryBook()
    try book.remove("posts.csv")
    let before = try load(book)
    try book.write(
      "post,grade,fund,from,yearly_cost,currency,notice_months,separation_cost,source,known_on\n"
        + "p,q,r,s,t,u,v,w,x,2021-01-01\n", to: "posts.csv")
    expectEqual(before, try load(book))
  }

  @Test("a book without notes can be read as of any date")
  func anyDate() throws {
    let book = try TemporaryBook()
    for year in 2014...2031 {
      for month in [1, 4, 6, 7, 12] {
        let date = CalendarDate(year: year, month: month, day: 30)
        #expect(throws: Never.self) { try BookLoader.load(folder: book.folder.path, asOf: date) }
      }
    }
  }

  @Test("a row whose day cannot be read is seen, and its fault is told")
  func unreadableDay() throws {
    let book = try TemporaryBook()
    try book.append(",2019,india,core,received,1,USD,,,voucher,2021-02-30", to: "contributions.csv")
    #expect(throws: BookError.self) { try load(book) }
  }
}
