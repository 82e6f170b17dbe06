/// Reads a predicate's text from left to right.
struct PredicateReader {
  private let characters: [Character]
  private var index = 0

  init(_ text: String) { characters = Array(text) }

  mutating func measure(among known: [String]) throws(PredicateError) -> String {
    skipBlanks()
    let column = index + 1
    let name = take { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    guard !name.isEmpty else {
      throw PredicateError(
        column: column,
        what: "a measure is missing; begin with its name, such as 'extrabudgetary-share > 0.5'")
    }
    guard known.contains(name) else {
      throw PredicateError(column: column, what: PredicateReader.unknown(name, known))
    }
    return name
  }

  mutating func comparison() throws(PredicateError) -> Comparison {
    skipBlanks()
    let column = index + 1
    let sign = take { "<>=!≥≤".contains($0) }
    if let comparison = Comparison(rawValue: sign) { return comparison }
    let found = sign.isEmpty ? "a comparison is missing" : "comparison '\(sign)' is unknown"
    throw PredicateError(column: column, what: "\(found); write one of >, >=, <, <=")
  }

  mutating func number() throws(PredicateError) -> Double {
    skipBlanks()
    let column = index + 1
    let text = take { !$0.isWhitespace }
    guard !text.isEmpty else {
      throw PredicateError(column: column, what: "a number is missing; end with one, such as 0.5")
    }
    guard PredicateReader.isPlainDecimal(text), let value = Double(text) else {
      throw PredicateError(
        column: column,
        what: "'\(text)' is not a plain decimal; write half as 0.5, without %, signs or separators")
    }
    return value
  }

  mutating func end() throws(PredicateError) {
    skipBlanks()
    guard index < characters.count else { return }
    throw PredicateError(
      column: index + 1,
      what: "'\(String(characters[index...]))' stands after the number; write one comparison a rule")
  }

  private mutating func skipBlanks() {
    while index < characters.count, characters[index].isWhitespace { index += 1 }
  }

  private mutating func take(while belongs: (Character) -> Bool) -> String {
    let start = index
    while index < characters.count, belongs(characters[index]) { index += 1 }
    return String(characters[start..<index])
  }

  /// `-?[0-9]+(\.[0-9]+)?` of at most 18 characters.
  private static func isPlainDecimal(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let plain = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    return plain && parts.count <= 2 && text.utf8.count <= 18
  }

  private static func unknown(_ name: String, _ known: [String]) -> String {
    let opening = "measure '\(name)' is unknown"
    if let near = closest(to: name, among: known) { return "\(opening); did you mean '\(near)'?" }
    return known.isEmpty
      ? "\(opening); none is defined" : "\(opening); expected one of \(known.joined(separator: ", "))"
  }
}

/// The known name with the fewest letters inserted, deleted or replaced, at most a third of the longer word; the
/// earliest of equals. `nil` where none is so near. (The files' own suggestions are made in the Tabular room,
/// which measures know nothing of.)
func closest(to word: String, among known: [String]) -> String? {
  let letters = Array(word.lowercased().utf8.prefix(64))
  var best: (name: String, distance: Int)?
  for name in known {
    let other = Array(name.utf8)
    let distance = editDistance(letters, other)
    let limit = max(1, max(letters.count, other.count) / 3)
    if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
  }
  return best?.name
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var last = Array(0...right.count)
  for (i, letter) in left.enumerated() {
    var row = [i + 1]
    for (j, other) in right.enumerated() {
      row.append(min(last[j + 1] + 1, row[j] + 1, last[j] + (letter == other ? 0 : 1)))
    }
    last = row
  }
  return last[right.count]
}
