public import Formulas
import LinearAlgebra
public import Tabular

/// Reads a CSV table into a `Frame`.
///
/// The first row names the columns. A column holds numbers where every value that is not missing is a plain
/// decimal number (`-12.5`, `3e-7`), kept to double-double; else it holds text. A cell is missing where it
/// is empty or `NA`. Blanks around numbers do not matter. A value such as `inf` or `1e999` in a column that
/// otherwise holds numbers is a problem.
public struct FrameReader: Sendable {
  /// What reading came to: the table, notes worth knowing, and for each text column its first text that is
  /// no number beside values that are.
  public struct Reading: Sendable {
    public let frame: Frame
    public let notes: [Problem]
    /// By column name: where a column that also holds numbers first holds something else, and what.
    public let words: [String: (line: Int, text: String)]
  }

  private let file: String
  private let header: [String]
  private let body: CSVReader
  private var problems: Problems

  /// Reads the bytes of a table.
  /// - Throws: `WorkbenchError.table` with every problem found.
  public static func read(_ bytes: [UInt8], file: String) throws(WorkbenchError) -> Reading {
    var problems = Problems()
    guard let (header, body) = CSVReader.begin(bytes, file: file, &problems) else { throw .table(problems) }
    let names = header.map(CellText.trimmed)
    FrameReader.checkHeader(names, file: file, &problems)
    var reader = FrameReader(file: file, header: names, body: body, problems: problems)
    return try reader.read()
  }

  private init(file: String, header: [String], body: CSVReader, problems: Problems) {
    (self.file, self.header, self.body, self.problems) = (file, header, body, problems)
  }

  private static func checkHeader(_ header: [String], file: String, _ problems: inout Problems) {
    let start = SourceLocation(file: file, line: 1)
    var seen: Set<String> = []
    for (index, name) in header.enumerated() {
      if name.isEmpty {
        problems.error(start, "column \(index + 1) has no name; write one into the header")
      } else if !seen.insert(name).inserted {
        problems.error(start, "column '\(name)' stands twice; rename or drop one of them")
      }
    }
  }

  /// Numbers in one pass; the columns that turn out to be text in another.
  private mutating func read() throws(WorkbenchError) -> Reading {
    var columns = header.map { _ in NumberColumn() }
    var lines: [Int] = []
    var reader = body
    while reader.next() {
      if reader.reportFaults(columns: header.count, file: file, &problems) { continue }
      lines.append(reader.line)
      for index in columns.indices { columns[index].take(reader, reader.cells[index]) }
    }
    if lines.isEmpty, !problems.hasErrors {
      problems.error(
        SourceLocation(file: file, line: 1), "the file has a header and no rows; add the observations")
    }
    for (name, column) in zip(header, columns) where column.isNumbers {
      for unusable in column.unusable { report(unusable, of: name) }
    }
    guard !problems.hasErrors else { throw .table(problems) }
    return Reading(
      frame: Frame(names: header, columns: finish(columns), lines: lines), notes: problems.sorted,
      words: words(columns))
  }

  private mutating func report(_ unusable: (line: Int, text: String), of name: String) {
    let location = SourceLocation(file: file, line: unusable.line)
    problems.error(
      location,
      "column '\(name)' holds '\(unusable.text)' among its numbers; "
        + "write a plain decimal number, or leave the cell empty where the value is missing")
  }

  private func finish(_ columns: [NumberColumn]) -> [Frame.Column] {
    let texts = readTexts(columns.indices.filter { !columns[$0].isNumbers })
    return columns.indices.map { index in
      texts[index].map { .text($0) } ?? .numbers(columns[index].values)
    }
  }

  private func readTexts(_ indices: [Int]) -> [Int: [String?]] {
    guard !indices.isEmpty else { return [:] }
    var texts = [[String?]](repeating: [], count: indices.count)
    var reader = body
    while reader.next() {
      for (place, index) in indices.enumerated() {
        let cell = reader.cells[index]
        texts[place].append(CellText.isMissing(reader, cell) ? nil : reader.text(of: cell))
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(indices, texts))
  }

  private func words(_ columns: [NumberColumn]) -> [String: (line: Int, text: String)] {
    var words: [String: (line: Int, text: String)] = [:]
    for (name, column) in zip(header, columns) where column.hadNumbers { words[name] = column.firstWord }
    return words
  }
}
