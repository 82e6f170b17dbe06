/// What terms are made of: a column, a function of columns, or a factor.
struct Variable: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// A column as it stands: numbers, or text that becomes a factor.
    case column(String)
    /// A column made a factor whatever it holds.
    case factor(String)
    case arithmetic
  }

  let expression: Expression
  let kind: Kind
  /// What R calls it.
  let label: String

  /// Reads an expression as a variable; its arithmetic is checked.
  init(_ expression: Expression, text: String) throws(FormulaError) {
    self.expression = expression
    label = expression.label
    switch expression.kind {
    case .name(let name): kind = .column(name)
    case .call("factor", let inner), .call("as.factor", let inner):
      guard case .name(let name) = inner.kind else {
        throw FormulaError(
          .expected("the name of a column", found: inner.label), text: text, place: inner.place)
      }
      kind = .factor(name)
    default:
      try expression.checkArithmetic(text: text)
      kind = .arithmetic
    }
  }
}

/// The functions of columns.
enum Function: String, Sendable {
  case log
  case exp
  case sqrt
  case identity = "I"
}

extension Expression {
  /// Every call is a known function of numbers, every operator one of arithmetic.
  func checkArithmetic(text: String) throws(FormulaError) {
    switch kind {
    case .number, .name: break
    case .parentheses(let inner), .signed(_, let inner): try inner.checkArithmetic(text: text)
    case .call(let name, let inner):
      guard Function(rawValue: name) != nil else {
        let isTerm = ["factor", "as.factor", "offset"].contains(name)
        throw FormulaError(
          isTerm ? .misplaced(name + "()") : .unknownFunction(name), text: text, place: place)
      }
      try inner.checkArithmetic(text: text)
    case .sum(let first, let rest):
      try first.checkArithmetic(text: text)
      for addend in rest { try addend.value.checkArithmetic(text: text) }
    case .binary(let sign, let left, let right):
      guard sign != .colon else { throw FormulaError(.notArithmetic("':'"), text: text, place: place) }
      try left.checkArithmetic(text: text)
      try right.checkArithmetic(text: text)
    }
  }
}
