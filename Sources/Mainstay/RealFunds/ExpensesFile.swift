import LinearAlgebra
import Tabular
import Workbench

/// A CSV file of what funds spent: `fund`, `year`, `expenses`, and `fund_name` where there is one. Other columns
/// are ignored; an empty amount is one that is not published.
struct ExpensesFile {
  let name: String
  let sha256: String
  /// By fund and year.
  let spent: [String: [Int: Double]]
  let names: [String: String]

  /// - Throws: `WorkbenchError.table` with every problem found, by file and line.
  init(path: String) throws(WorkbenchError) {
    let file = try DataFile(path: path)
    try self.init(bytes: file.bytes, name: file.name)
  }

  init(bytes: [UInt8], name: String) throws(WorkbenchError) {
    var problems = Problems()
    guard let table = Table(csv: bytes, file: name, &problems) else { throw .table(problems) }
    var reader = ExpensesReader(table, file: name, &problems)
    reader?.read(&problems)
    guard let reader, !problems.hasErrors else { throw .table(problems) }
    (self.name, sha256) = (name, SHA256.hexDigest(of: bytes))
    (spent, names) = (reader.spent, reader.names)
  }
}

private struct ExpensesReader {
  private let table: Table
  private let columns: (fund: Int, year: Int, expenses: Int)
  private(set) var spent: [String: [Int: Double]] = [:]
  private(set) var names: [String: String] = [:]

  init?(_ table: Table, file: String, _ problems: inout Problems) {
    func place(_ name: String, _ problems: inout Problems) -> Int? {
      if let index = table.index(of: name) { return index }
      problems.error(
        SourceLocation(file: file, line: 1),
        "column '\(name)' is missing; the header needs fund, year and expenses")
      return nil
    }
    let fund = place("fund", &problems)
    let year = place("year", &problems)
    let expenses = place("expenses", &problems)
    guard let fund, let year, let expenses else { return nil }
    (self.table, columns) = (table, (fund, year, expenses))
  }

  mutating func read(_ problems: inout Problems) {
    let title = table.index(of: "fund_name")
    for row in table.rows {
      let (fund, year) = (row.cells[columns.fund], row.cells[columns.year])
      guard year.utf8.count == 4, let year = Int(year), PanelReader.years.contains(year) else {
        problems.error(
          row.location, "year '\(year.prefix(40))' is not a year; write four digits, such as 2020")
        continue
      }
      if let title { names[fund] = row.cells[title] }
      let text = row.cells[columns.expenses]
      if text.isEmpty { continue }
      guard let amount = DoubleDouble(decimal: text[...])?.hi, amount.magnitude <= PanelFile.mostAmount else {
        problems.error(
          row.location,
          "expenses '\(text.prefix(40))' is not a plain decimal number; write it without separators, such as 1234.50"
        )
        continue
      }
      guard spent[fund, default: [:]].updateValue(amount, forKey: year) == nil else {
        problems.error(row.location, "fund '\(fund.prefix(40))' has \(year) twice; leave one of the rows out")
        continue
      }
    }
  }
}
