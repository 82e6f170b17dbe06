import Foundation
import Records
import Tabular
import Testing

/// Every folder of `Gallery` lays a few bad files over the base book; `expected.txt` holds, to the letter, what
/// is said about it. A file `remove.txt` names files to take away.
///
/// `MAINSTAY_RECORD=1` writes `expected.txt` anew and fails the run, so that nobody records by mistake.
@Suite("Gallery of bad books")
struct GalleryTests {
  static let cases: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: TemporaryBook.gallery.path)) ?? []
    return names.filter { $0 != "base" && !$0.hasPrefix(".") }.sorted()
  }()

  @Test("says exactly what is expected", arguments: cases)
  func messages(name: String) throws {
    let source = TemporaryBook.gallery.appendingPathComponent(name)
    let book = try TemporaryBook()
    for file in try FileManager.default.contentsOfDirectory(atPath: source.path) {
      let bytes = try [UInt8](Data(contentsOf: source.appendingPathComponent(file)))
      switch file {
      case "expected.txt": continue
      case "remove.txt":
        for name in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
          try book.remove(String(name))
        }
      default: try book.write(bytes, to: file)
      }
    }
    try compare(book.messages(), with: source.appendingPathComponent("expected.txt"))
  }

  private func compare(_ messages: [String], with expected: URL) throws {
    let text = messages.map { $0 + "\n" }.joined()
    if ProcessInfo.processInfo.environment["MAINSTAY_RECORD"] == "1" {
      try text.write(to: expected, atomically: true, encoding: .utf8)
      Issue.record("recorded \(expected.path)")
      return
    }
    #expect(text == (try String(contentsOf: expected, encoding: .utf8)))
  }

  @Test("the base book has nothing wrong with it")
  func base() throws {
    let (book, problems) = BookLoader.check(folder: TemporaryBook.base.path)
    #expect(problems.isEmpty)
    #expect(book != nil)
  }
}
