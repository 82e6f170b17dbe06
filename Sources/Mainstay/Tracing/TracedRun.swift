import Finance
import Records
import Reporting
import Scenarios
import Tabular

/// A report read back with the run that made it: its tables held to their digests, its inputs found unchanged.
struct TracedRun {
  /// Folder of the report.
  let path: String
  let manifest: RunManifest
  let bookFolder: String
  let run: PreparedRun
  private let folder: BookFolder
  private let tables: [ReportTable: IndexedTable]

  /// - Parameter wanted: a table to be read beside the six that every report has.
  /// - Throws: `FolderError` where the folder is no report of ours, was changed, or its inputs were; what
  ///   `MainJob.prepare` throws.
  init(_ path: String, book: String?, prior: String?, wanted: ReportTable? = nil) throws {
    let verification = try Verification(path, book: book, prior: prior)
    guard let folder = BookFolder(path: path) else { throw FolderError("\(path): there is no such folder") }
    (self.path, self.folder, manifest) = (path, folder, verification.manifest)
    bookFolder = verification.bookFolder
    var tables: [ReportTable: IndexedTable] = [:]
    for table in ReportTable.allCases where table != .sweep || wanted == .sweep {
      let bytes = try FrozenRun.read(table.rawValue, folder, manifest)
      tables[table] = try IndexedTable(table, bytes, file: folder.displayName(table.rawValue))
    }
    self.tables = tables
    run = try verification.prepare()
    try refuseChangedInputs()
  }

  /// The report's text, line by line.
  func textLines() throws -> [String] {
    let text = String(decoding: try FrozenRun.read(TraceTarget.text, folder, manifest), as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  func table(_ table: ReportTable) -> IndexedTable? { tables[table] }

  /// The printed value of a row and where it stands; `nil` for a row there is not.
  func value(_ row: ReportRow) -> (text: String, place: String)? {
    tables[row.table]?.find(row).map { ($0.text, "\(row.table.rawValue):\($0.line)") }
  }

  /// A value as a number.
  func number(_ row: ReportRow) -> Double? { value(row).flatMap { Double($0.text) } }

  private func refuseChangedInputs() throws(FolderError) {
    let now = run.assumptions.book.inputs + run.assumptions.scenario.files
    let before = Dictionary(
      manifest.inputs.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    for input in now where before[input.name] != input.sha256 {
      throw FolderError(
        "\(bookFolder)/\(input.name): not what the report was made from: its SHA-256 is \(input.sha256), run.json "
          + "says \(before[input.name] ?? "nothing of it"); bring the file back, or run the scenario again")
    }
    let names = Set(now.map(\.name))
    if let gone = manifest.inputs.first(where: { !names.contains($0.name) }) {
      throw FolderError(
        "\(bookFolder)/\(gone.name): not found, and the report was made from it (SHA-256 \(gone.sha256)); bring "
          + "the file back, or run the scenario again")
    }
  }
}

/// A table of a report by the keys of its rows.
struct IndexedTable {
  let table: ReportTable
  let rows: [Table.Row]
  private let columns: [String]
  private let keys: [ReportRow]
  private let valueColumn: Int
  private let index: [ReportRow: Int]

  /// - Throws: `FolderError` where the bytes are no such table.
  init(_ table: ReportTable, _ bytes: [UInt8], file: String) throws(FolderError) {
    var problems = Problems()
    guard let read = Table(csv: bytes, file: file, &problems), !problems.hasErrors else {
      throw FolderError(problems)
    }
    let places = table.keyColumns.compactMap(read.index(of:))
    guard places.count == table.keyColumns.count, let value = read.index(of: table.valueColumn) else {
      throw FolderError(
        "\(file): its columns are \(read.columns.joined(separator: ", ")), expected are "
          + "\((table.keyColumns + [table.valueColumn]).joined(separator: ", ")); run the scenario again with this "
          + "version")
    }
    (self.table, rows, valueColumn) = (table, read.rows, value)
    columns = read.columns
    keys = read.rows.map { row in ReportRow(table, places.map { row.cells[$0] }) }
    index = Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Lines of the file.
  var lastLine: Int { rows.last?.location.line ?? 1 }

  func find(_ row: ReportRow) -> (text: String, line: Int)? {
    index[row].map { (rows[$0].cells[valueColumn], rows[$0].location.line) }
  }

  /// The row on a line of the file.
  func row(line: Int) -> ReportRow? {
    rows.firstIndex { $0.location.line == line }.map { keys[$0] }
  }

  /// Another cell of a row; `nil` for a row or a column there is not.
  func cell(_ column: String, of row: ReportRow) -> String? {
    guard let place = columns.firstIndex(of: column) else { return nil }
    return index[row].map { rows[$0].cells[place] }
  }

  /// Rows whose key fits, in file order.
  func all(_ fits: (ReportRow) -> Bool) -> [ReportRow] { keys.filter(fits) }
}
