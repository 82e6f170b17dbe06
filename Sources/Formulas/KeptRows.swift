import LinearAlgebra
import Regression

/// The rows of a table in which nothing that is used is missing.
struct KeptRows: Sendable {
  let frame: Frame
  /// The kept rows, ascending, from zero.
  let rows: [Int]
  /// The lines of the rows left out.
  let omittedLines: [Int]
  private let indices: [String: Int]

  /// The rows that miss none of the columns (names known to the table).
  init(_ frame: Frame, columns: [String]) {
    self.frame = frame
    indices = Dictionary(zip(frame.names, frame.names.indices)) { first, _ in first }
    var isKept = [Bool](repeating: true, count: frame.rows)
    for name in columns {
      guard let index = indices[name] else { continue }
      KeptRows.dropMissing(in: frame.columns[index], &isKept)
    }
    rows = isKept.indices.filter { isKept[$0] }
    omittedLines = isKept.indices.filter { !isKept[$0] }.map { frame.lines[$0] }
  }

  private static func dropMissing(in column: Frame.Column, _ isKept: inout [Bool]) {
    switch column {
    case .numbers(let values):
      for row in values.indices where values[row] == nil { isKept[row] = false }
    case .text(let values):
      for row in values.indices where values[row] == nil { isKept[row] = false }
    }
  }

  /// The line of the file of a kept row.
  func line(of row: Int) -> Int { frame.lines[rows[row]] }

  /// A column, wherever the formula names it.
  func column(_ name: String, text: String, place: Int?) throws(FormulaError) -> Frame.Column {
    guard let index = indices[name] else {
      throw FormulaError(.unknownColumn(name, known: frame.names), text: text, place: place)
    }
    return frame.columns[index]
  }

  /// The first text of a column, and its line, where other kept rows hold numbers; else nil.
  func textAmongNumbers(
    _ name: String, text: String, place: Int?
  ) throws(FormulaError) -> (value: String, line: Int)? {
    guard case .text(let values) = try column(name, text: text, place: place) else { return nil }
    var word: (value: String, line: Int)?
    var hasNumbers = false
    for (row, source) in rows.enumerated() {
      let value = values[source] ?? ""
      if DoubleDouble(decimal: value) != nil {
        hasNumbers = true
      } else if word == nil {
        word = (value, line(of: row))
      }
      if hasNumbers, word != nil { return word }
    }
    return nil
  }

  /// The numbers of a column in the kept rows.
  func numbers(_ name: String, text: String, place: Int?) throws(FormulaError) -> WideVector {
    switch try column(name, text: text, place: place) {
    case .numbers(let values):
      var high = [Double](repeating: 0, count: rows.count)
      var low = high
      var isPlain = true
      for (row, source) in rows.enumerated() {
        guard let value = values[source], value.hi.isFinite else {
          throw missing(name, row: row, text: text, place: place)
        }
        high[row] = value.hi
        low[row] = value.lo
        if value.lo != 0 { isPlain = false }
      }
      return WideVector(high: high, low: isPlain ? [] : low)
    case .text(let values):
      throw FormulaError(
        .textWhereNumber(column: name, value: values[rows[0]] ?? "", line: line(of: 0)), text: text,
        place: place)
    }
  }

  /// The groups of a column in the kept rows: text by its labels, numbers by their values.
  func grouping(_ name: String, text: String, place: Int?) throws(FormulaError) -> Grouping {
    switch try column(name, text: text, place: place) {
    case .numbers:
      return KeptRows.grouping(name, values: try numbers(name, text: text, place: place).high)
    case .text(let values):
      var labels: [String] = []
      labels.reserveCapacity(rows.count)
      for (row, source) in rows.enumerated() {
        guard let label = values[source] else { throw missing(name, row: row, text: text, place: place) }
        labels.append(label)
      }
      return Grouping(name: name, labels: labels)
    }
  }

  private static func grouping(_ name: String, values: [Double]) -> Grouping {
    let levels = Set(values).sorted()
    let codes = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, Int32($0)) })
    return Grouping(name: name, levels: levels.map(RNumber.level), codes: values.map { codes[$0]! })
  }

  private func missing(_ name: String, row: Int, text: String, place: Int?) -> FormulaError {
    FormulaError(.missingValue(column: name, line: line(of: row)), text: text, place: place)
  }
}
