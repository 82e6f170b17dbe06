/// Text that people wrote and spreadsheets may misread.
public enum FreeText {
  /// Whether a spreadsheet would take the text for a formula: it begins with `=`, `+`, `-`, `@`, tab or return.
  public static func looksLikeFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    return isFormulaStart(first)
  }

  static func isFormulaStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13: true
    default: false
    }
  }
}
