import LinearAlgebra

/// Computes expressions over the kept rows of a table, a column at a time.
struct Evaluator {
  let table: KeptRows
  /// The formula, or the expression of the weights: what errors point into.
  let text: String

  /// The values of an expression; an error names the row where it has none.
  func values(of expression: Expression) throws(FormulaError) -> WideVector {
    switch expression.kind {
    case .number(let digits): return constant(DoubleDouble(decimal: digits) ?? DoubleDouble(.infinity))
    case .name(let name): return try table.numbers(name, text: text, place: expression.place)
    case .parentheses(let inner): return try values(of: inner)
    case .signed(let sign, let inner):
      let values = try values(of: inner)
      return sign == .minus ? values.elementwise { -$0 } : values
    case .call(let name, let inner): return try applied(Function(rawValue: name)!, inner, expression)
    case .sum(let first, let rest): return try sum(first, rest, expression)
    case .binary(let sign, let left, let right): return try combined(sign, left, right, expression)
    }
  }

  private func constant(_ value: DoubleDouble) -> WideVector {
    let count = table.rows.count
    let low = value.lo == 0 ? [] : [Double](repeating: value.lo, count: count)
    return WideVector(high: [Double](repeating: value.hi, count: count), low: low)
  }

  private func applied(
    _ function: Function, _ inner: Expression, _ whole: Expression
  ) throws(FormulaError) -> WideVector {
    let values = try values(of: inner)
    let result =
      switch function {
      case .identity: values
      case .log: values.elementwise { $0.hi > 0 ? $0.naturalLogarithm() : DoubleDouble(.nan) }
      case .exp: values.elementwise { $0.exponential() }
      case .sqrt: values.elementwise { $0.hi >= 0 ? $0.squareRoot() : DoubleDouble(.nan) }
      }
    try check(result, of: whole, from: [(inner, values)])
    return result
  }

  private func sum(
    _ first: Expression, _ rest: [Expression.Addend], _ whole: Expression
  ) throws(FormulaError) -> WideVector {
    var result = try values(of: first)
    for addend in rest {
      let values = try values(of: addend.value)
      let before = result
      result =
        addend.sign == .minus
        ? before.elementwise(values) { $0 - $1 } : before.elementwise(values) { $0 + $1 }
      try check(result, of: whole, from: [(addend.value, values)])
    }
    return result
  }

  private func combined(
    _ sign: Expression.Operator, _ left: Expression, _ right: Expression, _ whole: Expression
  ) throws(FormulaError) -> WideVector {
    let first = try values(of: left)
    if sign == .power, let exponent = right.wholeNumber, exponent.magnitude <= 1 << 20 {
      let result = first.elementwise { $0.power(exponent) }
      try check(result, of: whole, from: [(left, first)])
      return result
    }
    let second = try values(of: right)
    let result =
      switch sign {
      case .over: first.elementwise(second) { $0 / $1 }
      case .power: first.elementwise(second) { $0.power($1) }
      default: first.elementwise(second) { $0 * $1 }
      }
    try check(result, of: whole, from: [(left, first), (right, second)])
    return result
  }

  private func check(
    _ result: WideVector, of whole: Expression, from parts: [(expression: Expression, values: WideVector)]
  ) throws(FormulaError) {
    guard let row = result.firstNotFinite else { return }
    let operands = parts.map {
      FormulaError.Operand(expression: $0.expression.label, value: $0.values.high[row])
    }
    throw FormulaError(
      .noValue(whole.label, operands: operands, line: table.line(of: row)), text: text, place: whole.place)
  }
}
