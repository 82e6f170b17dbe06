public import LinearAlgebra
public import Regression

/// What an estimator takes, made of a formula and a table: rows with a missing value are left out.
public struct ModelData: Sendable {
  /// The design with its terms, the response, weights and offset.
  public let sample: Sample
  /// The response as R writes it, such as `log(gsp)`.
  public let responseName: String
  /// Where the response is text of two levels: the one that is 0 and the one that is 1.
  public let responseLevels: [String]?
  /// The fixed effects of the formula, in their order.
  public let effects: [Grouping]

  let table: KeptRows

  /// The lines of the rows used, in the order of the sample's rows.
  public var lines: [Int] { table.rows.map { table.frame.lines[$0] } }

  /// The line of one row of the sample.
  public func line(ofRow row: Int) -> Int { table.line(of: row) }

  /// The lines of the rows left out because a value they need is missing.
  public var omittedLines: [Int] { table.omittedLines }

  /// A column as groups of the sample's rows: a cluster, a unit, a period.
  ///
  /// Text groups by its label, numbers by value. A column not named in `needing` (nor in the formula) must
  /// have a value in every row that was kept.
  public func grouping(_ name: String) throws(FormulaError) -> Grouping {
    try table.grouping(name, text: name, place: nil)
  }

  /// A column as numbers of the sample's rows.
  public func numbers(_ name: String) throws(FormulaError) -> WideVector {
    try table.numbers(name, text: name, place: nil)
  }
}

extension Formula {
  /// How a response that holds text is read.
  public enum TextResponse: Sendable, Equatable {
    /// It is an error.
    case refused
    /// Two levels are 0 (the first in order) and 1, as R's `glm` reads them.
    case binary
  }

  /// The formula applied to a table.
  /// - Parameters:
  ///   - frame: The table.
  ///   - weights: A column or arithmetic of columns; nil for none.
  ///   - needed: Further columns whose missing values leave a row out: clusters, an index.
  ///   - textResponse: What a response of text means.
  /// - Throws: An unknown column, text where numbers are needed, an expression without a value in a row (with
  ///   its line), a factor of one level, a table without usable rows, a design too large.
  public func model(
    of frame: Frame, weights: String? = nil, needing needed: [String] = [],
    textResponse: TextResponse = .refused
  ) throws(FormulaError) -> ModelData {
    let weightExpression = try weights.map { text throws(FormulaError) in try Formula.arithmetic(text) }
    let table = try keptRows(of: frame, weights: weightExpression, weightText: weights ?? "", needed)
    let evaluator = Evaluator(table: table, text: text)
    let response = try responseValues(evaluator, textResponse)
    let design = try DesignBuilder(formula: self, evaluator: evaluator).design()
    let weightValues = try weightExpression.map { expression throws(FormulaError) in
      try Evaluator(table: table, text: weights ?? "").values(of: expression).high
    }
    let sample = Sample(
      design: design, response: response.values, weights: weightValues, offset: try offset(evaluator))
    var groups: [Grouping] = []
    for effect in effects { groups.append(try table.grouping(effect.name, text: text, place: effect.place)) }
    return ModelData(
      sample: sample, responseName: responseName, responseLevels: response.levels, effects: groups,
      table: table)
  }

  /// Reads an expression that stands alone, such as weights.
  private static func arithmetic(_ text: String) throws(FormulaError) -> Expression {
    var parser = try FormulaParser(text)
    let expression = try parser.wholeExpression()
    try expression.checkArithmetic(text: text)
    return expression
  }

  private func keptRows(
    of frame: Frame, weights: Expression?, weightText: String, _ needed: [String]
  ) throws(FormulaError) -> KeptRows {
    let known = Set(frame.names)
    for name in names where !known.contains(name.name) {
      throw FormulaError(.unknownColumn(name.name, known: frame.names), text: text, place: name.place)
    }
    for (name, place) in weights?.columns ?? [] where !known.contains(name) {
      throw FormulaError(.unknownColumn(name, known: frame.names), text: weightText, place: place)
    }
    for name in needed where !known.contains(name) {
      throw FormulaError(.unknownColumn(name, known: frame.names), text: text, place: nil)
    }
    guard frame.rows > 0 else { throw FormulaError(.emptyTable, text: text, place: nil) }
    var seen: Set<String> = []
    let read = (columns + (weights?.columns.map(\.name) ?? []) + needed).filter { seen.insert($0).inserted }
    let table = KeptRows(frame, columns: read)
    guard !table.rows.isEmpty else {
      throw FormulaError(.allMissing(rows: frame.rows, columns: read), text: text, place: nil)
    }
    return table
  }

  private func offset(_ evaluator: Evaluator) throws(FormulaError) -> WideVector? {
    var sum: WideVector?
    for offset in offsets {
      let values = try evaluator.values(of: offset)
      sum = sum.map { $0 + values } ?? values
    }
    return sum
  }

  private func responseValues(
    _ evaluator: Evaluator, _ textResponse: TextResponse
  ) throws(FormulaError) -> (values: WideVector, levels: [String]?) {
    guard let groups = try evaluator.groups(of: response) else {
      return (try evaluator.values(of: response.expression), nil)
    }
    guard textResponse == .binary, groups.levels.count == 2 else {
      throw FormulaError(
        .textResponse(response.label, levels: groups.levels), text: text, place: response.expression.place)
    }
    return (WideVector(groups.codes.map(Double.init)), groups.levels)
  }
}

extension Evaluator {
  /// The groups of a variable that is a factor; nil for one that is a number. A column that holds both
  /// numbers and text is a factor only where the formula says so: more often it is a number mistyped.
  func groups(of variable: Variable) throws(FormulaError) -> Grouping? {
    let place = variable.expression.place
    switch variable.kind {
    case .arithmetic: return nil
    case .factor(let name): return try table.grouping(name, text: text, place: place)
    case .column(let name):
      guard case .text = try table.column(name, text: text, place: place) else { return nil }
      if let (value, line) = try table.textAmongNumbers(name, text: text, place: place) {
        throw FormulaError(
          .numbersAndText(column: name, value: value, line: line), text: text, place: place)
      }
      return try table.grouping(name, text: text, place: place)
    }
  }
}
