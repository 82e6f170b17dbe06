public import LinearAlgebra

/// A table of named columns of equal length: what a formula is read against.
public struct Frame: Sendable {
  /// One column: numbers to double-double, or text.
  public enum Column: Sendable, Equatable {
    /// nil where a value is missing.
    case numbers([DoubleDouble?])
    /// nil where a value is missing.
    case text([String?])
  }

  /// The names of the columns, in their order.
  public let names: [String]
  /// One column per name.
  public let columns: [Column]
  /// For each row the line of the file it came from.
  public let lines: [Int]

  public init(names: [String], columns: [Column], lines: [Int]) {
    self.names = names
    self.columns = columns
    self.lines = lines
  }

  /// The number of rows.
  public var rows: Int { lines.count }

  /// The column of a name.
  public subscript(name: String) -> Column? {
    names.firstIndex(of: name).map { columns[$0] }
  }
}
