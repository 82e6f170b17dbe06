public import Tabular
import Yams

/// YAML without its surprises: every scalar is text, a key stands once, one document, no anchors, aliases or
/// tags, at most 1 MB and 20 levels.
public enum StrictYAML {
  /// Largest file, in bytes.
  public static let sizeLimit = 1_000_000
  /// Deepest nesting.
  public static let depthLimit = 20

  /// Reads the mapping a file consists of, or reports why it cannot; `file` is the name messages print.
  public static func parse(_ bytes: [UInt8], file: String, _ problems: inout Problems) -> YAMLMapping? {
    let start = SourceLocation(file: file, line: 1)
    guard bytes.count <= sizeLimit else {
      problems.error(start, "the file has \(bytes.count) bytes; a YAML file has at most \(sizeLimit)")
      return nil
    }
    if let fault = YAMLPrecheck.fault(bytes, file: file) {
      problems.add(fault)
      return nil
    }
    // The parser would take a byte order mark for the first column of the first key.
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    return compose(String(decoding: text, as: UTF8.self), file: file, &problems)
  }

  private static func compose(_ text: String, file: String, _ problems: inout Problems) -> YAMLMapping? {
    let start = SourceLocation(file: file, line: 1)
    do {
      guard let root = try Parser(yaml: text, encoding: .utf8).singleRoot() else {
        problems.error(start, "the file is empty; write keys and values, one 'key: value' a line")
        return nil
      }
      var reader = YAMLTreeReader(file: file, text: text)
      let node = reader.node(root, depth: 1)
      problems.add(contentsOf: reader.problems)
      guard !reader.problems.hasErrors, let mapping = node?.mapping else {
        if !reader.problems.hasErrors {
          problems.error(start, "the file is not a mapping; write keys and values, one 'key: value' a line")
        }
        return nil
      }
      return mapping
    } catch {
      problems.add(YAMLFault.problem(error, file: file))
      return nil
    }
  }
}
