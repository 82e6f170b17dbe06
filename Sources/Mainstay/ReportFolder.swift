import FoundationEssentials
import Glibc
public import Reporting

/// Where a report is written, and the care taken there.
public struct ReportFolder: Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  /// `Reports/<centre>/<scenario>` below the working folder.
  public init(default report: Report) { path = "Reports/\(report.centre)/\(report.scenario)" }

  /// Refuses a folder that holds other people's files.
  /// - Throws: `FolderError` where `path` is a file, or a non-empty folder without a `run.json` of ours.
  public func checkMayWrite() throws(FolderError) {
    var isDirectory = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { return }
    guard isDirectory else {
      throw FolderError("\(path): is a file; name a folder with --output")
    }
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard !entries.isEmpty, (try? RunManifest.read(folder: path)) == nil else { return }
    throw FolderError(
      "\(path): holds \(entries.count) files but no run.json of mainstay; name an empty folder with --output")
  }

  /// Writes every file beside its place, then renames: no file is ever half written. Files of an earlier
  /// report that this one does not have are removed.
  public func write(_ report: Report, environment: ReportFile) throws {
    try checkMayWrite()
    let files = FileManager.default
    let stale = try? RunManifest.read(folder: path).files.map(\.name)
    try files.createDirectory(atPath: path, withIntermediateDirectories: true)
    for file in report.files + [environment] {
      let temporary = "\(path)/.\(file.name).partial-\(ProcessInfo.processInfo.processIdentifier)"
      do {
        try Data(file.text.utf8).write(to: URL(filePath: temporary))
        guard rename(temporary, "\(path)/\(file.name)") == 0 else {
          throw FolderError("\(path)/\(file.name): cannot be written")
        }
      } catch {
        try? files.removeItem(atPath: temporary)
        throw error
      }
    }
    let kept = Set(report.files.map(\.name))
    for name in stale ?? [] where !kept.contains(name) && !name.contains("/") {
      try? files.removeItem(atPath: "\(path)/\(name)")
    }
  }
}

/// A folder that cannot be used, with the way out.
public struct FolderError: Error, Sendable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}

extension RunManifest {
  /// The manifest of a report folder.
  /// - Throws: `FolderError` where there is none, or none of ours.
  public static func read(folder: String) throws(FolderError) -> RunManifest {
    let path = "\(folder)/run.json"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FolderError("\(path): not found; name the folder of a report, such as Reports/apctt/baseline")
    }
    do {
      let manifest = try JSONText.read(
        RunManifest.self, from: String(decoding: data, as: UTF8.self))
      guard manifest.product == "mainstay" else { throw FolderError("\(path): not a manifest of mainstay") }
      return manifest
    } catch {
      throw FolderError("\(path): not a manifest of mainstay; run the scenario again to make one")
    }
  }
}
