import Records
import Tabular

/// The way from a file's mapping to a value in it.
typealias YAMLPath = [YAMLStep]

/// One step: a key of a mapping or an item of a list.
enum YAMLStep: Hashable {
  case key(String)
  case item(Int)
}

extension YAMLMapping {
  /// The same keys with another value at the end of a path; keys that are missing on the way are added.
  func setting(_ path: YAMLPath, to value: YAMLNode) -> YAMLMapping {
    YAMLNode(.mapping(self), at: location).setting(path[...], to: value).mapping ?? self
  }

  /// The value at the end of a path.
  subscript(path: YAMLPath) -> YAMLNode? {
    path.reduce(YAMLNode(.mapping(self), at: location)) { node, step in
      switch step {
      case .key(let key): node?.mapping?[key]
      case .item(let index): node?.list.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      }
    }
  }
}

extension YAMLNode {
  fileprivate func setting(_ path: ArraySlice<YAMLStep>, to value: YAMLNode) -> YAMLNode {
    guard let step = path.first else { return value }
    switch step {
    case .item(let index):
      var items = list ?? []
      if items.indices.contains(index) { items[index] = items[index].setting(path.dropFirst(), to: value) }
      return YAMLNode(.list(items), at: location)
    case .key(let key):
      return YAMLNode(.mapping(setting(key, path.dropFirst(), to: value)), at: location)
    }
  }

  /// A key whose value is the new one is said to stand where that stands, so that messages lead there.
  private func setting(_ key: String, _ rest: ArraySlice<YAMLStep>, to value: YAMLNode) -> YAMLMapping {
    var entries = mapping?.entries ?? []
    let index = entries.firstIndex { $0.key == key }
    let old = index.map { entries[$0] }
    let node = (old?.value ?? YAMLNode(.scalar(""), at: value.location)).setting(rest, to: value)
    let place = rest.isEmpty ? value.location : old?.location ?? value.location
    let entry = YAMLMapping.Entry(key: key, location: place, value: node)
    if let index { entries[index] = entry } else { entries.append(entry) }
    return YAMLMapping(entries: entries, at: mapping?.location ?? value.location)
  }
}
