import Judgement
import Measures
import Tabular

/// What `explain` prints.
public enum Explanation {
  /// An indicator or a term in full.
  /// - Throws: `UsageError` for an unknown one, with the nearest name.
  public static func text(of name: String) throws(UsageError) -> String {
    switch Glossary.lookup(name) {
    case .indicator(let definition): return text(definition)
    case .term(let term): return text(term)
    case nil:
      let near = Glossary.suggestion(for: name).map { "did you mean '\($0)'? " } ?? ""
      throw UsageError("'\(shown(name))' is not explained; \(near)'mainstay explain' lists every name")
    }
  }

  /// Every name with its title.
  public static var list: String {
    let indicators = Glossary.indicators.map { ($0.id, $0.title) }
    let terms = Glossary.terms.map { ($0.id, $0.title) }
    let width = (indicators + terms).map(\.0.count).max() ?? 0
    func lines(_ entries: [(String, String)]) -> String {
      entries.map { "  \(TextWidth.pad($0.0, to: width, right: true))  \($0.1)\n" }.joined()
    }
    return "Indicators\n" + lines(indicators) + "\nTerms, models and rules\n" + lines(terms)
  }

  private static func text(_ definition: Definition) -> String {
    let threshold = definition.threshold.map { "\($0), \($0.source)" } ?? "none: shown, not judged"
    return heading(definition.title, definition.id) + wrapped(definition.meaning) + "\n"
      + field("Formula", definition.formula) + field("Unit", definition.unit.rawValue)
      + field("Taken over", definition.window) + field("Threshold", threshold)
      + field("Source", source(definition.source)) + rated(definition)
  }

  /// The cut points an indicator is rated by in `assess`; nothing for one that is not.
  private static func rated(_ definition: Definition) -> String {
    guard let scale = (try? RatingScales.shipped())?[definition.id] else { return "" }
    let order = scale.wantsMore ? "at least" : "at most"
    let cuts = zip(Rating.allCases.dropFirst(), scale.cuts).map { "\($0.word): \(order) \($1)" }
    return field("Rated", cuts.joined(separator: ", ") + "; else very low")
      + field("Cut points", scale.source)
  }

  private static func text(_ term: Term) -> String {
    heading(term.title, term.id) + wrapped(term.meaning) + "\n" + field("Source", source(term.source))
  }

  private static func wrapped(_ text: String, first: String = "", rest: String = "") -> String {
    TextWidth.wrap(text, first: first, rest: rest).joined(separator: "\n") + "\n"
  }

  private static func heading(_ title: String, _ id: String) -> String { "\(title) (\(id))\n\n" }

  private static func field(_ name: String, _ text: String) -> String {
    let width = 12
    return wrapped(
      text, first: TextWidth.pad(name, to: width, right: true), rest: String(repeating: " ", count: width))
  }

  private static func source(_ source: String) -> String { source == "own" ? "this engine's own" : source }

  /// What the user typed, without what steers a terminal.
  private static func shown(_ name: String) -> String {
    String(
      name.unicodeScalars.prefix(64).filter { $0.value >= 32 && !(127...159).contains($0.value) }.map(
        Character.init))
  }
}
