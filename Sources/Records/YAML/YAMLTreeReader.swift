import Tabular
import Yams

/// Copies the parser's tree into our own and refuses what strict YAML leaves out.
struct YAMLTreeReader {
  let file: String
  private let lines: [Substring.UnicodeScalarView]
  private(set) var problems = Problems()

  init(file: String, text: String) {
    self.file = file
    lines = YAMLTreeReader.lines(of: text)
  }

  /// `nil` where the node, or anything below it, is refused.
  mutating func node(_ source: Node, depth: Int) -> YAMLNode? {
    let location = SourceLocation(file: file, line: source.mark?.line ?? 1)
    guard depth <= StrictYAML.depthLimit else {
      problems.error(location, "nesting is deeper than \(StrictYAML.depthLimit) levels; flatten it")
      return nil
    }
    guard isPlain(source, location) else { return nil }
    switch source {
    case .scalar(let scalar):
      guard let text = FreeText.folded(scalar.string) else {
        problems.error(location, YAMLFault.control(scalar.string))
        return nil
      }
      return YAMLNode(.scalar(text), at: location)
    case .sequence(let items): return YAMLNode(.list(list(items, depth)), at: location)
    case .mapping(let pairs): return YAMLNode(.mapping(mapping(pairs, location, depth)), at: location)
    case .alias:
      problems.error(location, YAMLFault.aliasRefused)
      return nil
    }
  }

  /// No anchor and no tag stands before the value.
  private mutating func isPlain(_ source: Node, _ location: SourceLocation) -> Bool {
    switch firstScalar(source.mark) {
    case "&", "*": problems.error(location, YAMLFault.aliasRefused)
    case "!": problems.error(location, YAMLFault.tagRefused)
    default: return true
    }
    return false
  }

  /// The character a node begins with: the one at the parser's mark.
  private func firstScalar(_ mark: Mark?) -> Unicode.Scalar? {
    guard let mark, lines.indices.contains(mark.line - 1) else { return nil }
    return lines[mark.line - 1].dropFirst(mark.column - 1).first
  }

  private mutating func list(_ items: Node.Sequence, _ depth: Int) -> [YAMLNode] {
    var result: [YAMLNode] = []
    for item in items {
      if let node = node(item, depth: depth + 1) { result.append(node) }
    }
    return result
  }

  private mutating func mapping(_ pairs: Node.Mapping, _ location: SourceLocation, _ depth: Int)
    -> YAMLMapping
  {
    var entries: [YAMLMapping.Entry] = []
    var seen: Set<String> = []
    for (key, value) in pairs {
      guard let key = node(key, depth: depth + 1), let value = node(value, depth: depth + 1) else { continue }
      guard let name = key.scalar, !name.isEmpty else {
        problems.error(key.location, "a key is \(key.kindName); expected a word before the colon")
        continue
      }
      guard seen.insert(name).inserted else {
        problems.error(key.location, YAMLFault.duplicate(name))
        continue
      }
      entries.append(YAMLMapping.Entry(key: name, location: key.location, value: value))
    }
    return YAMLMapping(entries: entries, at: location)
  }

  /// Lines as the parser counts them: also CR, NEL and the Unicode separators end one.
  private static func lines(of text: String) -> [Substring.UnicodeScalarView] {
    var lines: [Substring.UnicodeScalarView] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var index = start
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      let pairFollows = scalar == "\r" && next < scalars.endIndex && scalars[next] == "\n"
      index = next
      guard isBreak(scalar), !pairFollows else { continue }
      lines.append(scalars[start..<index])
      start = index
    }
    lines.append(scalars[start...])
    return lines
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
