/// Widths of text on a terminal, where East Asian characters take two columns.
public enum TextWidth {
  /// Columns of a terminal or a printed page that every text of ours keeps to.
  public static let page = 96

  /// Columns a text takes.
  public static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + of($1) } }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    // Below the first combining mark every character takes one.
    if scalar.value < 0x300 { return 1 }
    if scalar.properties.generalCategory == .nonspacingMark { return 0 }
    return switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  /// Padded with blanks, or cut with two full stops where it is too long.
  public static func pad(_ text: String, to width: Int, right: Bool) -> String {
    let own = of(text)
    guard own <= width else { return cut(text, to: width) }
    let blanks = String(repeating: " ", count: width - own)
    return right ? text + blanks : blanks + text
  }

  private static func cut(_ text: String, to width: Int) -> String {
    var result = ""
    for character in text where of(result + String(character)) <= width - 2 { result.append(character) }
    return pad(result + "..", to: width, right: true)
  }

  /// Lines of at most `width` columns, broken at blanks (or inside a word that is longer than a line).
  public static func wrap(
    _ text: String, to width: Int = TextWidth.page, first: String = "", rest: String = ""
  ) -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ").flatMap({ pieces(String($0), width - 4) }) {
      if !isEmpty, of(line) + 1 + of(word) > width {
        lines.append(line)
        (line, isEmpty) = (rest, true)
      }
      line += isEmpty ? word : " " + word
      isEmpty = false
    }
    return lines + [line]
  }

  private static func pieces(_ word: String, _ width: Int) -> [String] {
    guard of(word) > width else { return [word] }
    var pieces: [String] = []
    var piece = ""
    for character in word {
      if of(piece) + of(String(character)) > width {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return pieces + [piece]
  }
}
