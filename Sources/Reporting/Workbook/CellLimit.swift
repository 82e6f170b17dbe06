/// Cells of a row beside each other.
struct CellRun: Sendable, Hashable {
  let row: Int
  let columns: Range<Int>
}

/// What may be entered into cells of a row beside each other.
struct CellLimit: Sendable, Hashable {
  let row: Int
  let columns: Range<Int>
  let range: ClosedRange<Double>
  let message: String
}

extension CellStyle {
  /// What a cell of this style takes; `nil`: it is no input.
  fileprivate var limit: (range: ClosedRange<Double>, message: String)? {
    switch self {
    // The largest amount of a book, in units.
    case .amountInput:
      (-1e11...1e11, "Enter an amount: digits and a decimal sign, no letters and no currency.")
    case .rateInput, .shareInput: (0...1, "Enter a share from 0 to 1, such as 0.13 or 13 %.")
    default: nil
    }
  }
}

extension Sheet {
  /// Limits of all inputs; runs of equal ones are one. A share that lies outside 0 to 1 already, as where gifts are
  /// taken back, has none.
  var limits: [CellLimit] {
    let inputs = cells.filter { cell in
      guard let limit = cell.style.limit, case .number(let value) = cell.content else { return false }
      return limit.range.contains(value)
    }.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    var limits: [CellLimit] = []
    for cell in inputs {
      guard let (range, message) = cell.style.limit else { continue }
      if let last = limits.last, last.row == cell.row, last.columns.upperBound == cell.column,
        last.range == range
      {
        limits[limits.count - 1] = CellLimit(
          row: last.row, columns: last.columns.lowerBound..<cell.column + 1, range: range, message: message)
      } else {
        limits.append(
          CellLimit(row: cell.row, columns: cell.column..<cell.column + 1, range: range, message: message))
      }
    }
    return limits
  }
}
