import Records
import Tabular

/// A change as it stands in one of a scenario's files, before it is read.
struct WrittenChange {
  /// Which file of the lineage.
  let source: Int
  /// From the file's mapping to the keys of the change.
  let path: YAMLPath
  let kind: ChangeReader.Word
  let keys: YAMLMapping
  let location: SourceLocation

  /// All changes and shocks of a scenario that are written as one kind with keys, in the order they act.
  static func all(in lineage: [ScenarioSource]) -> [WrittenChange] {
    ["changes", "shocks"].flatMap { list in
      lineage.indices.flatMap { source in
        (lineage[source].mapping[list]?.list ?? []).enumerated().compactMap { index, node in
          WrittenChange(node, source: source, path: [.key(list), .item(index)])
        }
      }
    }
  }

  private init?(_ node: YAMLNode, source: Int, path: YAMLPath) {
    guard let entry = node.mapping?.entries.first, let kind = ChangeReader.Word(rawValue: entry.key),
      let keys = entry.value.mapping
    else { return nil }
    (self.source, self.kind, self.keys, location) = (source, kind, keys, entry.location)
    self.path = path + [.key(entry.key)]
  }

  /// Whether every key of `selection` is written here with the same text.
  func matches(_ selection: YAMLMapping) -> Bool {
    selection.entries.allSatisfy { $0.value.scalar != nil && keys[$0.key]?.scalar == $0.value.scalar }
  }

  /// `book/a.yaml:8 {contributor: india, fund: core}`: enough to tell it from others.
  var shown: String {
    let words = keys.entries.prefix(3).compactMap { entry in
      entry.value.scalar.map { "\(entry.key): \(Phrase.shown($0))" }
    }
    return "\(location) {\(words.joined(separator: ", "))}"
  }
}
