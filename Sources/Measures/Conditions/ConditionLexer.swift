/// A piece of a text and where it begins; the first character is 1.
struct ConditionToken: Hashable {
  enum Kind: Hashable {
    case word
    case number
    /// Signs of a comparison.
    case comparison
    case opening
    case closing
    /// What belongs to nothing.
    case other
    case end
  }

  let kind: Kind
  let text: String
  let column: Int
}

/// Cuts a text into pieces.
struct ConditionLexer {
  /// Longest text that is read.
  static let limit = 2_000

  private let characters: [Character]
  private var index = 0

  private init(_ text: String) { characters = Array(text) }

  /// - Throws: `PredicateError` where the text is too long.
  static func tokens(_ text: String) throws(PredicateError) -> [ConditionToken] {
    guard text.count <= limit else {
      throw PredicateError(
        column: limit + 1,
        what: "the text has \(text.count) characters, more than \(limit); write a shorter one")
    }
    var lexer = ConditionLexer(text)
    var tokens: [ConditionToken] = []
    while let token = lexer.next() { tokens.append(token) }
    return tokens + [ConditionToken(kind: .end, text: "", column: lexer.characters.count + 1)]
  }

  private mutating func next() -> ConditionToken? {
    while index < characters.count, characters[index].isWhitespace { index += 1 }
    guard index < characters.count else { return nil }
    let first = characters[index]
    switch first {
    case "(": return take(.opening) { _ in false }
    case ")": return take(.closing) { _ in false }
    case _ where "<>=!≥≤".contains(first): return take(.comparison) { "<>=!≥≤".contains($0) }
    case _ where first.isLetter: return take(.word) { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    case _ where first.isNumber || "-+.,".contains(first):
      return take(.number) { !$0.isWhitespace && !"()<>=!".contains($0) }
    default: return take(.other) { !$0.isWhitespace && !"()".contains($0) }
    }
  }

  /// The character at hand and all that follow and belong to it.
  private mutating func take(_ kind: ConditionToken.Kind, while belongs: (Character) -> Bool)
    -> ConditionToken
  {
    let start = index
    index += 1
    while index < characters.count, belongs(characters[index]) { index += 1 }
    return ConditionToken(kind: kind, text: String(characters[start..<index]), column: start + 1)
  }
}
