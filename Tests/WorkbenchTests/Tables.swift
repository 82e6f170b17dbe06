import Foundation
import Workbench

/// Tables the tests read.
enum Tables {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Data")

  /// Eight invented wells over six years.
  static let wells = path("wells.csv")

  /// A file beside the tests.
  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// A table written for a test, gone with the value.
  static func temporary(_ text: String, _ body: (String) throws -> Void) throws {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("mainstay-" + UUID().uuidString + ".csv")
    try Data(text.utf8).write(to: place)
    defer { try? FileManager.default.removeItem(at: place) }
    try body(place.path)
  }

  /// A table of the validation folder, or nothing, said aloud, where it is absent.
  static func validation(_ path: String, test: String = #function) -> String? {
    let root =
      ProcessInfo.processInfo.environment["MAINSTAY_VALIDATION"].map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../shared/validation").standardized
    let place = root.appendingPathComponent(path).path
    if FileManager.default.fileExists(atPath: place) { return place }
    print("skipped \(test): there is no \(path) in the validation folder")
    return nil
  }
}
