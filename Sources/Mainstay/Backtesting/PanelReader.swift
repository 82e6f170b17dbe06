import Forecasting
import LinearAlgebra
import Tabular

/// Reads the rows of a panel's file.
struct PanelReader {
  private var reader: CSVReader
  private let columns: PanelColumns
  private let cells: Int
  private let file: String
  /// One copy of each name.
  private var names: Set<String> = []

  static let years = 1900...2199

  init(_ reader: CSVReader, columns: PanelColumns, cells: Int, file: String) {
    (self.reader, self.columns, self.cells, self.file) = (reader, columns, cells, file)
  }

  /// Every row that can be read; what cannot is reported.
  mutating func rows(_ problems: inout Problems) -> [Panel.Row] {
    var rows: [Panel.Row] = []
    while reader.next() {
      if reader.reportFaults(columns: cells, file: file, &problems) { continue }
      guard rows.count < PanelFile.mostRows else {
        let what = "the file has more than \(PanelFile.mostRows) rows; leave out years or funds"
        problems.error(SourceLocation(file: file, line: reader.line), what)
        break
      }
      if let row = row(&problems) { rows.append(row) }
    }
    return rows
  }

  private mutating func row(_ problems: inout Problems) -> Panel.Row? {
    let contributor = name(columns.contributor, "contributor", &problems)
    let fund = name(columns.fund, columns.hasEntities ? "entity" : "fund", &problems)
    let year = year(&problems)
    let amount = amount(&problems)
    guard let contributor, let fund, let year, let amount else { return nil }
    let group = columns.group.map { pooled(reader.text(of: reader.cells[$0])) }
    return Panel.Row(
      contributor: contributor, fund: fund, group: group == "" ? nil : group, year: year, amount: amount)
  }

  private mutating func name(_ index: Int, _ column: String, _ problems: inout Problems) -> String? {
    let text = reader.text(of: reader.cells[index])
    if text.allSatisfy(\.isWhitespace) {
      problems.error(location, "\(column) is empty; write a name")
      return nil
    }
    if text == SeriesForecast.total {
      problems.error(location, "\(column) is '*', which stands for a fund's total; write another name")
      return nil
    }
    return pooled(text)
  }

  private func year(_ problems: inout Problems) -> Int? {
    let text = trimmed(columns.year)
    if text.utf8.count == 4, let year = Int(text), PanelReader.years.contains(year) { return year }
    problems.error(
      location,
      "year '\(shown(text))' is not a year from \(PanelReader.years.lowerBound) to "
        + "\(PanelReader.years.upperBound); write four digits, such as 2020")
    return nil
  }

  private func amount(_ problems: inout Problems) -> Double? {
    let text = trimmed(columns.amount)
    if text.isEmpty {
      problems.error(location, "amount is empty; write a number, or leave the row out")
      return nil
    }
    guard let amount = DoubleDouble(decimal: text)?.hi else {
      problems.error(
        location,
        "amount '\(shown(text))' is not a plain decimal number; write it without separators, such as 1234.50")
      return nil
    }
    guard amount.magnitude <= PanelFile.mostAmount else {
      problems.error(
        location, "amount \(shown(text)) is beyond 1000000000000000 in size; write it in larger units")
      return nil
    }
    return amount
  }

  private var location: SourceLocation { SourceLocation(file: file, line: reader.line) }

  private func trimmed(_ index: Int) -> Substring {
    let text = reader.text(of: reader.cells[index])
    let start = text.drop { $0 == " " || $0 == "\t" }
    guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return start[...last]
  }

  private func shown(_ text: Substring) -> String {
    text.count > 40 ? text.prefix(40) + "..." : String(text)
  }

  private mutating func pooled(_ name: String) -> String { names.insert(name).memberAfterInsert }
}
