import Records
public import Reporting

/// Where pages of decisions are written: a new folder, an empty one, or one with pages of ours.
public struct PageFolder: Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  /// Writes all files or none.
  /// - Throws: `FolderError` where the folder is a file or a file of another kind stands in the way.
  public func write(_ files: [ReportFile]) throws(FolderError) {
    guard !path.isEmpty else { throw FolderError("--output is empty; name a folder") }
    if FolderContents.isFolder(path) == false {
      throw FolderError("\(path): is a file; name a folder with --output")
    }
    let others = FolderContents.isFolder(path) == true ? FolderContents.names(path) : []
    let own = Set(files.map(\.name))
    let known: Set = [
      "solve.txt", "solve.csv", "ask.csv", "stress.txt", "stress.csv", "compare.txt", "comparison.csv",
      "attribution.csv", "sensitivity.txt", "tornado.csv", "sobol.csv", "run.json", "report.txt",
    ]
    guard others.allSatisfy({ own.contains($0) || known.contains($0) }) || others.contains("run.json") else {
      throw FolderError(
        "\(path): holds other files than pages of ours; name a new or empty folder with --output")
    }
    try FileWriter(folder: path).write(files)
  }
}
