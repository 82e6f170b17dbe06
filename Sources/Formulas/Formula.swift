/// An R formula: a response, the terms that explain it, and fixed effects behind `|`.
///
/// `log(gsp) ~ log(pcap) + unemp * south + I(x^2) | state + year`. Terms by `+ - * / : ^` and brackets;
/// `- 1` or `+ 0` takes the intercept out; `log exp sqrt I` of columns and numbers by `+ - * / ^`;
/// `factor(x)`; `offset(x)`. A name is a column unless `(` follows it; backticks quote any name.
/// Terms and their names come in the order and the spelling of R's `terms()`.
public struct Formula: Sendable, Equatable {
  /// A column named in the formula and the character at which it stands, from 1.
  public struct Name: Sendable, Equatable {
    public let name: String
    public let place: Int
  }

  /// The formula as given.
  public let text: String
  /// Whether a column of ones is among the terms.
  public let hasIntercept: Bool
  /// The fixed effects behind `|`.
  public let effects: [Name]

  let response: Variable
  let offsets: [Expression]
  /// What terms are made of.
  let variables: [Variable]
  /// Each term as the indices of its variables, ascending.
  let terms: [[Int]]

  /// Reads a formula; the error names the character at which it could not be read.
  public init(_ text: String) throws(FormulaError) {
    var parser = try FormulaParser(text)
    let parsed = try parser.formula()
    let response = try Variable(parsed.response, text: text)
    var algebra = TermAlgebra(text: text)
    terms = try algebra.terms(of: parsed.terms)
    self.text = text
    hasIntercept = algebra.hasIntercept
    variables = algebra.variables
    offsets = algebra.offsets
    effects = parsed.effects.map { Name(name: $0.name, place: $0.place) }
    self.response = response
    guard hasIntercept || !terms.isEmpty else {
      throw FormulaError(.noTerms, text: text, place: parsed.terms.place)
    }
    if let same = variables.first(where: { $0.label == response.label }) {
      throw FormulaError(.responseOnBothSides(same.label), text: text, place: same.expression.place)
    }
  }

  /// The response as R writes it, such as `log(gsp)`.
  public var responseName: String { response.label }

  /// The terms as R writes them, such as `x:south`, without the intercept.
  public var termLabels: [String] { terms.map { label(of: $0) } }

  /// The columns it reads, each once, in the order of their appearance; effects last.
  public var columns: [String] {
    var seen: Set<String> = []
    return names.map(\.name).filter { seen.insert($0).inserted }
  }

  func label(of term: [Int]) -> String { term.map { variables[$0].label }.joined(separator: ":") }

  /// Every column the rows need, with a place: response, variables of terms that are left, offsets, effects.
  var names: [Name] {
    let used = Set(terms.joined())
    let kept = variables.indices.filter { used.contains($0) }.map { variables[$0].expression }
    let read = ([response.expression] + kept + offsets).flatMap(\.columns)
    return read.map { Name(name: $0.name, place: $0.place) } + effects
  }
}
