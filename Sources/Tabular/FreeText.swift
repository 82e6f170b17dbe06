/// Text that people wrote and spreadsheets may misread.
public enum FreeText {
  /// Whether a spreadsheet would take the text for a formula: it begins with `=`, `+`, `-`, `@`, tab or return.
  public static func looksLikeFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    return isFormulaStart(first)
  }

  /// The text on one line, as it can be shown anywhere: line ends and tabs are blanks, marks that turn the direction of
  /// reading are their code point in brackets, other control characters a box.
  public static func shown(_ text: String) -> String {
    guard !text.unicodeScalars.allSatisfy(isPlain) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isPlain(scalar) {
        result.unicodeScalars.append(scalar)
      } else if TextDirection.isMark(scalar) {
        result += "[U+\(String(scalar.value, radix: 16, uppercase: true))]"
      } else {
        result.unicodeScalars.append(isBlank(scalar) ? " " : "\u{FFFD}")
      }
    }
    return result
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E: true
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: false
    default: !TextDirection.isMark(scalar)
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    [0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029].contains(scalar.value)
  }

  /// The text on one line: every run of blanks, tabs and line ends a single blank, none at the ends; `nil` where it
  /// holds another control character.
  public static func folded(_ text: String) -> String? {
    if text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !isControl($0) && !isBlank($0) }) { return text }
    guard !text.unicodeScalars.contains(where: { isControl($0) && !isBlank($0) }) else { return nil }
    let words = text.unicodeScalars.split { $0 == " " || isBlank($0) }
    return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  static func isFormulaStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13: true
    default: false
    }
  }
}
