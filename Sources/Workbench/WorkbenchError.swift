public import Tabular

/// Why a table was not read, or a regression on it not made.
public enum WorkbenchError: Error, Sendable, CustomStringConvertible {
  /// What was asked does not go together or names what is not there; in words, with the way out.
  case request(String)
  /// The table cannot be used as it is.
  case table(Problems)
  /// The numbers gave out; in words, with the way out.
  case numerical(String)

  /// The message; problems of a table one a line, by file and line.
  public var description: String {
    switch self {
    case .request(let message), .numerical(let message): message
    case .table(let problems): problems.text
    }
  }

  /// One problem of a table.
  static func table(_ location: SourceLocation, _ what: String) -> WorkbenchError {
    var problems = Problems()
    problems.error(location, what)
    return .table(problems)
  }
}
