/// Renders a document as plain text of at most `width` columns.
struct TextRenderer {
  static let width = 96

  func render(_ document: Document) -> String {
    var lines: [String] = []
    var previousWasBullet = false
    for block in document.blocks {
      var isBullet = false
      switch block {
      case .title(let text):
        lines += TextWidth.wrap(text, to: TextRenderer.width)
        lines.append(String(repeating: "=", count: TextRenderer.width))
      case .heading(let text):
        let heading = TextWidth.wrap(text.uppercased(), to: TextRenderer.width)
        lines += [""] + heading
        lines.append(String(repeating: "-", count: heading.map(TextWidth.of).max() ?? 0))
      case .paragraph(let text):
        if !(lines.last ?? "").hasPrefix("-"), !(lines.last ?? "").hasPrefix("=") { lines.append("") }
        lines += TextWidth.wrap(text, to: TextRenderer.width)
      case .bullet(let text):
        isBullet = true
        if !previousWasBullet, !(lines.last ?? "").hasPrefix("-") { lines.append("") }
        lines += TextWidth.wrap(text, to: TextRenderer.width, first: "- ", rest: "  ")
      case .table(let table):
        if !(lines.last ?? "").hasPrefix("-") { lines.append("") }
        lines += render(table)
      }
      previousWasBullet = isBullet
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func render(_ table: TextTable) -> [String] {
    let (widths, gap) = columnWidths(table)
    if widths.reduce(0, +) + gap.count * (widths.count - 1) > TextRenderer.width, widths.count > 2 {
      let (left, right) = table.halves
      return render(left) + [""] + render(right)
    }
    func line(_ cells: [String]) -> String {
      let parts = zip(cells, widths).enumerated().map { index, cell in
        index == 0
          ? TextWidth.pad(cell.0, to: cell.1, right: true) : TextWidth.pad(cell.0, to: cell.1, right: false)
      }
      return trimmedEnd(parts.joined(separator: gap))
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: gap)
    return [line(table.columns), rule]
      + table.rows.flatMap { $0.isTotal ? [rule, line($0.cells)] : [line($0.cells)] }
  }

  /// Natural widths two blanks apart; where the table would be too wide one blank apart, and then the first
  /// column gives way.
  private func columnWidths(_ table: TextTable) -> (widths: [Int], gap: String) {
    var widths = table.columns.indices.map { column in
      max(
        TextWidth.of(table.columns[column]), table.rows.map { TextWidth.of($0.cells[column]) }.max() ?? 0)
    }
    let natural = widths.reduce(0, +)
    if natural + 2 * (widths.count - 1) <= TextRenderer.width { return (widths, "  ") }
    let excess = natural + widths.count - 1 - TextRenderer.width
    if excess > 0 { widths[0] = max(8, widths[0] - excess) }
    return (widths, " ")
  }

  private func trimmedEnd(_ text: String) -> String {
    var text = Substring(text)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// Widths of text on a terminal, where East Asian characters take two columns.
enum TextWidth {
  static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + of($1) } }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.properties.generalCategory == .nonspacingMark { return 0 }
    return switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }

  /// Padded with blanks, or cut with two full stops where it is too long.
  static func pad(_ text: String, to width: Int, right: Bool) -> String {
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
  static func wrap(_ text: String, to width: Int, first: String = "", rest: String = "") -> [String] {
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
