/// Reads conditions and quantities from left to right.
///
/// ```
/// condition  = part { "or" part }            part = one { "and" one }
/// one        = "(" condition ")" | quantity comparison number | occurrence
/// quantity   = "P" "(" occurrence ")" | ("mean" | "median" | "q05" ...) "(" measure ["of" fund] "in" year ")"
/// occurrence = like condition, of: event ["of" fund] [period] | measure ["of" fund] [period] comparison number [period]
/// period     = "in" year | "by" year | "within" count ["years"] | "from" year "to" year
/// ```
struct ConditionReader {
  private let tokens: [ConditionToken]
  private let vocabulary: Vocabulary
  private var index = 0
  private var depth = 0

  /// Parentheses within each other.
  private static let deepest = 20
  private static let keywords: Set = ["and", "or", "in", "by", "within", "from", "to", "of", "year", "years"]

  init(_ text: String, _ vocabulary: Vocabulary) throws(PredicateError) {
    tokens = try ConditionLexer.tokens(text)
    self.vocabulary = vocabulary
  }

  // MARK: Whole texts

  mutating func wholeCondition() throws(PredicateError) -> Condition {
    let condition = try condition()
    try end(after: "the condition", way: "join conditions by 'and' or 'or'")
    return condition
  }

  mutating func wholeQuantity() throws(PredicateError) -> Quantity {
    guard let quantity = try quantity() else {
      throw error(
        token, "a quantity is missing; write one such as P(shortfall by \(vocabulary.years.upperBound))")
    }
    try end(after: "the quantity", way: "write one quantity")
    return quantity
  }

  /// A rule of the mandate: one measure, one comparison, one number.
  mutating func wholeRule() throws(PredicateError) -> (String, Comparison, Double) {
    let name = token
    guard name.kind == .word else {
      throw error(name, "a measure is missing; begin with its name, such as 'extrabudgetary-share > 0.5'")
    }
    guard vocabulary.measures.contains(name.text) else {
      throw error(name, "measure '\(name.text)' is unknown", near: name.text, vocabulary.measures)
    }
    index += 1
    let sign = try comparison()
    let value = try number()
    try end(after: "the number", way: "write one comparison a rule")
    return (name.text, sign, value)
  }

  // MARK: Conditions

  private mutating func condition() throws(PredicateError) -> Condition {
    var parts = [try conjunction()]
    while takes("or") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws(PredicateError) -> Condition {
    var parts = [try single()]
    while takes("and") { parts.append(try single()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func single() throws(PredicateError) -> Condition {
    if token.kind == .opening {
      try open()
      let inner = try condition()
      try close()
      return inner
    }
    guard let quantity = try quantity() else { return .expected(try occurrenceOfOne()) }
    let sign = try comparison()
    let place = token
    let value = try number()
    if case .probability = quantity, !(0...1).contains(value) {
      throw error(
        place, "a probability lies from 0 to 1, not \(Decimals.shortest(value)); write one in twenty as 0.05")
    }
    return .compares(quantity, sign, value)
  }

  /// `nil` where the text goes on with something else.
  private mutating func quantity() throws(PredicateError) -> Quantity? {
    guard token.kind == .word, tokens[index + 1].kind == .opening else { return nil }
    let name = token
    if name.text == "P" || name.text == "p" {
      index += 1
      try open()
      let occurrence = try occurrence()
      try close()
      return .probability(occurrence)
    }
    guard let statistic = Quantity.Statistic(word: name.text) else {
      let known = ["P", "mean", "median", "q05", "q95"]
      throw error(name, "'\(name.text)' is nothing that can be taken of a measure", near: name.text, known)
    }
    index += 1
    try open()
    let reading = try reading(among: vocabulary.measures, what: "measure")
    guard takes("in") else {
      throw error(
        token, "\(statistic) is taken of one year; write '\(reading) in \(vocabulary.years.upperBound)'")
    }
    let year = try year()
    try close()
    return .statistic(statistic, reading, year: year)
  }

  // MARK: Occurrences

  private mutating func occurrence() throws(PredicateError) -> Occurrence {
    var parts = [try occurrences()]
    while takes("or") { parts.append(try occurrences()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func occurrences() throws(PredicateError) -> Occurrence {
    var parts = [try occurrenceOfOne()]
    while takes("and") { parts.append(try occurrenceOfOne()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func occurrenceOfOne() throws(PredicateError) -> Occurrence {
    if token.kind == .opening {
      try open()
      let inner = try occurrence()
      try close()
      return inner
    }
    let name = token
    let reading = try reading(among: vocabulary.measures + vocabulary.events, what: "measure or event")
    let before = try period()
    guard token.kind == .comparison else {
      guard vocabulary.events.contains(reading.name) else {
        throw error(
          token.kind == .end || token.kind == .closing ? token : name,
          "'\(reading.name)' is a number and not an event; compare it, such as \(reading.name) > 0.5")
      }
      return .happens(reading, before)
    }
    guard vocabulary.measures.contains(reading.name) else {
      throw error(
        token,
        "'\(reading.name)' is an event and not a number; end it here, or close the parenthesis before the comparison"
      )
    }
    let sign = try comparison()
    let value = try number()
    let place = token
    let after = try period()
    guard before == .any || after == .any else {
      throw error(place, "the years are said twice; keep '\(before)' or '\(after)'")
    }
    return .compares(reading, sign, value, before == .any ? after : before)
  }

  private mutating func reading(among known: [String], what: String) throws(PredicateError) -> Reading {
    let name = token
    guard name.kind == .word, !ConditionReader.keywords.contains(name.text) else {
      let example = known.first.map { ", such as \($0)" } ?? ""
      throw error(name, "a \(what) is missing; write its name\(example)")
    }
    guard known.contains(name.text) else {
      throw error(name, "\(what) '\(name.text)' is unknown", near: name.text, known)
    }
    index += 1
    guard takes("of") else { return Reading(name.text) }
    let fund = token
    guard fund.kind == .word, vocabulary.funds.contains(fund.text) else {
      let found = fund.kind == .end ? "a fund is missing" : "fund '\(fund.text)' is unknown"
      throw error(fund, found, near: fund.text, vocabulary.funds)
    }
    index += 1
    return Reading(name.text, fund: fund.text)
  }

  // MARK: Years

  private mutating func period() throws(PredicateError) -> Period {
    if takes("in") { return .in(try year()) }
    if takes("by") { return .by(try year()) }
    if takes("within") {
      let place = token
      let count = try number()
      guard count >= 1, count == count.rounded(), count <= 100 else {
        throw error(
          place, "'\(place.text)' is no number of years; write a whole number from 1, such as within 3 years")
      }
      if !takes("years") { _ = takes("year") }
      return .within(Int(count))
    }
    if takes("from") {
      let first = try year()
      guard takes("to") else {
        throw error(token, "'to' is missing; write from \(first) to \(vocabulary.years.upperBound)")
      }
      let place = token
      let last = try year()
      guard first <= last else { throw error(place, "\(last) lies before \(first); exchange them") }
      return .from(first, to: last)
    }
    return .any
  }

  private mutating func year() throws(PredicateError) -> Int {
    let place = token
    guard place.kind == .number, let year = Int(place.text) else {
      throw error(
        place,
        place.kind == .end
          ? "a year is missing; end with one, such as \(vocabulary.years.upperBound)"
          : "'\(place.text)' is not a year; write one such as \(vocabulary.years.upperBound)")
    }
    guard vocabulary.years.contains(year) else {
      throw error(
        place,
        "\(year) is not looked at; write a year from \(vocabulary.years.lowerBound) to \(vocabulary.years.upperBound)"
      )
    }
    index += 1
    return year
  }

  // MARK: Pieces

  private var token: ConditionToken { tokens[index] }

  private mutating func takes(_ keyword: String) -> Bool {
    guard token.kind == .word, token.text == keyword else { return false }
    index += 1
    return true
  }

  private mutating func open() throws(PredicateError) {
    depth += 1
    guard depth <= ConditionReader.deepest else {
      throw error(
        token, "parentheses lie \(depth) deep, more than \(ConditionReader.deepest); write it flatter")
    }
    index += 1
  }

  private mutating func close() throws(PredicateError) {
    guard token.kind == .closing else {
      throw error(
        token,
        token.kind == .end
          ? "')' is missing; close what was opened" : "'\(token.text)' stands where ')' is expected")
    }
    depth -= 1
    index += 1
  }

  private mutating func comparison() throws(PredicateError) -> Comparison {
    if token.kind == .comparison, let sign = Comparison(rawValue: token.text) {
      index += 1
      return sign
    }
    let found =
      token.kind == .comparison ? "comparison '\(token.text)' is unknown" : "a comparison is missing"
    throw error(token, "\(found); write one of >, >=, <, <=")
  }

  private mutating func number() throws(PredicateError) -> Double {
    let place = token
    guard place.kind != .end else { throw error(place, "a number is missing; end with one, such as 0.5") }
    guard Decimals.isPlain(place.text), let value = Double(place.text) else {
      throw error(
        place, "'\(place.text)' is not a plain decimal; write half as 0.5, without %, signs or separators")
    }
    index += 1
    return value
  }

  private func end(after what: String, way: String) throws(PredicateError) {
    guard token.kind != .end else { return }
    throw error(token, "'\(token.text)' stands after \(what); \(way)")
  }

  // MARK: Errors

  private func error(_ token: ConditionToken, _ what: String) -> PredicateError {
    PredicateError(column: token.column, what: what)
  }

  private func error(_ token: ConditionToken, _ what: String, near name: String, _ known: [String])
    -> PredicateError
  {
    if let near = closest(to: name, among: known) { return error(token, "\(what); did you mean '\(near)'?") }
    return error(
      token,
      known.isEmpty ? "\(what); none is defined" : "\(what); expected one of \(known.joined(separator: ", "))"
    )
  }
}

extension Condition {
  /// Reads a condition.
  /// - Throws: `PredicateError` with the column, what is wrong and the nearest name.
  public init(parsing text: String, _ vocabulary: Vocabulary) throws(PredicateError) {
    var reader = try ConditionReader(text, vocabulary)
    self = try reader.wholeCondition()
  }
}

extension Quantity {
  /// Reads a quantity, such as `P(shortfall by 2025)`.
  /// - Throws: `PredicateError` with the column, what is wrong and the nearest name.
  public init(parsing text: String, _ vocabulary: Vocabulary) throws(PredicateError) {
    var reader = try ConditionReader(text, vocabulary)
    self = try reader.wholeQuantity()
  }
}
