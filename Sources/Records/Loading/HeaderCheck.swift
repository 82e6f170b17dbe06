import Tabular

/// Whether a header has the columns of its file.
struct HeaderCheck {
  let schema: FileSchema
  let header: [String]
  let file: String

  /// Reports unknown, repeated and missing columns; rows can be read where none is missing or repeated.
  func passes(_ problems: inout Problems) -> Bool {
    let start = SourceLocation(file: file, line: 1)
    var suggested: Set<String> = []
    for name in header where !schema.columns.contains(name) {
      let missing = schema.columns.filter { !header.contains($0) }
      if let near = nearest(to: name, among: missing) { suggested.insert(near) }
      problems.error(
        start, Wording.unknown("column", name, known: missing.isEmpty ? schema.columns : missing))
    }
    let missing = missingColumns
    for name in missing where !suggested.contains(name) {
      problems.error(start, "column '\(name)' is missing; add it to the header and to every row")
    }
    let lacksAll = !schema.oneOf.isEmpty && !schema.oneOf.contains(where: header.contains)
    if lacksAll, !schema.oneOf.contains(where: suggested.contains) {
      let names = schema.oneOf.map { "'\($0)'" }.joined(separator: " and ")
      problems.error(start, "columns \(names) are both missing; add one of them")
    }
    return missing.isEmpty && !lacksAll && !reportRepeated(start, &problems)
  }

  private var missingColumns: [String] { schema.required.filter { !header.contains($0) } }

  private func reportRepeated(_ start: SourceLocation, _ problems: inout Problems) -> Bool {
    var seen: Set<String> = []
    var repeated = false
    for name in header where !seen.insert(name).inserted {
      problems.error(start, "column '\(Wording.shown(name))' stands twice; keep one of them")
      repeated = true
    }
    return repeated
  }
}
