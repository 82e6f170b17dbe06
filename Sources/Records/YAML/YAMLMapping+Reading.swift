public import Tabular

extension YAMLMapping {
  /// Reports every key that is not `known`, with the nearest that is.
  public func rejectUnknown(known: [String], _ problems: inout Problems) {
    for entry in entries where !known.contains(entry.key) {
      problems.error(entry.location, Wording.unknown("key", entry.key, known: known))
    }
  }

  /// A text that must be there and must not be empty.
  public func string(_ key: String, _ problems: inout Problems) -> String? {
    guard let entry = required(key, &problems) else { return nil }
    return text(of: entry, &problems)
  }

  /// A text that may be absent or empty.
  public func optionalString(_ key: String, _ problems: inout Problems) -> String? {
    guard let entry = entry(key), !entry.value.isEmpty else { return nil }
    return text(of: entry, &problems)
  }

  /// A mapping that must be there.
  public func mapping(_ key: String, _ problems: inout Problems) -> YAMLMapping? {
    guard let entry = required(key, &problems) else { return nil }
    return mapping(of: entry, &problems)
  }

  /// A mapping that may be absent or empty.
  public func optionalMapping(_ key: String, _ problems: inout Problems) -> YAMLMapping? {
    guard let entry = entry(key), !entry.value.isEmpty else { return nil }
    return mapping(of: entry, &problems)
  }

  /// A list that must be there.
  public func list(_ key: String, _ problems: inout Problems) -> [YAMLNode]? {
    guard let entry = required(key, &problems) else { return nil }
    return list(of: entry, &problems)
  }

  /// A list; empty where the key is absent or has nothing after it.
  public func optionalList(_ key: String, _ problems: inout Problems) -> [YAMLNode] {
    guard let entry = entry(key), !entry.value.isEmpty else { return [] }
    return list(of: entry, &problems) ?? []
  }

  /// A value read from a text by `parse`, which returns `nil` for a text it does not know; `expected` ends the
  /// sentence `key 'x' is not ...`. Absent and empty keys are a problem only where the key is `required`.
  public func value<Value>(
    _ key: String, required isRequired: Bool, expected: String, _ problems: inout Problems,
    _ parse: (String) -> Value?
  ) -> Value? {
    guard let text = isRequired ? string(key, &problems) : optionalString(key, &problems) else { return nil }
    if let value = parse(text) { return value }
    problems.error(location(of: key), "\(key) '\(Wording.shown(text))' is not \(expected)")
    return nil
  }

  private func required(_ key: String, _ problems: inout Problems) -> Entry? {
    guard let entry = entry(key) else {
      problems.error(location, "key '\(key)' is missing; add a line '\(key): ...'")
      return nil
    }
    if entry.value.isEmpty {
      problems.error(entry.location, "key '\(key)' has no value; write one after the colon")
      return nil
    }
    return entry
  }

  private func text(of entry: Entry, _ problems: inout Problems) -> String? {
    if let text = entry.value.scalar { return text }
    problems.error(
      entry.location, "key '\(entry.key)' holds \(entry.value.kindName); expected a single value")
    return nil
  }

  private func mapping(of entry: Entry, _ problems: inout Problems) -> YAMLMapping? {
    if let mapping = entry.value.mapping { return mapping }
    problems.error(
      entry.location,
      "key '\(entry.key)' holds \(entry.value.kindName); expected keys with values, indented below it")
    return nil
  }

  private func list(of entry: Entry, _ problems: inout Problems) -> [YAMLNode]? {
    if let list = entry.value.list { return list }
    problems.error(
      entry.location,
      "key '\(entry.key)' holds \(entry.value.kindName); expected a list, one '- ' item a line")
    return nil
  }
}
