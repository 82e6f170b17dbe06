import Tabular

/// Free text as a cell can hold it: whatever it says, it is shown and never run.
enum CellText {
  /// Most UTF-16 units of a cell.
  static let limit = 32_767
  private static let ending = "... (cut here: a cell holds no more)"

  /// The text without characters no XML file may hold, cut at the limit; an escape of the format's own is written
  /// so that it is shown as it stands.
  static func text(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in FreeText.shown(text).unicodeScalars {
      scalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
    }
    return escaped(cut(String(scalars)))
  }

  private static func isAllowed(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 9, 10, 13: true
    case 0..<32, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  /// Room is left for escapes, each of which makes a text longer.
  private static func cut(_ text: String) -> String {
    let escapes = escapeStarts(Array(text.unicodeScalars)).count
    guard text.utf16.count + 7 * escapes > limit else { return text }
    let room = max(0, limit - ending.utf16.count - 7 * escapes)
    var (scalars, units) = (String.UnicodeScalarView(), 0)
    for scalar in text.unicodeScalars {
      units += UTF16.width(scalar)
      guard units <= room else { break }
      scalars.append(scalar)
    }
    return String(scalars) + ending
  }

  /// `_x0041_` would be shown as `A`: its first sign is written as an escape itself.
  private static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let starts = Set(escapeStarts(scalars))
    guard !starts.isEmpty else { return text }
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if starts.contains(index) { result.append(contentsOf: "_x005F".unicodeScalars) }
      result.append(scalar)
    }
    return String(result)
  }

  /// Where an escape `_xHHHH_` begins.
  private static func escapeStarts(_ scalars: [UnicodeScalar]) -> [Int] {
    guard scalars.count >= 7 else { return [] }
    return (0...(scalars.count - 7)).filter { start in
      scalars[start] == "_" && scalars[start + 1] == "x" && scalars[start + 6] == "_"
        && scalars[(start + 2)...(start + 5)].allSatisfy(\.properties.isASCIIHexDigit)
    }
  }
}
