/// What is wrong with a formula, or with the table it is read against: where, what, and the way out.
public struct FormulaError: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Problem: Sendable, Equatable {
    case expected(String, found: String)
    case strangeCharacter(Character)
    case openQuote
    case tooLong(characters: Int)
    case tooDeep
    case tooManyTerms
    case tooManyColumns(term: String, columns: Int)
    case tooManyCells(rows: Int, columns: Int)
    case unknownFunction(String)
    case unknownColumn(String, known: [String])
    case numberAsTerm(String)
    case notArithmetic(String)
    case misplaced(String)
    case degree(String)
    case responseOnBothSides(String)
    case noTerms
    case textWhereNumber(column: String, value: String, line: Int)
    /// A column named as it stands that holds numbers and, first in that line, something else.
    case numbersAndText(column: String, value: String, line: Int)
    case noValue(String, operands: [Operand], line: Int)
    case oneLevel(factor: String, level: String)
    case textResponse(String, levels: [String])
    case emptyTable
    case allMissing(rows: Int, columns: [String])
    case missingValue(column: String, line: Int)
  }

  /// A part of an expression and its value in a row.
  public struct Operand: Sendable, Equatable {
    public let expression: String
    public let value: Double

    public init(expression: String, value: Double) {
      self.expression = expression
      self.value = value
    }
  }

  /// What is wrong.
  public let problem: Problem
  /// The formula, or the expression of the weights.
  public let text: String
  /// The character of the text at which it is wrong, from 1; nil where it is nowhere in it.
  public let place: Int?

  init(_ problem: Problem, text: String, place: Int?) {
    self.problem = problem
    self.text = text
    self.place = place
  }
}

extension FormulaError: CustomStringConvertible {
  /// The message, and below it the formula with a caret under the place.
  public var description: String {
    guard let place else { return message }
    let (excerpt, offset) = excerpt(around: place)
    return "\(message)\n  \(excerpt)\n  \(String(repeating: " ", count: offset))^"
  }

  /// At most 100 characters around a place, on one line, and how many stand before it.
  private func excerpt(around place: Int) -> (text: String, offset: Int) {
    let letters = text.map { $0.isWhitespace ? " " : $0 }
    let start = letters.count <= 100 ? 0 : max(0, min(place - 50, letters.count - 100))
    let end = min(letters.count, start + 100)
    let lead = start > 0 ? "..." : ""
    let tail = end < letters.count ? "..." : ""
    return (lead + String(letters[start..<end]) + tail, lead.count + min(place - 1, letters.count) - start)
  }

  /// For an unknown column the known one it was probably meant to be.
  public var suggestion: String? {
    guard case .unknownColumn(let name, let known) = problem else { return nil }
    return NearestName.nearest(to: name, among: known)
  }
}
