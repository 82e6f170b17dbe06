import Foundation
import Records
import Tabular
import Testing

/// Files whose bytes, size or kind a gallery cannot hold.
@Suite("Files that are not what they should be")
struct FileTests {
  @Test("UTF-16, with a byte order mark and without")
  func utf16() throws {
    let book = try TemporaryBook()
    let letters = Array(try book.text("levels.csv").utf16)
    let little = letters.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big = letters.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    for bytes in [[0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big] {
      try book.write(bytes, to: "levels.csv")
      #expect(
        book.messages() == [
          "book/levels.csv:1: error: the file is UTF-16, not UTF-8; save it again as 'CSV UTF-8' or plain UTF-8 text"
        ])
    }
  }

  @Test("Latin-1 is found at its line and byte")
  func notUTF8() throws {
    let book = try TemporaryBook()
    try book.write(
      book.bytes("in-kind.csv") + Array("2019,india,B".utf8) + [0xFC] + Array("ro,1,USD,rent,note,\n".utf8),
      to: "in-kind.csv")
    try book.write(book.bytes("centre.yaml") + Array("# caf".utf8) + [0xE9, 10], to: "centre.yaml")
    #expect(
      book.messages() == [
        "book/centre.yaml:31: error: byte 652 of the file is not UTF-8; "
          + "save it again as 'CSV UTF-8' or plain UTF-8 text",
        "book/in-kind.csv:3: error: byte 133 of the file is not UTF-8; "
          + "save it again as 'CSV UTF-8' or plain UTF-8 text",
      ])
  }

  @Test("a file of 100 MB is refused at the stated limit, unread")
  func tooLarge() throws {
    let book = try TemporaryBook()
    let handle = try FileHandle(forWritingTo: book.url("contributions.csv"))
    try handle.truncate(atOffset: 100_000_000)
    try handle.close()
    let clock = ContinuousClock()
    var messages: [String] = []
    let time = clock.measure { messages = book.messages() }
    #expect(time < .seconds(1))
    #expect(
      messages == [
        "book/contributions.csv:1: error: the file has 100000000 bytes, more than the limit of 67108864; "
          + "split the book or drop rows it does not need"
      ])
  }

  @Test("links are followed within the folder and refused out of it")
  func links() throws {
    let book = try TemporaryBook()
    let manager = FileManager.default
    try manager.moveItem(at: book.url("levels.csv"), to: book.url("levels-2019.txt"))
    try manager.createSymbolicLink(
      atPath: book.url("levels.csv").path, withDestinationPath: "levels-2019.txt")
    #expect(book.messages() == [])
    try manager.removeItem(at: book.url("levels.csv"))
    let outside = TemporaryBook.base.appendingPathComponent("levels.csv").path
    try manager.createSymbolicLink(atPath: book.url("levels.csv").path, withDestinationPath: outside)
    #expect(
      book.messages() == [
        "book/levels.csv:1: error: the link leads out of the book's folder; put a copy of the file here"
      ])
    try manager.removeItem(at: book.url("levels.csv"))
    try manager.createSymbolicLink(atPath: book.url("levels.csv").path, withDestinationPath: "nowhere")
    #expect(book.messages() == ["book/levels.csv:1: error: the link leads nowhere; put the file here"])
  }

  @Test("a folder in a file's place, and no book at all")
  func folders() throws {
    let book = try TemporaryBook()
    try book.remove("levels.csv")
    try FileManager.default.createDirectory(at: book.url("levels.csv"), withIntermediateDirectories: false)
    #expect(book.messages() == ["book/levels.csv:1: error: this is not a file; put a plain file here"])
    let (missing, problems) = BookLoader.check(folder: "no/such/book")
    #expect(missing == nil)
    #expect(
      problems.map(\.description) == [
        "no/such/book:1: error: there is no such folder; name the folder that holds the book's centre.yaml"
      ])
  }
}
