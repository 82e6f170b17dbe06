import Finance
import Records
import Tabular

/// Reads one item of a `changes` or `shocks` list: a mapping of one key, the kind.
struct ChangeReader {
  /// The day from which posts of the scenario are known.
  let asOf: CalendarDate
  /// Where changes without `to` end.
  let horizon: Int

  /// The words of the kinds, with the keys each may have.
  enum Word: String, CaseIterable {
    case setContribution = "set-contribution"
    case collectLevels = "collect-levels"
    case keepAgreements = "keep-agreements"
    case payLate = "pay-late"
    case payIn = "pay-in"
    case exchangeShock = "exchange-shock"
    case addPosts = "add-posts"
    case endInKind = "end-in-kind"
    case scalePlan = "scale-plan"

    var keys: [String] {
      switch self {
      case .setContribution: ["contributor", "fund", "from", "to", "amount", "currency", "month", "agreed"]
      case .collectLevels: ["share", "fund", "from", "to", "month", "group"]
      case .keepAgreements: ["from", "to", "contributor"]
      case .payLate: ["contributor", "months", "from", "to"]
      case .payIn: ["contributor", "currency"]
      case .exchangeShock: ["currency", "percent", "from"]
      case .addPosts:
        [
          "post", "grade", "fund", "count", "from", "to", "yearly_cost", "currency", "notice_months",
          "separation_cost", "source",
        ]
      case .endInKind: ["from", "contributor", "what"]
      case .scalePlan: ["percent", "from", "to", "fund", "line"]
      }
    }
  }

  /// `nil` where the item is refused.
  func change(_ node: YAMLNode, _ problems: inout Problems) -> Change? {
    guard let entry = entry(of: node, &problems) else { return nil }
    guard let word = Word(rawValue: entry.key) else {
      problems.error(
        entry.location, Phrase.unknown("change", entry.key, known: Word.allCases.map(\.rawValue)))
      return nil
    }
    guard let mapping = entry.value.mapping else {
      problems.error(
        entry.location, "\(word.rawValue) has no keys; write \(word.rawValue): {\(word.keys[0]): ...}")
      return nil
    }
    mapping.rejectUnknown(known: word.keys, &problems)
    return kind(word, mapping, entry.location, &problems).map { Change(kind: $0, location: entry.location) }
  }

  /// The one key of an item.
  private func entry(of node: YAMLNode, _ problems: inout Problems) -> YAMLMapping.Entry? {
    guard let mapping = node.mapping else {
      let word = node.scalar.map { "'\(Phrase.shown($0))'" } ?? "a list"
      problems.error(
        node.location,
        "\(word) is not a change; write its kind and keys, such as keep-agreements: {from: 2021}")
      return nil
    }
    if mapping.entries.count == 1 { return mapping.entries[0] }
    problems.error(
      node.location,
      "an item has \(mapping.entries.count) keys (\(mapping.keys.joined(separator: ", "))) where one kind is expected; "
        + "begin each change with '- ' and indent its keys, or put them in { }")
    return nil
  }

  private func kind(
    _ word: Word, _ mapping: YAMLMapping, _ place: SourceLocation, _ problems: inout Problems
  ) -> Change.Kind? {
    switch word {
    case .setContribution: setContribution(mapping, &problems).map { .setContribution($0) }
    case .collectLevels: collectLevels(mapping, &problems).map { .collectLevels($0) }
    case .keepAgreements: keepAgreements(mapping, &problems).map { .keepAgreements($0) }
    case .payLate: payLate(mapping, &problems).map { .payLate($0) }
    case .payIn: payIn(mapping, &problems).map { .payIn($0) }
    case .exchangeShock: exchangeShock(mapping, &problems).map { .exchangeShock($0) }
    case .addPosts: addPosts(mapping, place, &problems).map { .addPosts($0) }
    case .endInKind: endInKind(mapping, &problems).map { .endInKind($0) }
    case .scalePlan: scalePlan(mapping, &problems).map { .scalePlan($0) }
    }
  }
}
