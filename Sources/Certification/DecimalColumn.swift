/// A named column of numbers as decimal text: what a data file holds before anything is rounded.
public struct DecimalColumn: Sendable, Equatable {
  public let name: String
  /// One text per row.
  public let values: [String]

  public init(name: String, values: [String]) {
    self.name = name
    self.values = values
  }

  /// The columns of a text with a line of names and a line per row, words apart by spaces.
  static func columns(_ table: String) -> [DecimalColumn] {
    let lines = table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    return (lines.first ?? []).enumerated().map { index, name in
      DecimalColumn(name: name, values: lines.dropFirst().map { $0[index] })
    }
  }
}
