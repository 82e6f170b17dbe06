/// Every indicator and every word of the engine, explained once.
public enum Glossary {
  /// What a word may stand for.
  public enum Entry: Sendable, Hashable {
    case indicator(Definition)
    case term(Term)
  }

  /// In the order reports show them.
  public static let indicators: [Definition] =
    moneyIndicators + levelIndicators + concentrationIndicators + breadthIndicators + mandateIndicators
    + reserveIndicators + accountIndicators + riskIndicators + costIndicators

  /// Models, rules and words of the field, in alphabetical order.
  public static let terms: [Term] =
    (fieldTerms + modelTerms + crowdTerms + scoreTerms + riskTerms + comparisonTerms).sorted { $0.id < $1.id }

  /// Names of all indicators, then of all terms; no name twice.
  public static var names: [String] { indicators.map(\.id) + terms.map(\.id) }

  /// The indicator or term of a name; capitals and blanks do not matter (`Host share`). `nil` for an unknown one.
  public static func lookup(_ name: String) -> Entry? {
    let id = identifier(name)
    if let found = indicators.first(where: { $0.id == id }) { return .indicator(found) }
    return terms.first { $0.id == id }.map(Entry.term)
  }

  /// The definition of an indicator.
  public static func indicator(_ id: String) -> Definition? { indicators.first { $0.id == id } }

  /// The name nearest to a misspelt one. `nil` where none is near.
  public static func suggestion(for name: String) -> String? { closest(to: identifier(name), among: names) }

  private static func identifier(_ name: String) -> String {
    name.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }.joined(separator: "-")
  }
}
