import Finance
import OrderedCollections
import Tabular

/// Names the book defines, and where a row comes from.
extension Sheet {
  /// A contributor by identifier, name or alias; the identifier.
  mutating func contributor(_ column: Column) -> String? {
    guard let text = required(column) else { return nil }
    guard let index = context.contributors else { return text }
    if let identifier = index.identifier(of: text) { return identifier }
    error(
      Wording.unknown(
        column.name, text, known: index.spellings, listed: index.ids,
        defining: "add it, or an alias, to contributors.csv"))
    return nil
  }

  mutating func fund(_ column: Column) -> String? {
    guard let text = required(column) else { return nil }
    guard let funds = context.fundPurposes, funds[text] == nil else { return text }
    error(Wording.unknown(column.name, text, known: Array(funds.keys), defining: "add it to centre.yaml"))
    return nil
  }

  func isEarmarked(_ fund: String) -> Bool { context.fundPurposes?[fund] == .earmarked }

  /// A class of ours or a name the centre has for one; `nil` without a word where `centre.yaml`, which has the
  /// names, could not be read.
  mutating func objectClass(_ column: Column) -> ObjectClass? {
    guard let text = required(column) else { return nil }
    if let known = context.classNames?[text] ?? ObjectClass(rawValue: text) { return known }
    guard let own = context.classNames else { return nil }
    let names = ObjectClass.allCases.map(\.rawValue) + own.keys
    error(
      Wording.unknown(column.name, text, known: names, defining: "add it to 'classes' in centre.yaml"))
    return nil
  }

  /// Source and day of the row; `source` is the column of that name.
  mutating func provenance(_ source: Column) -> Provenance? {
    if knownOn == nil { reportKnownOn() }
    let text = text(source)
    if text.isEmpty {
      error("source is empty; name the document and paragraph, or begin with 'assumption'")
      return nil
    }
    return knownOn.map { Provenance(source: text, knownOn: $0, location: location) }
  }

  /// Says why there is no day; where it comes from another column, that column's own fault says it.
  private mutating func reportKnownOn() {
    let column = column("known_on")
    let text = text(column)
    if !text.isEmpty {
      error("known_on '\(Wording.shown(text))' is not \(Wording.aDate)")
    } else if case .required = schema.knownOn {
      error("known_on is empty; write the day on which this plan could first be known, as YYYY-MM-DD")
    }
  }
}
