/// The smallest pieces of a formula.
struct Token: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case number(String)
    case name(String, isQuoted: Bool)
    case symbol(Character)
    case end
  }

  let kind: Kind
  /// The character of the text at which it starts, from 1.
  let place: Int

  /// How an error calls it.
  var wording: String {
    switch kind {
    case .number(let text), .name(let text, _): "'\(text.prefix(40))'"
    case .symbol(let letter): "'\(letter)'"
    case .end: "the end"
    }
  }
}

/// Cuts the text of a formula into tokens.
struct FormulaLexer {
  private let text: String
  private let letters: [Character]
  private var next = 0

  /// The tokens of a text; the last is its end.
  static func tokens(of text: String) throws(FormulaError) -> [Token] {
    var lexer = FormulaLexer(text)
    guard lexer.letters.count <= FormulaLimit.characters else {
      throw FormulaError(
        .tooLong(characters: lexer.letters.count), text: String(text.prefix(60)), place: nil)
    }
    var tokens: [Token] = []
    while let token = try lexer.token() { tokens.append(token) }
    return tokens + [Token(kind: .end, place: lexer.letters.count + 1)]
  }

  private init(_ text: String) {
    self.text = text
    letters = Array(text)
  }

  private mutating func token() throws(FormulaError) -> Token? {
    while next < letters.count, letters[next].isWhitespace { next += 1 }
    guard next < letters.count else { return nil }
    let start = next
    let kind: Token.Kind
    switch letters[start] {
    case "`": kind = .name(try quotedName(), isQuoted: true)
    case let letter where isDigit(start) || letter == "." && isDigit(start + 1): kind = .number(number())
    case let letter where RName.isStart(letter): kind = .name(name(), isQuoted: false)
    case let letter where "~+-*/:^()|,".contains(letter):
      next += 1
      kind = .symbol(letter)
    default:
      throw FormulaError(.strangeCharacter(letters[start]), text: text, place: start + 1)
    }
    return Token(kind: kind, place: start + 1)
  }

  private func isDigit(_ index: Int) -> Bool {
    index < letters.count && ("0"..."9").contains(letters[index])
  }

  private mutating func name() -> String {
    let start = next
    while next < letters.count, RName.isPart(letters[next]) { next += 1 }
    return String(letters[start..<next])
  }

  private mutating func quotedName() throws(FormulaError) -> String {
    let start = next + 1
    guard let end = letters[start...].firstIndex(of: "`") else {
      throw FormulaError(.openQuote, text: text, place: next + 1)
    }
    next = end + 1
    return String(letters[start..<end])
  }

  /// Digits with at most one point and an exponent, if digits follow the e.
  private mutating func number() -> String {
    let start = next
    while isDigit(next) { next += 1 }
    if next < letters.count, letters[next] == "." { next += 1 }
    while isDigit(next) { next += 1 }
    if next < letters.count, letters[next] == "e" || letters[next] == "E" {
      let signed = next + 1 < letters.count && (letters[next + 1] == "-" || letters[next + 1] == "+")
      let digits = next + (signed ? 2 : 1)
      if isDigit(digits) { next = digits }
      while isDigit(next) { next += 1 }
    }
    return String(letters[start..<next])
  }
}
