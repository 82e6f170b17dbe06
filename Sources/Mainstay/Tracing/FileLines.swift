import Records
import Tabular

/// Finds the line of a key in the plain block style of our YAML files.
struct FileLines {
  let folder: BookFolder?

  init(folder path: String) { folder = BookFolder(path: path) }

  /// The place of the deepest of nested keys that is found, outermost first, and what its line says.
  func find(_ keys: [String], in file: String) -> (place: SourceLocation, text: String)? {
    guard let folder, case .bytes(let bytes) = folder.read(file, limit: 1 << 20) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    var found: (index: Int, indent: Int)?
    for key in keys {
      let start = found.map { $0.index + 1 } ?? 0
      guard let next = FileLines.line(of: key, in: lines, from: start, below: found?.indent) else { break }
      found = next
    }
    return found.map {
      let place = SourceLocation(file: folder.displayName(file), line: $0.index + 1)
      return (place, FileLines.trimmed(lines[$0.index]))
    }
  }

  /// The next line with a key, within the block of lines deeper than `indent`.
  private static func line(
    of key: String, in lines: [Substring], from start: Int, below indent: Int?
  ) -> (index: Int, indent: Int)? {
    for index in start..<max(start, lines.count) {
      let own = lines[index].prefix { $0 == " " }.count
      let text = lines[index].dropFirst(own)
      if text.isEmpty || text.hasPrefix("#") { continue }
      if let indent, own <= indent { return nil }
      if indent == nil, own > 0 { continue }
      if text.hasPrefix("\(key):") || text.hasPrefix("\"\(key)\":") { return (index, own) }
    }
    return nil
  }

  private static func trimmed(_ line: Substring) -> String {
    let text = line.drop { $0 == " " }
    return text.count > 200 ? text.prefix(200) + ".." : String(text)
  }
}
