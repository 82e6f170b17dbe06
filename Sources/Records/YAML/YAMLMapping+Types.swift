public import Finance
public import Tabular

/// Typed values; with `required: false` an absent or empty key is `nil` without a problem.
extension YAMLMapping {
  /// `^[a-z0-9-]{1,64}$`.
  public func identifier(_ key: String, required: Bool = true, _ problems: inout Problems) -> String? {
    value(key, required: required, expected: Wording.anIdentifier, &problems) {
      Identifier.isValid($0) ? $0 : nil
    }
  }

  /// A whole number within `range`.
  public func integer(
    _ key: String, in range: ClosedRange<Int>, required: Bool = true, _ problems: inout Problems
  ) -> Int? {
    let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    return value(key, required: required, expected: expected, &problems) { text in
      PlainNumber.integer(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// A percentage with its sign.
  public func rate(_ key: String, required: Bool = true, _ problems: inout Problems) -> Rate? {
    value(key, required: required, expected: Wording.aRate, &problems) { Rate(percent: $0) }
  }

  /// A percentage from 0% to `limit`.
  public func rate(
    _ key: String, upTo limit: Rate, required: Bool = true, _ problems: inout Problems
  ) -> Rate? {
    guard let rate = rate(key, required: required, &problems) else { return nil }
    if Rate.zero...limit ~= rate { return rate }
    problems.error(location(of: key), "\(key) \(rate) is outside 0 % to \(limit); write a rate within them")
    return nil
  }

  /// A day, `YYYY-MM-DD`.
  public func date(_ key: String, required: Bool = true, _ problems: inout Problems) -> CalendarDate? {
    value(key, required: required, expected: Wording.aDate, &problems) { CalendarDate(iso: $0) }
  }

  /// `yes` or `no`.
  public func yesOrNo(_ key: String, required: Bool = true, _ problems: inout Problems) -> Bool? {
    value(key, required: required, expected: "yes or no", &problems) { PlainNumber.yesOrNo($0) }
  }

  /// A plain decimal with at most two decimals, in hundredths, at most `Money.cap` in size.
  public func cents(_ key: String, required: Bool = true, _ problems: inout Problems) -> Int? {
    guard let text = required ? string(key, &problems) : optionalString(key, &problems) else { return nil }
    switch PlainNumber.cents(text) {
    case .success(let cents): return cents
    case .failure(let fault):
      problems.error(location(of: key), Wording.decimal(key, text, fault))
      return nil
    }
  }

  /// An active currency by its ISO 4217 code.
  public func currency(_ key: String, required: Bool = true, _ problems: inout Problems) -> Currency? {
    guard let text = required ? string(key, &problems) : optionalString(key, &problems) else { return nil }
    if let currency = Currency(active: text) { return currency }
    problems.error(location(of: key), Wording.unknownCurrency(text))
    return nil
  }

  /// One of the words of an enumeration.
  public func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Choice.Type = Choice.self, required: Bool = true, _ problems: inout Problems
  ) -> Choice? {
    guard let text = required ? string(key, &problems) : optionalString(key, &problems) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    problems.error(
      location(of: key), Wording.unknown(key, text, known: Choice.allCases.map(\.rawValue)))
    return nil
  }

  /// A text shown to readers: it must not begin like a spreadsheet formula.
  public func displayText(_ key: String, required: Bool = true, _ problems: inout Problems) -> String? {
    guard let text = required ? string(key, &problems) : optionalString(key, &problems) else { return nil }
    guard FreeText.looksLikeFormula(text) else { return text }
    problems.error(location(of: key), Wording.formula(key, text))
    return nil
  }
}
