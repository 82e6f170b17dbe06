import LinearAlgebra
import Tabular

/// A column while it is read: numbers, until a cell says otherwise.
struct NumberColumn {
  /// nil where missing; empty once the column is known to hold text.
  private(set) var values: [DoubleDouble?] = []
  /// The first cell that is no number, if any.
  private(set) var firstWord: (line: Int, text: String)?
  /// Cells such as `inf`, which are neither numbers nor words.
  private(set) var unusable: [(line: Int, text: String)] = []
  private(set) var hadNumbers = false

  /// Whether every cell so far is a number, missing or unusable, and one at least is a number.
  var isNumbers: Bool { firstWord == nil && (hadNumbers || unusable.isEmpty) }

  mutating func take(_ reader: CSVReader, _ cell: CSVReader.Cell) {
    if firstWord != nil, hadNumbers { return }
    let range = CellText.trimmed(reader.bytes, cell.range)
    if CellText.isMissing(reader.bytes, range) {
      if firstWord == nil { values.append(nil) }
    } else if let number = DoubleDouble(decimal: reader.bytes[range]) {
      hadNumbers = true
      if firstWord == nil { values.append(number) }
    } else {
      takeWord(reader.text(of: cell), line: reader.line, isUnusable: CellText.isUnusable(reader.bytes, range))
    }
  }

  private mutating func takeWord(_ text: String, line: Int, isUnusable: Bool) {
    if isUnusable {
      if unusable.count < Problems.keptPerFile { unusable.append((line, text)) }
      if firstWord == nil { values.append(nil) }
    } else if firstWord == nil {
      firstWord = (line, text)
      values = []
    }
  }
}

/// What the bytes of a cell say.
enum CellText {
  static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }

  /// The range without blanks and tabs at its ends.
  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// Empty or `NA`.
  static func isMissing(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    range.isEmpty
      || (range.count == 2 && bytes[range.lowerBound] == UInt8(ascii: "N")
        && bytes[range.lowerBound + 1] == UInt8(ascii: "A"))
  }

  static func isMissing(_ reader: CSVReader, _ cell: CSVReader.Cell) -> Bool {
    isMissing(reader.bytes, trimmed(reader.bytes, cell.range))
  }

  /// What other programs write for a value that is no number, and decimals beyond the range of doubles.
  static func isUnusable(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count <= 4096 else { return false }
    let word = bytes[range].drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let text = String(decoding: word, as: UTF8.self)
    if ["nan", "inf", "infinity"].contains(text.lowercased()) { return true }
    guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return false }
    return DoubleDouble(decimal: text[..<mark]) != nil && isWhole(text[mark...].dropFirst())
  }

  private static func isWhole(_ text: Substring) -> Bool {
    let digits = text.drop { $0 == "-" || $0 == "+" }
    return !digits.isEmpty && digits.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }
}
