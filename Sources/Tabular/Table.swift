/// A header and rows of text cells: what a CSV file holds, and what becomes one.
public struct Table: Sendable, Hashable {
  /// Names of the columns, left to right.
  public let columns: [String]
  /// In file order.
  public let rows: [Row]

  /// Cells in the order of the columns, and where they stand.
  public struct Row: Sendable, Hashable {
    public let cells: [String]
    public let location: SourceLocation

    public init(cells: [String], location: SourceLocation) { (self.cells, self.location) = (cells, location) }
  }

  /// Every row has as many cells as there are columns.
  public init(columns: [String], rows: [Row]) {
    precondition(rows.allSatisfy { $0.cells.count == columns.count }, "a row has one cell a column")
    (self.columns, self.rows) = (columns, rows)
  }

  /// Reads a CSV file; `nil` where the file as a whole cannot be read. Rows with a fault are reported and left
  /// out. For small tables: large ledgers are read record by record with `CSVReader`.
  public init?(csv bytes: [UInt8], file: String, _ problems: inout Problems) {
    guard let (header, body) = CSVReader.begin(bytes, file: file, &problems) else { return nil }
    var reader = body
    var rows: [Row] = []
    while reader.next() {
      if reader.reportFaults(columns: header.count, file: file, &problems) { continue }
      let location = SourceLocation(file: file, line: reader.line)
      rows.append(Row(cells: reader.cells.map(reader.text(of:)), location: location))
    }
    self.init(columns: header, rows: rows)
  }

  /// Where a column stands.
  public func index(of column: String) -> Int? { columns.firstIndex(of: column) }
}

extension CSVReader {
  /// Reads the header; `nil`, with the problem reported, where the file is not a comma-separated UTF-8 text.
  public static func begin(_ bytes: [UInt8], file: String, _ problems: inout Problems)
    -> (header: [String], body: CSVReader)?
  {
    let start = SourceLocation(file: file, line: 1)
    if TextFault.looksLikeUTF16(bytes) {
      problems.error(start, TextFault.utf16.what)
      return nil
    }
    if hasByteOrderMark(bytes) { problems.note(start, byteOrderMarkNote) }
    var reader = CSVReader(bytes: bytes)
    guard reader.next() else {
      problems.error(start, "the file is empty; write a header row with the names of its columns")
      return nil
    }
    if reader.reportFaults(columns: reader.cells.count, file: file, &problems) { return nil }
    let header = reader.cells.map(reader.text(of:))
    if looksSemicolonSeparated(header: header) {
      problems.error(start, semicolonWhat)
      return nil
    }
    return (header, reader)
  }

  /// Reports what keeps the record from being read as text cells under `columns` names, if anything does.
  public func reportFaults(columns: Int, file: String, _ problems: inout Problems) -> Bool {
    if let fault {
      problems.error(SourceLocation(file: file, line: fault.line), fault.kind.what)
    } else if let fault = TextFault.first(in: bytes, content) {
      problems.error(SourceLocation(file: file, line: line), fault.what)
    } else if cells.count != columns {
      let what = CSVReader.cellCountWhat(row: cells.count, header: columns)
      problems.error(SourceLocation(file: file, line: line), what)
    } else {
      return false
    }
    return true
  }
}
