import Tabular

/// Renders a document as plain text of at most `width` columns.
struct TextRenderer {
  static let width = TextWidth.page

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
        if !endsInRule(lines) { lines.append("") }
        lines += TextWidth.wrap(text, to: TextRenderer.width)
      case .bullet(let text):
        isBullet = true
        if !previousWasBullet, !endsInRule(lines) { lines.append("") }
        lines += TextWidth.wrap(text, to: TextRenderer.width, first: "- ", rest: "  ")
      case .table(let table):
        if !endsInRule(lines) { lines.append("") }
        lines += render(table)
      }
      previousWasBullet = isBullet
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whether the last line is the rule under a title or a heading.
  private func endsInRule(_ lines: [String]) -> Bool {
    guard let last = lines.last else { return false }
    return !last.isEmpty && last.allSatisfy { $0 == "-" || $0 == "=" }
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
