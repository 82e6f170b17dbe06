/// Something wrong with what a user wrote, or worth knowing about it: where it stands, what it is, what was
/// expected and what to do.
public struct Problem: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// An error stops the reading of a book; a note does not.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    case error
    case note
  }

  public let severity: Severity
  /// A fault of a whole file stands at its line 1.
  public let location: SourceLocation
  /// `what is wrong; what was expected; what to do`, in one line and without a full stop.
  public let what: String

  public init(_ severity: Severity = .error, at location: SourceLocation, _ what: String) {
    (self.severity, self.location, self.what) = (severity, location, what)
  }

  /// `contributions.csv:7: error: amount '1,234.50' is not a plain decimal; ...`
  public var description: String { "\(location): \(severity.rawValue): \(what)" }

  /// By file, then line, then severity and wording.
  public static func < (left: Problem, right: Problem) -> Bool {
    if left.location != right.location { return left.location < right.location }
    return (left.severity.rawValue, left.what) < (right.severity.rawValue, right.what)
  }
}
