import Finance
import Tabular

/// Cells of the current row as values. Each reports what is wrong with its cell and returns `nil`; a row's
/// cells are all read before the row is given up, so that one pass finds every fault.
extension Sheet {
  mutating func error(_ what: @autoclosure () -> String) { problems.error(location, what()) }

  func isEmpty(_ column: Column) -> Bool { cell(column)?.isEmpty ?? true }

  /// The text of a cell; empty where there is none.
  mutating func text(_ column: Column) -> String {
    guard let cell = cell(column) else { return "" }
    return cell.hasDoubledQuotes ? reader.text(of: cell) : pool.string(reader.bytes, cell.range)
  }

  /// The text of a cell that hardly comes twice in a file.
  func rareText(_ column: Column) -> String { cell(column).map(reader.text(of:)) ?? "" }

  /// A text that must not be empty.
  mutating func required(_ column: Column) -> String? {
    let text = text(column)
    if !text.isEmpty { return text }
    error("\(column.name) is empty; write a value")
    return nil
  }

  /// A text shown to readers: not empty and not like a spreadsheet formula.
  mutating func displayText(_ column: Column) -> String? {
    guard let text = required(column) else { return nil }
    guard FreeText.looksLikeFormula(text) else { return text }
    error(Wording.formula(column.name, text))
    return nil
  }

  mutating func identifier(_ column: Column) -> String? {
    guard let text = required(column) else { return nil }
    if Identifier.isValid(text) { return text }
    error("\(column.name) '\(Wording.shown(text))' is not \(Wording.anIdentifier)")
    return nil
  }

  /// Hundredths of a unit.
  mutating func cents(_ column: Column) -> Int? {
    guard let cell = cell(column), !cell.isEmpty else {
      error("\(column.name) is empty; write an amount, 0 for none")
      return nil
    }
    switch PlainNumber.cents(reader.bytes[cell.range]) {
    case .success(let cents): return cents
    case .failure(let fault):
      let text = reader.text(of: cell)
      error(Wording.decimal(column.name, text, fault))
      return nil
    }
  }

  /// Hundredths of a unit, or `.some(nil)` for an empty cell.
  mutating func optionalCents(_ column: Column) -> Int?? {
    if isEmpty(column) { return .some(nil) }
    return cents(column).map { .some($0) }
  }

  mutating func currency(_ column: Column) -> Currency? {
    guard let text = required(column) else { return nil }
    if text == context.budgetCurrency?.code { return context.budgetCurrency }
    if let currency = Currency(active: text) { return currency }
    error(Wording.unknownCurrency(text))
    return nil
  }

  mutating func money(_ amount: Column, _ currency: Column) -> Money? {
    let cents = cents(amount)
    guard let currency = self.currency(currency), let cents else { return nil }
    return Money(cents: cents, currency: currency)
  }

  /// A whole number within `range`.
  mutating func integer(_ column: Column, in range: ClosedRange<Int>) -> Int? {
    guard let text = required(column) else { return nil }
    if let number = PlainNumber.integer(text), range.contains(number) { return number }
    error(
      "\(column.name) '\(Wording.shown(text))' is not "
        + "a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  mutating func yesOrNo(_ column: Column) -> Bool? {
    guard let text = required(column) else { return nil }
    if let answer = PlainNumber.yesOrNo(text) { return answer }
    error("\(column.name) '\(Wording.shown(text))' is neither yes nor no; write one of them")
    return nil
  }

  /// One of the words of an enumeration.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ column: Column) -> Choice? {
    guard let text = required(column) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    error(Wording.unknown(column.name, text, known: Choice.allCases.map(\.rawValue)))
    return nil
  }
}
