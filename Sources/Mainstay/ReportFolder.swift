import FoundationEssentials
import Glibc
import Records
public import Reporting
import Tabular

/// Where a report is written, and the care taken there.
public struct ReportFolder: Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  /// `Reports/<centre>/<scenario>` below the working folder.
  public init(centre: String, scenario: String) { path = "Reports/\(centre)/\(scenario)" }

  /// Refuses a folder that holds other people's files.
  /// - Throws: `FolderError` where `path` is a file, or a non-empty folder without a `run.json` of ours.
  public func checkMayWrite() throws(FolderError) {
    guard !path.isEmpty else { throw FolderError("--output is empty; name a folder") }
    guard let isFolder = FolderContents.isFolder(path) else { return }
    guard isFolder else { throw FolderError("\(path): is a file; name a folder with --output") }
    let count = FolderContents.names(path).count
    guard count > 0, (try? RunManifest.read(folder: path)) == nil else { return }
    throw FolderError(
      "\(path): holds \(count) \(count == 1 ? "file" : "files") but no run.json of mainstay; "
        + "name an empty folder with --output")
  }

  /// Writes every file beside its place, then renames, `run.json` last: no file is ever half written. Files of
  /// an earlier report that this one does not have are removed, but for a workbook, which may be somebody's work.
  /// - Throws: `FolderError`; the folder then holds what it held before.
  public func write(_ report: Report, environment: ReportFile) throws(FolderError) {
    try checkMayWrite()
    let earlier = (try? RunManifest.read(folder: path))?.files.map(\.name) ?? []
    try FileWriter(folder: path).write([environment] + report.files)
    for name in Set(earlier).subtracting(report.files.map(\.name) + [WorkbookBuilder.name]) {
      unlink("\(path)/\(name)")
    }
  }

  /// Whether the folder holds a workbook that this report did not write.
  public func hasOtherWorkbook(than report: Report) -> Bool {
    !report.files.contains { $0.name == WorkbookBuilder.name }
      && FolderContents.names(path).contains(WorkbookBuilder.name)
  }

  /// Whether the folder holds a `hindsight.txt` that judges another run than this one. It is no file of a run:
  /// a run neither makes nor removes it, and `verify` does not look at it.
  public func hasOtherHindsight(than report: Report) -> Bool {
    guard let manifest = report.files.last, manifest.name == "run.json",
      case .bytes(let bytes)? = BookFolder(path: path)?.read(HindsightReport.name, limit: 1 << 28)
    else { return false }
    let digest = SHA256.hexDigest(of: Array(manifest.text.utf8))
    return !String(decoding: bytes, as: UTF8.self).contains(digest)
  }
}

/// What lies in a folder.
enum FolderContents {
  /// Whether there is a folder; `nil` where there is nothing.
  static func isFolder(_ path: String) -> Bool? {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    return isFolder
  }

  static func names(_ path: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  }
}

/// A folder or a file that cannot be used, with the way out.
public struct FolderError: Error, Sendable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}
