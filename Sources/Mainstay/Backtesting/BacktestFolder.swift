import Reporting

/// Where a backtest is written, and the care taken there.
public struct BacktestFolder: Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  /// Refuses a folder that holds other people's files.
  /// - Throws: `FolderError` where `path` is a file, or a non-empty folder without an earlier backtest.
  public func checkMayWrite() throws(FolderError) {
    guard !path.isEmpty else { throw FolderError("--output is empty; name a folder") }
    guard let isFolder = FolderContents.isFolder(path) else { return }
    guard isFolder else { throw FolderError("\(path): is a file; name a folder with --output") }
    let count = FolderContents.names(path).count
    guard count > 0, !BacktestManifest.stands(in: path) else { return }
    throw FolderError(
      "\(path): holds \(count) \(count == 1 ? "file" : "files") but no run.json of a backtest; "
        + "name an empty folder with --output")
  }

  /// Writes every file beside its place, then renames, `run.json` last: no file is ever half written.
  /// - Returns: the names of the files.
  /// - Throws: `FolderError`; the folder then holds what it held before.
  @discardableResult
  public func write(_ report: BacktestReport) throws -> [String] {
    try checkMayWrite()
    let files = try report.files()
    try FileWriter(folder: path).write(files)
    return files.map(\.name)
  }
}
