import CXLSXWriter

/// A workbook that cannot be written, with the way out.
public enum WorkbookError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No folder for the parts of the file.
  case noRoom(String)
  /// What the writer says, and what it was about.
  case refused(String, code: UInt32, of: String)
  /// The written file cannot be read back.
  case unreadable(String)

  public var description: String {
    switch self {
    case .noRoom(let path):
      "workbook.xlsx: no folder can be made in \(path) for its parts; set TMPDIR to a folder with room, or leave "
        + "xlsx out of --format"
    case .refused(let reason, let code, let what):
      "workbook.xlsx: \(what): \(reason) (libxlsxwriter error \(code)); free space where TMPDIR points, or leave "
        + "xlsx out of --format"
    case .unreadable(let path):
      "workbook.xlsx: \(path) cannot be read back; set TMPDIR to another folder, or leave xlsx out of --format"
    }
  }

  /// The writer's own words for its codes.
  init(_ error: lxw_error, of what: String) {
    let words = lxw_strerror(error).map { String(cString: $0) } ?? "unknown"
    self = .refused(words.hasSuffix(".") ? String(words.dropLast()) : words, code: error.rawValue, of: what)
  }
}
