import Foundation
import Records
import Scenarios
import Tabular

/// A book's folder with the files a test gives it; gone with the value.
final class TemporaryFolder {
  private let root: URL
  let folder: URL

  /// Files by name; `body` of a scenario is completed by a title, an as-of date and a horizon where it has none.
  init(_ files: [String: String] = [:]) throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("mainstay-" + UUID().uuidString)
    folder = root.appendingPathComponent("book")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// The full path of a file of the book.
  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes beside the book for names that begin with `../`.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent(name), withDestinationURL: folder.appendingPathComponent(target))
  }

  func load(_ names: String..., overrides: ScenarioOverrides = .none) throws -> Scenario {
    try ScenarioLoader.load(names.map(path), overrides: overrides).scenario
  }

  /// What is said of the scenarios, with paths as if the book stood in `book`; empty where they load.
  func messages(_ names: String..., overrides: ScenarioOverrides = .none) -> [String] {
    do {
      _ = try ScenarioLoader.load(names.map(path), overrides: overrides)
      return []
    } catch {
      return error.problems.map { shortened($0.description) }
    }
  }

  func shortened(_ message: String) -> String { message.replacingOccurrences(of: root.path + "/", with: "") }
}

/// A scenario file that is complete by itself, with further lines.
func standalone(_ lines: String = "", title: String = "T") -> String {
  "title: \(title)\nas_of: 2020-12-04\nhorizon: 2025\n\(lines)"
}
