import Formulas
import Regression
import Tabular

extension WorkbenchError {
  /// An estimator's error with lines of the file in place of rows.
  init(_ error: RegressionError, _ prepared: PreparedRegression) {
    let data = prepared.data
    func at(_ row: Int, _ what: String) -> WorkbenchError {
      let isRow = (0..<data.sample.rows).contains(row)
      return .table(
        SourceLocation(file: prepared.file, line: isRow ? data.line(ofRow: row) : 1), what)
    }
    let number = WorkbenchError.number
    let response = "the response '\(data.responseName)'"
    switch error {
    case .notFinite(let row, let column, let value):
      self = at(row, "column '\(column)' is \(value), not a finite number; correct the value or drop the row")
    case .responseNotFinite(let row, let value):
      self = at(row, "\(response) is \(value), not a finite number; correct the value or drop the row")
    case .invalidWeight(let row, let value):
      let name = prepared.request.weights ?? "weights"
      self = at(
        row,
        "the weight '\(name)' is \(number(value)), below zero or not finite; correct it or drop the row")
    case .outcomeOutOfRange(let row, let value):
      self = at(row, "\(response) is \(number(value)), not from 0 to 1; code no as 0 and yes as 1")
    case .responseOutOfRange(let row, let value, let allowed):
      self = at(row, "\(response) is \(number(value)), not \(allowed)")
    case .predictorOutOfRange(let row, let predictor, let allowed):
      self = at(
        row, "the linear predictor of \(data.responseName) is \(number(predictor)), not \(allowed)")
    case .leverageOfOne(let row, let kind):
      self = at(
        row,
        "a column is zero but for this row: its leverage is 1, for which \(kind) is not defined; take HC1")
    case .duplicatePeriod(let unit, let period, let rows):
      let lines = rows.map { String(data.line(ofRow: $0)) }.joined(separator: ", ")
      self = at(
        rows.last ?? 0,
        "unit '\(unit)' has several rows for period '\(period)' (lines \(lines)); keep one, or add them up")
    case .tooFewGroups, .invalidLag, .fewerRowsThanColumns, .noDegreesOfFreedom:
      self = .table(SourceLocation(file: prepared.file, line: 1), WorkbenchError.sentence(error))
    case .unsupported(let message): self = .request(WorkbenchError.clause(message))
    default: self = .numerical(WorkbenchError.wayOut(error, prepared))
    }
  }

  static func number(_ value: Double) -> String { NumberText.full(value) ?? "\(value)" }

  /// The way out by flags of the command.
  private static func wayOut(_ error: RegressionError, _ prepared: PreparedRegression) -> String {
    switch error {
    case .rankDeficient(let columns):
      "\(listed(columns)) \(columns.count == 1 ? "depends" : "depend") on columns further left; "
        + "leave out \(columns.count == 1 ? "the term" : "the terms"), or let --aliased drop do it"
    case .absorbed(let columns, let effects):
      "\(listed(columns)) \(columns.count == 1 ? "does" : "do") not vary within "
        + "\(effects.joined(separator: " and ")); leave out \(columns.count == 1 ? "the term" : "the terms"), "
        + "or let --aliased drop do it"
    case .separated(let columns, _):
      "\(listed(columns)) \(columns.count == 1 ? "tells" : "tell") the outcomes apart without error, so no "
        + "finite estimate exists; leave out a term, or take --bias firth"
    case .notConverged(let iterations, let change, let tolerance):
      "after \(iterations) iterations the estimates still change by \(NumberText.significant(change, 3)), "
        + "above \(NumberText.significant(tolerance, 3)); rescale the columns or leave out a term"
    default: sentence(error)
    }
  }

  private static func listed(_ columns: [String]) -> String {
    (columns.count == 1 ? "column " : "columns ") + columns.map { "'\($0)'" }.joined(separator: ", ")
  }

  private static func sentence(_ error: RegressionError) -> String { clause(error.description) }

  /// The way out behind a semicolon, as everywhere in the product.
  private static func clause(_ message: String) -> String {
    guard let range = message.lastRange(of: ": ") else { return message }
    return message[..<range.lowerBound] + "; " + message[range.upperBound...]
  }
}

extension String {
  /// Where a text last stands.
  fileprivate func lastRange(of text: String) -> Range<String.Index>? {
    var index = endIndex
    while index > startIndex {
      index = self.index(before: index)
      if self[index...].hasPrefix(text) { return index..<self.index(index, offsetBy: text.count) }
    }
    return nil
  }
}
