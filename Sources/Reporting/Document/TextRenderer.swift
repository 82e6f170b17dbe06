import Tabular

/// Renders a document as plain text of at most `width` columns, and knows where every figure stands.
struct TextRenderer {
  static let width = TextWidth.page

  func render(_ document: Document) -> String { TextRenderer.text(lines(document)) }

  static func text(_ lines: [TracedLine]) -> String { lines.map { $0.text + "\n" }.joined() }

  /// Every line with its figures.
  func lines(_ document: Document) -> [TracedLine] {
    var lines: [TracedLine] = []
    var previousWasBullet = false
    for block in document.blocks {
      var isBullet = false
      switch block {
      case .title(let text):
        lines += wrap(text)
        lines.append(TracedLine(String(repeating: "=", count: TextRenderer.width)))
      case .heading(let text):
        let heading = wrap(text.uppercased())
        lines += [TracedLine("")] + heading
        let width = heading.map { TextWidth.of($0.text) }.max() ?? 0
        lines.append(TracedLine(String(repeating: "-", count: width)))
      case .paragraph(let text), .notice(let text):
        if !endsInRule(lines) { lines.append(TracedLine("")) }
        lines += wrap(text)
      case .bullet(let text):
        isBullet = true
        if !previousWasBullet, !endsInRule(lines) { lines.append(TracedLine("")) }
        lines += wrap(text, first: "- ", rest: "  ")
      case .table(let table):
        if !endsInRule(lines) { lines.append(TracedLine("")) }
        lines += render(table)
      case .chart(let chart):
        guard chart.isInText else { continue }
        let picture = ChartText(chart)
        if !endsInRule(lines) { lines.append(TracedLine("")) }
        lines += picture.lines + [TracedLine("")] + wrap(Prose(picture.legend, " ", chart.caption))
      }
      previousWasBullet = isBullet
    }
    return lines
  }

  private func wrap(_ text: Prose, first: String = "", rest: String = "") -> [TracedLine] {
    var placement = FigurePlacement(text)
    // No line ends between a number and its sign.
    let (sign, bound) = (" %", "\u{A0}%")
    let lines = TextWidth.wrap(
      text.text.replacing(sign, with: bound), to: TextRenderer.width, first: first, rest: rest)
    return lines.map { $0.replacing(bound, with: sign) }.enumerated().map {
      TracedLine($1, placement.place($1, prefix: $0 == 0 ? first : rest))
    }
  }

  /// Whether the last line is the rule under a title or a heading.
  private func endsInRule(_ lines: [TracedLine]) -> Bool {
    guard let last = lines.last?.text else { return false }
    return !last.isEmpty && last.allSatisfy { $0 == "-" || $0 == "=" }
  }

  // MARK: Tables

  private func render(_ table: TextTable) -> [TracedLine] {
    let most = max(1, table.columns.count - 1)
    let parts = (1...most).lazy.map { count in count == 1 ? [table] : table.parts(count) }
      .first { $0.allSatisfy(fits) }
    return Array((parts ?? table.parts(most)).map(renderWhole).joined(separator: [TracedLine("")]))
  }

  private func fits(_ table: TextTable) -> Bool {
    let (widths, gap) = columnWidths(table)
    return widths.reduce(0, +) + gap.count * (widths.count - 1) <= TextRenderer.width
  }

  private func renderWhole(_ table: TextTable) -> [TracedLine] {
    let (widths, gap) = columnWidths(table)
    let rule = TracedLine(widths.map { String(repeating: "-", count: $0) }.joined(separator: gap))
    let marked = table.columns.indices.map { $0 > 0 && table.isMarked($0) }
    return [line(table.columns, widths, gap), rule]
      + table.rows.flatMap { row in
        (row.isTotal ? [rule] : []) + [line(row.cells, widths, gap, marked: marked)]
      }
  }

  /// - Parameter marked: columns in which figures without a mark leave room for it, so that digits stand under
  ///   digits.
  private func line(
    _ cells: [Prose], _ widths: [Int], _ gap: String, marked: [Bool] = []
  ) -> TracedLine {
    var parts: [String] = []
    var figures: [PlacedFigure] = []
    var start = 0
    for (index, cell) in cells.enumerated() {
      let isOpen = !marked.isEmpty && marked[index] && !cell.text.hasSuffix(TextTable.mark)
      let part = TextWidth.pad(isOpen ? cell.text + " " : cell.text, to: widths[index], right: index == 0)
      var placement = FigurePlacement(cell)
      figures += placement.place(part, after: start)
      parts.append(part)
      start += widths[index] + gap.count
    }
    return TracedLine(trimmedEnd(parts.joined(separator: gap)), figures)
  }

  /// Natural widths two blanks apart; where the table would be too wide one blank apart, and then the first
  /// column gives way.
  private func columnWidths(_ table: TextTable) -> (widths: [Int], gap: String) {
    var widths = table.columns.indices.map { column in
      max(
        TextWidth.of(table.columns[column].text),
        table.rows.map { TextWidth.of($0.cells[column].text) }.max() ?? 0)
    }
    for column in widths.indices where column > 0 && table.isMarked(column) {
      let open = table.rows.map(\.cells[column].text).filter { !$0.hasSuffix(TextTable.mark) }
      widths[column] = max(widths[column], 1 + (open.map { TextWidth.of($0) }.max() ?? 0))
    }
    let natural = widths.reduce(0, +)
    if natural + 2 * (widths.count - 1) <= TextRenderer.width { return (widths, "  ") }
    let excess = natural + widths.count - 1 - TextRenderer.width
    if excess > 0 { widths[0] = max(min(widths[0], table.leastFirstColumn), widths[0] - excess) }
    return (widths, " ")
  }

  private func trimmedEnd(_ text: String) -> String {
    var text = Substring(text)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
