/// Where something stands: a file, as the user named it, and a line (the first is 1).
public struct SourceLocation: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let file: String
  public let line: Int

  public init(file: String, line: Int) { (self.file, self.line) = (file, line) }

  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line) < (right.file, right.line)
  }

  public var description: String { "\(file):\(line)" }
}
