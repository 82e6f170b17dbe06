import Reporting

/// In which forms the evaluator's page is told.
public enum AssessFormat: String, Sendable, CaseIterable {
  case text
  case csv
}

/// Where the evaluator's page goes.
public struct AssessOutput: Sendable {
  private let files: [(format: AssessFormat, file: OneFile)]

  /// - Parameter path: the text's file; with both forms the table stands beside it and ends in `.csv`.
  /// - Throws: `FolderError` where a folder or somebody else's file is in the way.
  public init(_ path: String, formats: [AssessFormat]) throws(FolderError) {
    let named = OneFile(path)
    files = formats.map { format in
      (format, format == .csv && formats.contains(.text) ? named.with(ending: ".csv") : named)
    }
    if Set(files.map(\.file.path)).count < files.count {
      throw FolderError("\(path): is named for the text and for the table; name a text, such as page.txt")
    }
    for (format, file) in files {
      let opening = format == .text ? AssessPage.opening : AssessPage.columns.joined(separator: ",")
      try file.checkMayWrite(over: opening, what: "a page of mainstay assess")
    }
  }

  /// - Returns: where it was written.
  /// - Throws: `FolderError`.
  public func write(_ page: AssessPage) throws(FolderError) -> [String] {
    for (format, file) in files { try file.write(format == .text ? page.text : page.table) }
    return files.map(\.file.path)
  }
}
