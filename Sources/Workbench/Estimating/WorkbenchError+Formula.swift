import Formulas
import Tabular

extension WorkbenchError {
  /// What is wrong with a formula is wrong with the request; what is wrong with values has a line.
  init(_ error: FormulaError, file: String, words: [String: (line: Int, text: String)]) {
    switch error.problem {
    case .textWhereNumber(let column, let value, let line):
      let word = words[column] ?? (line, value)
      self = .table(
        SourceLocation(file: file, line: word.line),
        "column '\(column)' holds the text '\(word.text)' where the formula needs a number; "
          + "write a plain decimal number, or leave the cell empty where the value is missing")
    case .numbersAndText(let column, let value, let line):
      self = .table(
        SourceLocation(file: file, line: line),
        "column '\(column)' holds the text '\(value)' among its numbers; write a plain decimal number, "
          + "leave the cell empty where the value is missing, or write factor(\(column)) if the column names groups"
      )
    case .noValue(_, _, let line):
      self = .table(SourceLocation(file: file, line: line), WorkbenchError.withoutLine(error.message, line))
    case .missingValue(let column, let line):
      self = .table(
        SourceLocation(file: file, line: line), "column '\(column)' has no value; write one or drop the row")
    case .oneLevel, .textResponse, .emptyTable, .allMissing:
      self = .table(SourceLocation(file: file, line: 1), error.message)
    default: self = .request(error.description)
    }
  }

  private static func withoutLine(_ message: String, _ line: Int) -> String {
    let prefix = "line \(line): "
    return (message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message)
      + "; correct the value, or leave its cell empty to leave out the row"
  }
}
