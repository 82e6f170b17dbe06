import Tabular

/// Breaks a text into lines where its script allows: at blanks, and beside a Chinese character where no mark forbids it.
enum LineBreaker {
  /// Lines of at most `width` columns; a piece that is longer than a line is cut.
  static func lines(_ text: String, width: Int, first: String = "", rest: String = "") -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for piece in pieces(text, longest: width - max(TextWidth.of(first), TextWidth.of(rest))) {
      let blank = piece.afterBlank && !isEmpty ? " " : ""
      if !isEmpty, TextWidth.of(line) + TextWidth.of(blank) + TextWidth.of(piece.text) > width {
        lines.append(line)
        (line, isEmpty) = (rest + piece.text, false)
      } else {
        line += blank + piece.text
        isEmpty = false
      }
    }
    return lines + [line]
  }

  /// What is never broken, and whether a blank stood before it.
  private struct Piece {
    var text: String
    let afterBlank: Bool
  }

  private static func pieces(_ text: String, longest: Int) -> [Piece] {
    var pieces: [Piece] = []
    var afterBlank = false
    for character in text {
      if character == " " {
        afterBlank = true
        continue
      }
      if !afterBlank, let last = pieces.last?.text, !mayBreak(last, character),
        TextWidth.of(last) + TextWidth.of(String(character)) <= longest
      {
        pieces[pieces.count - 1].text.append(character)
      } else {
        pieces.append(Piece(text: String(character), afterBlank: afterBlank))
      }
      afterBlank = false
    }
    return pieces
  }

  /// Whether a line may end after `text` and the next begin with `character`.
  private static func mayBreak(_ text: String, _ character: Character) -> Bool {
    guard let last = text.last else { return true }
    if neverFirst.contains(character) || neverLast.contains(last) || last == "\u{A0}" { return false }
    // A number keeps its unit.
    if last.isNumber, units.contains(character) { return false }
    return isWide(last) || isWide(character)
  }

  private static let neverFirst: Set<Character> = Set(
    "\u{3001}\u{3002}\u{FF0C}\u{FF1B}\u{FF1A}\u{FF01}\u{FF1F}\u{FF09}\u{300B}\u{201D}\u{2026}\u{A0}.,;:)]%")
  private static let neverLast: Set<Character> = Set("\u{FF08}\u{300A}\u{201C}([")
  private static let units: Set<Character> = ["年", "月", "日", "段", "种", "个", "行", "号"]

  private static func isWide(_ character: Character) -> Bool { TextWidth.of(String(character)) > 1 }
}
