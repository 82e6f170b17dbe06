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
  public var text: String { CSVDocument.text(of: [columns.map { .identifier($0) }]) + body }

  /// The rows without the header: for a file that is written part by part.
  public var body: String { CSVDocument.text(of: rows) }

  private static func text(of rows: [[Cell]]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(48 * rows.count)
    for row in rows { write(row, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ row: [Cell], to bytes: inout [UInt8]) {
    for (index, cell) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .text(let text): write(FreeText.looksLikeFormula(text) ? "'" + text : text, to: &bytes)
      case .number(let text), .identifier(let text): write(text, to: &bytes)
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// In quotes where it holds a comma, a quote or a line end.
  private static func write(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      guard utf8.contains(where: needsQuotes) else {
        bytes.append(contentsOf: utf8)
        return
      }
      let quote = UInt8(ascii: "\"")
      bytes.append(quote)
      for byte in utf8 {
        if byte == quote { bytes.append(quote) }
        bytes.append(byte)
      }
      bytes.append(quote)
    }
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
