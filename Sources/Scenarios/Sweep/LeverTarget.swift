import Records
import Tabular

/// What a lever moves: a value in one of a scenario's files, or one that is added there.
struct LeverTarget: Hashable {
  let name: String
  /// Which file of the lineage.
  let source: Int
  let path: YAMLPath
  let quantity: LeverQuantity

  /// The last word of the path: what messages about a value begin with.
  var key: String {
    if case .key(let key)? = path.last { key } else { name }
  }

  /// The same files with another value.
  func set(_ item: LeverValues.Item, in lineage: inout [ScenarioSource]) {
    let node = YAMLNode(.scalar(item.value.written), at: item.location)
    lineage[source] = lineage[source].replacing(lineage[source].mapping.setting(path, to: node))
  }

  /// What the files say themselves; an assumption may stand in any of them, the last wins.
  func own(in lineage: [ScenarioSource]) -> Sweep.Value? {
    for file in lineage[...source].reversed() {
      guard let node = file.mapping[path], !node.isEmpty else { continue }
      let alone = YAMLMapping(
        entries: [YAMLMapping.Entry(key: key, location: node.location, value: node)], at: node.location)
      var ignored = Problems()
      return quantity.value(key, in: alone, &ignored)
    }
    return nil
  }

  static func == (left: LeverTarget, right: LeverTarget) -> Bool {
    left.source == right.source && left.path == right.path
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(path)
  }
}
