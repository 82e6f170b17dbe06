import Finance
import Tabular

/// A CSV file of a book being read, one visible row at a time.
///
/// Rows not known on the as-of date are passed over before anything else of them is looked at, and their bytes
/// are left out of the digest.
struct Sheet {
  /// A column of the schema and where it stands in this file.
  struct Column {
    let name: String
    let position: Int?
  }

  let schema: FileSchema
  /// The file as messages name it.
  let file: String
  let context: ReadingContext
  var problems: Problems
  var pool = StringPool()
  private(set) var reader: CSVReader
  private let header: [String]
  private let knownOnColumn: Column
  /// The columns `known_on` is taken from where a row does not say; the second where the first is empty.
  private let dated: (first: Column, second: Column)
  /// What `known_on` of the row is, or would be.
  private(set) var knownOn: CalendarDate?
  private(set) var visibleRows = 0
  private var digest = SHA256()
  private var digested = 0

  /// `nil` where the header cannot be read or lacks a column.
  init?(
    _ schema: FileSchema, bytes: [UInt8], file: String, context: ReadingContext, _ problems: inout Problems
  ) {
    guard let (header, body) = CSVReader.begin(bytes, file: file, &problems),
      HeaderCheck(schema: schema, header: header, file: file).passes(&problems)
    else { return nil }
    (self.schema, self.file, self.context, self.header, self.reader) = (schema, file, context, header, body)
    self.problems = Problems()
    knownOnColumn = Sheet.column("known_on", header)
    let names = schema.knownOn.columns
    dated = (Sheet.column(names.first, header), Sheet.column(names.second, header))
  }

  func column(_ name: String) -> Column { Sheet.column(name, header) }

  private static func column(_ name: String, _ header: [String]) -> Column {
    Column(name: name, position: header.firstIndex(of: name))
  }

  var location: SourceLocation { SourceLocation(file: file, line: reader.line) }

  /// Rows the file has at most.
  var mostRows: Int { reader.bytes.count { $0 == UInt8(ascii: "\n") } }

  /// Moves on to the next visible row that is well formed; `false` at the end.
  mutating func next() -> Bool {
    while reader.next() {
      knownOn = readKnownOn()
      if let asOf = context.asOf, let knownOn, knownOn > asOf, isWhole || knownOn.year > asOf.year {
        drop()
        continue
      }
      visibleRows += 1
      if !reader.reportFaults(columns: header.count, file: file, &problems) { return true }
    }
    return false
  }

  /// Whether the row's cells stand under their headings. A row that lost or won a cell may have lost its
  /// `known_on`: it is passed over only where it speaks of a later year altogether, otherwise it is reported.
  private var isWhole: Bool { reader.fault == nil && reader.cells.count == header.count }

  /// SHA-256 of the file less the dropped rows, once every row is read.
  consuming func finishDigest() -> String {
    digest.update(reader.bytes[digested...])
    return digest.finish()
  }

  private mutating func drop() {
    digest.update(reader.bytes[digested..<reader.record.lowerBound])
    digested = reader.record.upperBound
  }
}

// MARK: - When a row is known
extension Sheet {
  private func readKnownOn() -> CalendarDate? {
    if let cell = cell(knownOnColumn), !cell.isEmpty {
      return PlainDate.day(reader.bytes, cell.range)
    }
    switch schema.knownOn {
    case .required: return nil
    case .earliest: return Sheet.earliest
    case .occasion: return day(dated.first) ?? year(dated.second).map(CalendarDate.endOfYear)
    case .day: return day(dated.first)
    case .endOfYear: return year(dated.first).map(CalendarDate.endOfYear)
    case .startOfYear: return year(dated.first).flatMap { CalendarDate(year: $0, month: 1, day: 1) }
    case .endOfMonth: return month(dated.first)?.lastDay
    }
  }

  static let earliest = CalendarDate(year: 1, month: 1, day: 1)

  func day(_ column: Column) -> CalendarDate? {
    cell(column).flatMap { PlainDate.day(reader.bytes, $0.range) }
  }

  func month(_ column: Column) -> Month? {
    cell(column).flatMap { PlainDate.month(reader.bytes, $0.range) }
  }

  func year(_ column: Column) -> Int? {
    cell(column).flatMap { PlainDate.year(reader.bytes, $0.range) }
  }

  /// The cell of a column; `nil` where the file has no such column or the row is too short.
  func cell(_ column: Column) -> CSVReader.Cell? {
    guard let position = column.position, position < reader.cells.count else { return nil }
    return reader.cells[position]
  }
}
