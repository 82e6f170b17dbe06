@testable import Reporting

/// Reckons a workbook's formulas as a spreadsheet does: only what these workbooks use, and nothing of the engine.
final class FormulaReckoner {
  indirect enum Value {
    case number(Double)
    case text(String)
    case list([Value])
  }

  private var contents: [String: Sheet.Content] = [:]
  private var known: [String: Value] = [:]

  /// - Parameter inputs: contents of cells, such as `contributions!C6`, in place of the workbook's.
  init(_ workbook: Workbook, inputs: [String: Double] = [:]) {
    for sheet in workbook.sheets {
      for cell in sheet.cells {
        contents["\(sheet.name)!\(Place.name(row: cell.row, column: cell.column))"] = cell.content
      }
    }
    for (cell, value) in inputs { contents[cell] = .number(value) }
  }

  /// What a cell comes to; an empty one is 0.
  func value(_ cell: String) -> Value {
    if let found = known[cell] { return found }
    let value: Value =
      switch contents[cell] {
      case .number(let number): .number(number)
      case .text(let text): .text(text)
      case .formula(let formula, _), .wordFormula(let formula, _): reckon(formula, in: cell)
      case nil: .number(0)
      }
    known[cell] = value
    return value
  }

  private func reckon(_ formula: String, in cell: String) -> Value {
    precondition(formula.hasPrefix("="), "\(cell): \(formula)")
    let sheet = String(cell.prefix { $0 != "!" })
    var reading = FormulaReading(signs: Array(formula.dropFirst()), sheet: sheet, book: self)
    let value = reading.comparison()
    precondition(reading.isDone, "\(cell): \(formula): stopped at \(reading.place)")
    return value
  }
}

/// One formula, read from left to right.
private struct FormulaReading {
  typealias Value = FormulaReckoner.Value
  let signs: [Character]
  let sheet: String
  let book: FormulaReckoner
  var place = 0

  init(signs: [Character], sheet: String, book: FormulaReckoner) {
    (self.signs, self.sheet, self.book) = (signs, sheet, book)
  }

  var isDone: Bool { place == signs.count }
  private var next: Character? { place < signs.count ? signs[place] : nil }

  private mutating func take(_ sign: Character) -> Bool {
    guard next == sign else { return false }
    place += 1
    return true
  }

  // MARK: Signs between values

  mutating func comparison() -> Value {
    let left = sum()
    guard take(">") else { return left }
    return .number(number(left) > number(sum()) ? 1 : 0)
  }

  private mutating func sum() -> Value {
    var total = product()
    while let sign = next, sign == "+" || sign == "-" {
      place += 1
      let other = number(product())
      total = .number(sign == "+" ? number(total) + other : number(total) - other)
    }
    return total
  }

  private mutating func product() -> Value {
    var total = primary()
    while let sign = next, sign == "*" || sign == "/" {
      place += 1
      total = combine(total, primary()) { sign == "*" ? $0 * $1 : $0 / $1 }
    }
    return total
  }

  private func combine(_ left: Value, _ right: Value, _ work: (Double, Double) -> Double) -> Value {
    if case .list(let lefts) = left, case .list(let rights) = right {
      precondition(
        lefts.count == rights.count, "\(String(signs)): ranges of \(lefts.count) and \(rights.count)")
      return .list(zip(lefts, rights).map { .number(work(number($0), number($1))) })
    }
    return .number(work(number(left), number(right)))
  }

  // MARK: Values

  private mutating func primary() -> Value {
    if take("-") { return .number(-number(primary())) }
    if take("(") {
      let value = comparison()
      precondition(take(")"), "\(String(signs)): no )")
      return value
    }
    if take("\"") {
      let text = word { $0 != "\"" }
      place += 1
      return .text(text)
    }
    if let sign = next, sign.isNumber { return .number(Double(word { $0.isNumber || $0 == "." }) ?? .nan) }
    return nameOrCell()
  }

  private mutating func nameOrCell() -> Value {
    var sheet = self.sheet
    if take("'") {
      sheet = word { $0 != "'" }
      place += 1
      precondition(take("!"), "\(String(signs)): no ! after the sheet")
    }
    var name = word { $0.isLetter || $0.isNumber || $0 == "$" }
    if take("(") { return function(name) }
    if take("!") {
      sheet = name
      name = word { $0.isLetter || $0.isNumber || $0 == "$" }
    }
    let first = name.filter { $0 != "$" }
    guard take(":") else { return book.value("\(sheet)!\(first)") }
    let last = word { $0.isLetter || $0.isNumber || $0 == "$" }.filter { $0 != "$" }
    return column(sheet, first, last)
  }

  /// A range of one column.
  private func column(_ sheet: String, _ first: String, _ last: String) -> Value {
    let letters = first.filter(\.isLetter)
    precondition(letters == last.filter(\.isLetter), "\(first):\(last) is not one column")
    let rows = (Int(first.filter(\.isNumber)) ?? 0)...(Int(last.filter(\.isNumber)) ?? 0)
    return .list(rows.map { book.value("\(sheet)!\(letters)\($0)") })
  }

  private mutating func word(_ belongs: (Character) -> Bool) -> String {
    let start = place
    while let sign = next, belongs(sign) { place += 1 }
    return String(signs[start..<place])
  }

  // MARK: Functions

  private mutating func function(_ name: String) -> Value {
    var values: [Value] = []
    if !take(")") {
      repeat { values.append(comparison()) } while take(",")
      precondition(take(")"), "\(String(signs)): no ) after \(name)")
    }
    switch name {
    case "ROUND": return round(values[0], places: Int(number(values[1])))
    case "SUM", "SUMPRODUCT": return .number(numbers(values).reduce(0, +))
    case "MAX": return .number(numbers(values).max() ?? 0)
    case "MIN": return .number(numbers(values).min() ?? 0)
    case "IF": return number(values[0]) != 0 ? values[1] : values[2]
    case "SUMIF": return sumIf(list(values[0]), values[1], list(values[2]))
    case "MATCH":
      let wanted = number(values[0])
      return .number(Double((list(values[1]).firstIndex { number($0) == wanted } ?? -1) + 1))
    case "INDEX": return list(values[0])[Int(number(values[1])) - 1]
    default: preconditionFailure("\(String(signs)): no function \(name)")
    }
  }

  private func round(_ value: Value, places: Int) -> Value {
    if case .list(let values) = value { return .list(values.map { round($0, places: places) }) }
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    // Spreadsheets take what differs from half a unit in the 15th digit for a half.
    let scaled = number(value) * scale
    let half = scaled.rounded(.towardZero) + (scaled < 0 ? -0.5 : 0.5)
    let isHalf = (scaled - half).magnitude <= 1e-15 * scaled.magnitude
    return .number((isHalf ? half : scaled).rounded(.toNearestOrAwayFromZero) / scale)
  }

  private func sumIf(_ keys: [Value], _ wanted: Value, _ amounts: [Value]) -> Value {
    guard case .text(let wanted) = wanted else { preconditionFailure("\(String(signs)): no word") }
    return .number(
      zip(keys, amounts).reduce(0) { sum, pair in
        if case .text(wanted) = pair.0 { sum + number(pair.1) } else { sum }
      })
  }

  private func numbers(_ values: [Value]) -> [Double] { values.flatMap(list).map(number) }

  private func list(_ value: Value) -> [Value] {
    if case .list(let values) = value { values } else { [value] }
  }

  private func number(_ value: Value) -> Double {
    guard case .number(let number) = value else {
      preconditionFailure("\(String(signs)): \(value) is no number")
    }
    return number
  }
}
