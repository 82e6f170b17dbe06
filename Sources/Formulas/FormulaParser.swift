/// Reads tokens as expressions, with R's precedence: `^`, signs, `:`, `* /`, `+ -`, `|`, `~`.
struct FormulaParser {
  /// A formula as written.
  struct Parsed {
    let response: Expression
    let terms: Expression
    let effects: [(name: String, place: Int)]
  }

  private let text: String
  private let tokens: [Token]
  private var next = 0
  private var nesting = 0

  init(_ text: String) throws(FormulaError) {
    self.text = text
    tokens = try FormulaLexer.tokens(of: text)
  }

  /// A whole formula: `response ~ terms`, with effects behind `|`.
  mutating func formula() throws(FormulaError) -> Parsed {
    if tokens[0].kind == .symbol("~") { throw expected("a response before '~'") }
    let response = try expression()
    guard take("~") else { throw expected("an operator or '~'") }
    let terms = try expression()
    var effects: [(String, Int)] = []
    if take("|") { effects = try names() }
    guard tokens[next].kind == .end else {
      throw expected(effects.isEmpty ? "an operator, '|' or the end" : "'+' or the end")
    }
    return Parsed(response: response, terms: terms, effects: effects)
  }

  /// A whole expression, such as weights.
  mutating func wholeExpression() throws(FormulaError) -> Expression {
    let result = try expression()
    guard tokens[next].kind == .end else { throw expected("an operator or the end") }
    return result
  }

  private mutating func names() throws(FormulaError) -> [(String, Int)] {
    var result: [(String, Int)] = []
    repeat {
      guard case .name(let name, _) = tokens[next].kind else { throw expected("the name of a column") }
      result.append((name, tokens[next].place))
      next += 1
    } while take("+")
    return result
  }

  /// Everything that binds closer than a precedence.
  private mutating func expression(above precedence: Int = 0) throws(FormulaError) -> Expression {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= FormulaLimit.depth else { throw failure(.tooDeep) }
    var left = try operand()
    var addends: [Expression.Addend] = []
    while let sign = currentOperator, sign.precedence > precedence {
      let place = tokens[next].place
      next += 1
      // A power takes powers on its right; everything else takes its left first.
      let right = try expression(above: sign == .power ? Expression.Operator.signPrecedence : sign.precedence)
      if sign.isSign {
        addends.append(Expression.Addend(sign: sign, value: right))
      } else {
        left = Expression(.binary(sign, left, right), place: left.place)
      }
      guard left.depth < FormulaLimit.depth else { throw FormulaError(.tooDeep, text: text, place: place) }
    }
    return addends.isEmpty ? left : Expression(.sum(left, addends), place: left.place)
  }

  private mutating func operand() throws(FormulaError) -> Expression {
    let token = tokens[next]
    if let sign = currentOperator, sign.isSign {
      next += 1
      let inner = try expression(above: Expression.Operator.signPrecedence)
      return Expression(.signed(sign, inner), place: token.place)
    }
    switch token.kind {
    case .number(let text):
      next += 1
      return Expression(.number(text), place: token.place)
    case .name(let name, let isQuoted):
      next += 1
      if !isQuoted, tokens[next].kind == .symbol("(") {
        return Expression(.call(name, try bracket()), place: token.place)
      }
      return Expression(.name(name), place: token.place)
    case .symbol("("):
      return Expression(.parentheses(try bracket()), place: token.place)
    default:
      throw expected("a column, a number, a function or '('")
    }
  }

  private mutating func bracket() throws(FormulaError) -> Expression {
    next += 1
    let inner = try expression()
    guard take(")") else { throw expected("an operator or ')'") }
    return inner
  }

  private var currentOperator: Expression.Operator? {
    guard case .symbol(let letter) = tokens[next].kind else { return nil }
    return Expression.Operator(rawValue: letter)
  }

  private mutating func take(_ letter: Character) -> Bool {
    guard tokens[next].kind == .symbol(letter) else { return false }
    next += 1
    return true
  }

  private func expected(_ what: String) -> FormulaError {
    failure(.expected(what, found: tokens[next].wording))
  }

  private func failure(_ problem: FormulaError.Problem) -> FormulaError {
    FormulaError(problem, text: text, place: tokens[next].place)
  }
}
