import OrderedCollections
import Testing

@testable import Mainstay

@Suite("A new book") struct NewBookTests {
  @Test(
    "has no problem, whatever it is called",
    arguments: ["Palau", "São Tomé, \"the island\"", "Member \\ State"])
  func sound(host: String) throws {
    let folder = try TemporaryFolder()
    try NewBook(id: "icc", name: "Centre: #1 \"best\"", host: host).write(to: folder.path("icc"))
    let check = BookCheck(folder.path("icc"))
    #expect(check.problems.isEmpty, "\(check.text)")
    #expect(check.book?.centre.name == "Centre: #1 \"best\"")
    #expect(check.book?.contributors.values.first?.name == host)
    #expect(check.text.hasPrefix("no problems: 5 contributors, 1 agreement, 15 contribution rows, "))
    #expect(try !folder.names("icc").contains { $0.contains(".partial-") })
  }

  @Test("says of every figure that it is an example")
  func examples() throws {
    for file in try NewBook(id: "icc").files where file.name.hasSuffix(".csv") {
      let rows = file.text.split(separator: "\n").dropFirst()
      #expect(!rows.isEmpty && rows.allSatisfy { $0.contains("assumption: example") }, "\(file.name)")
    }
  }

  @Test("closes its last year at what it received less what it spent")
  func foots() throws {
    let folder = try TemporaryFolder()
    try NewBook(id: "icc").write(to: folder.path("icc"))
    let book = try BookLoader.load(folder: folder.path("icc"), asOf: nil)
    let received = book.contributions.filter { $0.occasion.calendarYear == 2025 }.map(\.amount.cents).reduce(
      0, +)
    let spent = book.expenditures.map(\.amount.cents).reduce(0, +)
    #expect(book.balances.map(\.cash) == [120_000_00, 120_000_00 + received - spent])
  }

  @Test(
    "refuses names that could do harm",
    arguments: [
      ("Icc", "A", "B"), ("icc", "=1+1", "B"), ("icc", "A", ""), ("icc", "A\u{1B}[2J", "B"),
      ("icc", "A", "Member One"),
    ])
  func refused(id: String, name: String, host: String) {
    #expect(throws: UsageError.self) { try NewBook(id: id, name: name, host: host) }
  }

  @Test("is not written into a folder with files, nor over a file")
  func foreign() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "letter.txt")
    #expect(throws: FolderError.self) { try NewBook(id: "icc").write(to: folder.path) }
    #expect(throws: FolderError.self) { try NewBook(id: "icc").write(to: folder.path("letter.txt")) }
    #expect(try folder.names() == ["letter.txt"])
  }
}
