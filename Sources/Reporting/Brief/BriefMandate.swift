import Budgeting
import Finance
import Giving
import Judgement
import Measures
import OrderedCollections
import Outlook
import Records
import Scenarios
import Simulation

/// The rules of the mandate, each reading by itself, and what the readings assume.
struct BriefMandate {
  private let material: BriefMaterial
  private var words: BriefWords { material.words }
  private var reader: FindingsReader { material.reader }

  init(_ material: BriefMaterial) { self.material = material }

  func blocks(_ citations: inout Citations) -> [BriefPaper.Block] {
    let rules = reader.book.centre.mandate
    guard !rules.isEmpty else { return [.paragraph(words(.mandateNone))] }
    var points: [String] = []
    for (wording, same) in wordings(rules) {
      let quoted = quotation(words.phrase(wording.text))
      points.append(
        words(
          .mandateWording,
          [
            "symbol": words.phrase(wording.symbol), "wording": quoted.words, "note": quoted.note,
            "sources": citations.cite(same.map(\.source)),
          ]))
      points += same.map(sentence)
    }
    let assumptions = OrderedSet(rules.map(\.assumption).filter { !$0.isEmpty }).map(words.phrase)
    if !assumptions.isEmpty {
      let separator = words.language == .english ? "; " : "\u{FF1B}"
      points.append(
        words(.mandateAssumed, ["assumptions": assumptions.joined(separator: separator)]))
    }
    return [.points(points)]
  }

  /// The words of a rule, and what stands in brackets at their end: it is not of the quotation.
  private func quotation(_ text: String) -> (words: String, note: String) {
    for (open, close): (Character, Character) in [("(", ")"), ("（", "）")] {
      guard text.last == close, let place = text.firstIndex(of: open), place > text.startIndex else {
        continue
      }
      let note = text[text.index(after: place)...].dropLast()
      let quoted = text[..<place]
      return (
        String(quoted.last == " " ? quoted.dropLast() : quoted), words(.mandateNote, ["text": String(note)])
      )
    }
    return (text, "")
  }

  private struct RuleText: Hashable {
    let symbol: String
    let text: String
  }

  /// Readings of the same words stand together.
  private func wordings(_ rules: [MandateRule]) -> OrderedDictionary<RuleText, [MandateRule]> {
    OrderedDictionary(grouping: rules) { RuleText(symbol: $0.symbol, text: $0.wording) }
  }

  private func sentence(_ rule: MandateRule) -> String {
    let verdicts = reader.findings.assessment.mandate.filter { $0.rule.id == rule.id }
    let recorded = verdicts.last { !$0.isProjected && reader.isWhole($0.year) }
    let expected = verdicts.first(where: \.isProjected)
    let places: KeyValuePairs = [
      "reading": reading(rule), "recorded": recorded.map { told($0, .mandateRecorded) } ?? "",
      "expected": expected.map { told($0, .mandateExpected) } ?? "", "last": material.last,
      "futures": verdicts.last?.breachBy.map(words.futures) ?? "",
    ]
    return words(verdicts.last?.breachBy == nil ? .mandateRuleUnknown : .mandateRule, places)
  }

  private func told(_ verdict: MandateVerdict, _ message: BriefMessage) -> String {
    guard let value = verdict.value, let holds = verdict.holds else {
      let text = words(.mandateNotMeasured, ["year": "\(verdict.year)"])
      guard message == .mandateRecorded else { return text }
      return text + (words.language == .english ? ", " : "\u{FF0C}")
    }
    return words(
      message,
      [
        "value": words.percent(value), "year": "\(verdict.year)",
        "verdict": words(holds ? .mandateHolds : .mandateBroken),
      ])
  }

  // MARK: Readings in words

  private func reading(_ rule: MandateRule) -> String {
    let window =
      rule.window == 1
      ? words(.mandateWindow, count: 1) : words(.mandateWindow, ["years": "\(rule.window)"])
    let scope = scope(rule.scope)
    guard let predicate = try? Predicate(parsing: rule.predicate, measures: MandateRule.measures),
      predicate.measure == "extrabudgetary-share"
    else { return other(rule, scope, window) }
    let places: KeyValuePairs = [
      "share": words.percent(predicate.value, places: 0), "scope": scope, "window": window,
    ]
    return switch predicate.comparison {
    case .above: words(.mandateAbove, places)
    case .atLeast: words(predicate.value >= 1 ? .mandateAll : .mandateAtLeast, places)
    default: other(rule, scope, window)
    }
  }

  private func other(_ rule: MandateRule, _ scope: String, _ window: String) -> String {
    words(.mandateOther, ["predicate": rule.predicate, "scope": scope, "window": window])
  }

  private func scope(_ scope: String) -> String {
    switch scope {
    case "all": words(.mandateScopeAll)
    case "core": words(.mandateScopeCore)
    default: words(.mandateScopeFund, ["fund": scope])
    }
  }
}
