import LinearAlgebra
import Regression

/// Makes the columns of a design from the terms of a formula, as R's `model.matrix` does.
struct DesignBuilder {
  /// A column with its name.
  private struct Column {
    let name: String
    let values: WideVector
  }

  /// What a variable is in this table.
  private enum Values {
    case numbers(WideVector)
    case factor(Grouping)

    var isFactor: Bool {
      if case .factor = self { true } else { false }
    }
  }

  let formula: Formula
  let evaluator: Evaluator

  /// The design: the intercept, then the terms in R's order; the first variable of a term varies fastest.
  func design() throws(FormulaError) -> Design {
    let rows = evaluator.table.rows.count
    let variables = try values()
    let coding = ContrastCoding(
      terms: formula.terms, factors: Set(variables.filter(\.value.isFactor).keys),
      hasIntercept: formula.hasIntercept || !formula.effects.isEmpty)
    try checkSize(variables, coding, rows: rows)
    var columns: [Column] = []
    var terms: [Design.Term] = []
    if formula.hasIntercept {
      columns.append(
        Column(name: Design.intercept, values: WideVector([Double](repeating: 1, count: rows))))
      terms.append(Design.Term(label: Design.intercept, columns: 0..<1))
    }
    for (index, term) in formula.terms.enumerated() {
      let made = product(
        of: term.map { pieces(of: $0, variables[$0]!, full: coding.isFull(term: index, variable: $0)) })
      let start = columns.count
      columns.append(contentsOf: made)
      terms.append(Design.Term(label: formula.label(of: term), columns: start..<columns.count))
    }
    return Design(
      names: columns.map(\.name), matrix: WideMatrix(rows: rows, columns: columns.map(\.values)), terms: terms
    )
  }

  /// The values of every variable that a term uses, by index.
  private func values() throws(FormulaError) -> [Int: Values] {
    var result: [Int: Values] = [:]
    for index in Set(formula.terms.joined()).sorted() {
      let variable = formula.variables[index]
      guard let groups = try evaluator.groups(of: variable) else {
        result[index] = .numbers(try evaluator.values(of: variable.expression))
        continue
      }
      guard groups.levels.count > 1 else {
        throw FormulaError(
          .oneLevel(factor: variable.label, level: groups.levels[0]), text: evaluator.text,
          place: variable.expression.place)
      }
      result[index] = .factor(groups)
    }
    return result
  }

  private func checkSize(
    _ variables: [Int: Values], _ coding: ContrastCoding, rows: Int
  ) throws(FormulaError) {
    var total = formula.hasIntercept ? 1 : 0
    for (index, term) in formula.terms.enumerated() {
      var count = 1
      for variable in term {
        guard case .factor(let groups) = variables[variable]! else { continue }
        count *= groups.levels.count - (coding.isFull(term: index, variable: variable) ? 0 : 1)
        guard total + count <= FormulaLimit.columns else {
          throw FormulaError(
            .tooManyColumns(term: formula.label(of: term), columns: total + count), text: evaluator.text,
            place: formula.variables[variable].expression.place)
        }
      }
      total += count
    }
    guard total.multipliedReportingOverflow(by: rows).partialValue <= FormulaLimit.cells else {
      throw FormulaError(.tooManyCells(rows: rows, columns: total), text: evaluator.text, place: nil)
    }
  }

  /// A number is one column; a factor one for each level, without the first unless coded in full.
  private func pieces(of variable: Int, _ values: Values, full: Bool) -> [Column] {
    let label = formula.variables[variable].label
    switch values {
    case .numbers(let numbers): return [Column(name: label, values: numbers)]
    case .factor(let groups):
      return groups.levels.indices.dropFirst(full ? 0 : 1).map { level in
        Column(
          name: label + groups.levels[level],
          values: WideVector(groups.codes.map { $0 == Int32(level) ? 1 : 0 }))
      }
    }
  }

  private func product(of pieces: [[Column]]) -> [Column] {
    pieces.dropFirst().reduce(pieces[0]) { made, next in
      next.flatMap { second in
        made.map { first in
          Column(
            name: first.name + ":" + second.name,
            values: first.values.elementwise(second.values) { $0 * $1 })
        }
      }
    }
  }
}
