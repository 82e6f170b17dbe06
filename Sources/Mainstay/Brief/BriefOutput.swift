public import Reporting

/// How a brief is told.
public enum BriefFormat: String, Sendable, CaseIterable {
  case text
  case html
}

/// The file a brief goes to.
public struct BriefOutput: Sendable {
  private let file: OneFile
  private let format: BriefFormat

  /// - Throws: `FolderError` where a folder or somebody else's file is in the way.
  public init(_ path: String, format: BriefFormat) throws {
    (file, self.format) = (OneFile(path), format)
    let openings = try CouncilBrief.openings(isPage: format == .html)
    var refusal: FolderError?
    for opening in openings {
      do throws(FolderError) {
        try file.checkMayWrite(over: opening, what: "a brief of mainstay in this format")
        return
      } catch {
        refusal = error
      }
    }
    if let refusal { throw refusal }
  }

  /// - Returns: where it was written.
  /// - Throws: `FolderError`.
  public func write(_ brief: CouncilBrief) throws(FolderError) -> String {
    try file.write(brief.told(as: format))
    return file.path
  }
}

extension CouncilBrief {
  public func told(as format: BriefFormat) -> String { format == .text ? text : page }
}
