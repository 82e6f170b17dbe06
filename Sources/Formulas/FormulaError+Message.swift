extension FormulaError {
  /// What is wrong in one line, without the formula.
  public var message: String {
    switch problem {
    case .expected, .strangeCharacter, .openQuote, .tooLong, .tooDeep: grammarMessage
    case .tooManyTerms, .tooManyColumns, .tooManyCells: sizeMessage
    case .unknownFunction, .unknownColumn, .numberAsTerm, .notArithmetic, .misplaced, .degree,
      .responseOnBothSides, .noTerms:
      meaningMessage
    default: dataMessage
    }
  }

  private var grammarMessage: String {
    switch problem {
    case .expected(let what, let found): "formula: expected \(what), found \(found)"
    case .strangeCharacter(let letter):
      "formula: '\(letter)' is not part of a formula; a column of such a name stands in backticks"
    case .openQuote: "formula: a name in backticks is not closed"
    case .tooLong(let characters):
      "formula: \(characters) characters; at most \(FormulaLimit.characters) are read"
    default: "formula: brackets and operators nested deeper than \(FormulaLimit.depth)"
    }
  }

  private var sizeMessage: String {
    switch problem {
    case .tooManyColumns(let term, let columns):
      "formula: with '\(term)' the design has \(columns) columns; at most \(FormulaLimit.columns) are "
        + "estimated. A factor of many levels can be swept out: write it behind '|'"
    case .tooManyCells(let rows, let columns):
      "formula: a design of \(rows) rows by \(columns) columns does not fit into memory"
    default: "formula: more than \(FormulaLimit.terms) terms come of this crossing"
    }
  }

  private var meaningMessage: String {
    switch problem {
    case .unknownFunction(let name):
      "formula: unknown function '\(name)'; there are log, exp, sqrt, I, factor and offset"
    case .unknownColumn(".", _): "formula: '.' for all other columns is not offered; name the columns"
    case .unknownColumn(let name, let known):
      "unknown column '\(name)'" + (suggestion.map { "; did you mean '\($0)'?" } ?? "")
        + (suggestion == nil && !known.isEmpty ? "; the table has \(FormulaError.list(known))" : "")
    case .numberAsTerm(let text):
      "formula: \(text) is no term: only 0 and 1 are, for the intercept. Arithmetic stands in I(), as in "
        + "I(2 * x)"
    case .notArithmetic(let what): "formula: \(what) has no meaning in arithmetic; it makes terms"
    case .misplaced(let what):
      "formula: \(what) can only be a term of its own, with a column or numbers in it"
    case .degree(let text): "formula: terms are crossed to a whole degree from 1, as in ^2; found \(text)"
    case .responseOnBothSides(let name): "formula: the response '\(name)' is a term as well"
    default: "formula: no term and no intercept is left to estimate"
    }
  }

  private var dataMessage: String {
    switch problem {
    case .textWhereNumber(let column, let value, let line):
      "column '\(column)' holds text ('\(value)' in line \(line)) where numbers are needed"
    case .numbersAndText(let column, let value, let line):
      "column '\(column)' holds the text '\(value)' among its numbers in line \(line); "
        + "correct it, or write factor(\(column)) if the column names groups"
    case .noValue(let expression, let operands, let line):
      "line \(line): \(expression) has no finite value where "
        + operands.map { "\($0.expression) is \(RNumber.text($0.value))" }.joined(separator: " and ")
    case .oneLevel(let factor, let level):
      "'\(factor)' is '\(level)' in every row that is used: a factor needs two levels; leave the term out"
    case .textResponse(let name, let levels):
      "the response '\(name)' is text with \(levels.count) levels (\(FormulaError.list(levels))); "
        + "numbers are needed, or for a yes-or-no model exactly two levels"
    case .emptyTable: "the table has no rows"
    case .allMissing(let rows, let columns):
      "each of the \(rows) rows misses a value in one of \(FormulaError.list(columns))"
    case .missingValue(let column, let line): "line \(line): column '\(column)' has no value"
    default: "formula: unusable"
    }
  }

  /// The first names, quoted, and how many more there are.
  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > 8 ? "\(shown) and \(names.count - 8) more" : shown
  }
}
