import Foundation

/// The package's files as they stand on disk.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Names of the folders below `Sources`, sorted.
  static func targets() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("Sources").path).sorted()
  }

  /// Swift files of a target, by path.
  static func sources(of target: String) -> [URL] {
    files(below: root.appendingPathComponent("Sources/\(target)")).filter { $0.pathExtension == "swift" }
  }

  /// Plain files below a folder, sorted; folders that hold what is built or fetched are passed over.
  static func files(below folder: URL) -> [URL] {
    let keys: [URLResourceKey] = [.isRegularFileKey]
    guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: keys) else {
      return []
    }
    var found: [URL] = []
    for case let url as URL in walk {
      if [".build", ".git", ".swiftpm"].contains(url.lastPathComponent) {
        walk.skipDescendants()
      } else if (try? url.resourceValues(forKeys: Set(keys)))?.isRegularFile == true {
        found.append(url)
      }
    }
    return found.sorted { $0.path < $1.path }
  }

  /// A file's path below the root.
  static func name(_ url: URL) -> String {
    url.standardizedFileURL.path.replacingOccurrences(of: root.standardizedFileURL.path + "/", with: "")
  }
}
