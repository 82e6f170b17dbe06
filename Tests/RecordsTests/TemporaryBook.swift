import Foundation
import Records
import Tabular
import Testing

/// A copy of the gallery's base book in a folder of its own, to be spoilt by a test; gone with the value.
final class TemporaryBook {
  /// The valid book every case starts from.
  static let base = gallery.appendingPathComponent("base")
  static let gallery = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Gallery")

  let folder: URL
  private let root: URL

  /// The base book under the name `book`.
  init() throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("mainstay-" + UUID().uuidString)
    folder = root.appendingPathComponent("book")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: TemporaryBook.base, to: folder)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func url(_ name: String) -> URL { folder.appendingPathComponent(name) }
  func bytes(_ name: String) throws -> [UInt8] { try [UInt8](Data(contentsOf: url(name))) }
  func text(_ name: String) throws -> String { try String(decoding: bytes(name), as: UTF8.self) }
  func write(_ bytes: [UInt8], to name: String) throws { try Data(bytes).write(to: url(name)) }
  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }
  func remove(_ name: String) throws { try FileManager.default.removeItem(at: url(name)) }

  /// Adds a line at the end of a file.
  func append(_ line: String, to name: String) throws { try write(text(name) + line + "\n", to: name) }

  /// Everything there is to say about the book, with file names as if it stood in `book`.
  func messages() -> [String] {
    BookLoader.check(folder: folder.path).problems.map { shortened($0.description) }
  }

  func shortened(_ message: String) -> String {
    message.replacingOccurrences(of: root.path + "/", with: "")
  }
}
