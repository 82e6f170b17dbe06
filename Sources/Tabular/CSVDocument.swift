/// A CSV file to be written: RFC 4180 quoting, LF line ends, typed cells.
public struct CSVDocument: Sendable, Hashable {
  /// A cell by what it holds, which decides how it is written.
  public enum Cell: Sendable, Hashable {
    /// Free text; a leading `'` keeps a spreadsheet from taking it for a formula.
    case text(String)
    /// A number in plain characters, written as it stands.
    case number(String)
    /// A name of ours, date or code, written as it stands.
    case identifier(String)
  }

  /// Names of the columns, left to right.
  public let columns: [String]
  public private(set) var rows: [[Cell]] = []

  public init(columns: [String]) { self.columns = columns }

  /// One cell a column.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "\(row.count) cells for \(columns.count) columns")
    rows.append(row)
  }

  /// The whole file: a header row, then the rows.
  public var text: String { columns.map(CSVDocument.quoted).joined(separator: ",") + "\n" + body }

  /// The rows without the header: for a file that is written part by part.
  public var body: String {
    var text = ""
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { text += "," }
        text += CSVDocument.written(cell)
      }
      text += "\n"
    }
    return text
  }

  static func written(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): quoted(FreeText.looksLikeFormula(text) ? "'" + text : text)
    case .number(let text), .identifier(let text): quoted(text)
    }
  }

  /// In quotes where it holds a comma, a quote or a line end.
  static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: needsQuotes) else { return text }
    var result = "\""
    for character in text.unicodeScalars {
      if character == "\"" { result += "\"" }
      result.unicodeScalars.append(character)
    }
    return result + "\""
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13: true
    default: false
    }
  }
}

extension Table {
  /// The table as CSV, every cell free text.
  public var csv: String {
    var document = CSVDocument(columns: columns)
    for row in rows { document.append(row.cells.map { .text($0) }) }
    return document.text
  }
}
