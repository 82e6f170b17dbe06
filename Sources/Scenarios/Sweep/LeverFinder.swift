import Records
import Tabular

/// Finds what the `vary` of a lever names: an assumption, or a key of one change of the scenario.
struct LeverFinder {
  let lineage: [ScenarioSource]
  private let changes: [WrittenChange]

  init(_ lineage: [ScenarioSource]) {
    self.lineage = lineage
    changes = WrittenChange.all(in: lineage)
  }

  /// `nil` where nothing, or more than one thing, is meant.
  func target(_ lever: YAMLMapping, _ problems: inout Problems) -> LeverTarget? {
    let selection = lever.optionalMapping("where", &problems)
    guard let name = lever.string("vary", &problems) else { return nil }
    let place = lever.location(of: "vary")
    if AssumptionReader.names.contains(name) { return assumption(name, lever, &problems) }
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = ChangeReader.Word(rawValue: String(parts[0])),
      kind.keys.contains(String(parts[1]))
    else {
      problems.error(place, Phrase.unknown("lever", name, known: known(like: name)))
      return nil
    }
    if let selection, !selection.keys.allSatisfy(kind.keys.contains) {
      selection.rejectUnknown(known: kind.keys, &problems)
      return nil
    }
    guard let change = change(kind, selection, place, &problems) else { return nil }
    let key = String(parts[1])
    return LeverTarget(
      name: name + LeverFinder.words(selection), source: change.source, path: change.path + [.key(key)],
      quantity: LeverQuantity(kind, key: key))
  }

  /// It stands in the file asked for last, whose word goes before the others'.
  private func assumption(_ name: String, _ lever: YAMLMapping, _ problems: inout Problems) -> LeverTarget? {
    if let selection = lever.entry("where") {
      problems.error(
        selection.location, "assumption '\(name)' stands once and needs no 'where'; delete the 'where'")
      return nil
    }
    return LeverTarget(
      name: name, source: lineage.count - 1, path: [.key("assumptions"), .key(name)],
      quantity: LeverQuantity(assumption: name))
  }

  /// The one change of a kind that a selection leaves.
  private func change(
    _ kind: ChangeReader.Word, _ selection: YAMLMapping?, _ place: SourceLocation, _ problems: inout Problems
  ) -> WrittenChange? {
    let ofKind = changes.filter { $0.kind == kind }
    let left = ofKind.filter { change in selection.map(change.matches) ?? true }
    if left.count == 1 { return left[0] }
    problems.error(place, fault(kind, ofKind, left))
    return nil
  }

  private func fault(_ kind: ChangeReader.Word, _ ofKind: [WrittenChange], _ left: [WrittenChange]) -> String
  {
    let word = kind.rawValue
    if ofKind.isEmpty {
      return "the scenario has no \(word) to vary; write one under 'changes', with the value it has by itself"
    }
    let shown = (left.isEmpty ? ofKind : left).prefix(6).map(\.shown).joined(separator: ", ")
    if left.isEmpty { return "no \(word) of the scenario is what 'where' says; there is \(shown)" }
    return
      "\(left.count) changes are meant: \(shown); name one of them, such as where: {\(left[0].example(left))}"
  }

  /// ` where contributor india`, for reports.
  private static func words(_ selection: YAMLMapping?) -> String {
    guard let selection, !selection.entries.isEmpty else { return "" }
    let words = selection.entries.map { "\($0.key) \(Phrase.shown($0.value.scalar ?? ""))" }
    return " where " + words.joined(separator: " and ")
  }

  /// What may be varied: keys of the kind that was begun, or assumptions and the keys of all changes there are.
  private func known(like name: String) -> [String] {
    let begun = ChangeReader.Word.allCases.filter { name.hasPrefix($0.rawValue + ".") }
    let kinds =
      begun.isEmpty
      ? ChangeReader.Word.allCases.filter { kind in changes.contains { $0.kind == kind } } : begun
    return (begun.isEmpty ? AssumptionReader.names : [])
      + kinds.flatMap { kind in kind.keys.map { "\(kind.rawValue).\($0)" } }
  }
}

extension WrittenChange {
  /// A key and value that sets this change apart from others; its first where none does.
  fileprivate func example(_ others: [WrittenChange]) -> String {
    let entry =
      keys.entries.first { entry in others.count { $0.keys[entry.key] == entry.value } == 1 }
      ?? keys.entries.first
    return entry.map { "\($0.key): \(Phrase.shown($0.value.scalar ?? "..."))" } ?? "key: value"
  }
}
