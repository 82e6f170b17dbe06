/// A report before it is rendered: what is said, in order, without any layout.
struct Document: Sendable {
  var blocks: [Block] = []

  enum Block: Sendable {
    case title(Prose)
    case heading(Prose)
    case paragraph(Prose)
    /// A paragraph that no reader may pass over.
    case notice(Prose)
    case bullet(Prose)
    case table(TextTable)
    case chart(Chart)
  }

  mutating func add(_ block: Block) { blocks.append(block) }
  mutating func add(_ document: Document) { blocks += document.blocks }
}

/// Text without figures may be a plain string.
extension Document.Block {
  @_disfavoredOverload static func title(_ text: String) -> Self { .title(Prose(plain: text)) }
  @_disfavoredOverload static func heading(_ text: String) -> Self { .heading(Prose(plain: text)) }
  @_disfavoredOverload static func paragraph(_ text: String) -> Self { .paragraph(Prose(plain: text)) }
  @_disfavoredOverload static func notice(_ text: String) -> Self { .notice(Prose(plain: text)) }
  @_disfavoredOverload static func bullet(_ text: String) -> Self { .bullet(Prose(plain: text)) }
}

/// A table of readable cells: the first column to the left, the others to the right.
struct TextTable: Sendable {
  let columns: [Prose]
  /// What the table holds, where its heading does not say it: read out and shown on the page, not in text.
  let name: Prose
  /// Columns of text the first column keeps where the page is narrow.
  let leastFirstColumn: Int
  /// Behind a figure that is assumed.
  static let mark = "*"
  private(set) var rows: [Row] = []

  struct Row: Sendable {
    let cells: [Prose]
    /// A total: a rule stands above it.
    let isTotal: Bool
  }

  init(_ columns: [Prose], name: Prose = "", leastFirstColumn: Int = 8) {
    (self.columns, self.name, self.leastFirstColumn) = (columns, name, leastFirstColumn)
  }

  @_disfavoredOverload init(_ columns: [String], name: Prose = "", leastFirstColumn: Int = 8) {
    self.init(columns.map(Prose.init(plain:)), name: name, leastFirstColumn: leastFirstColumn)
  }

  /// Several tables of as many columns each as can be, the first column in all: for a page too narrow for all.
  /// - Parameter count: 1 to the number of columns beside the first.
  func parts(_ count: Int) -> [TextTable] {
    let others = columns.count - 1
    return (0..<count).map { index in
      // What does not divide goes to the first ones.
      let (size, more) = others.quotientAndRemainder(dividingBy: count)
      let start = 1 + index * size + min(index, more)
      return part([0] + Array(start..<start + size + (index < more ? 1 : 0)))
    }
  }

  private func part(_ chosen: [Int]) -> TextTable {
    var table = TextTable(chosen.map { columns[$0] }, name: name, leastFirstColumn: leastFirstColumn)
    for row in rows { table.add(chosen.map { row.cells[$0] }, isTotal: row.isTotal) }
    return table
  }

  /// Whether some cells of a column end with a mark, as assumed figures do.
  func isMarked(_ column: Int) -> Bool {
    rows.contains { $0.cells[column].text.hasSuffix(TextTable.mark) }
  }

  mutating func add(_ cells: [Prose], isTotal: Bool = false) {
    precondition(cells.count == columns.count, "\(cells.count) cells for \(columns.count) columns")
    rows.append(Row(cells: cells, isTotal: isTotal))
  }

  @_disfavoredOverload mutating func add(_ cells: [String], isTotal: Bool = false) {
    add(cells.map(Prose.init(plain:)), isTotal: isTotal)
  }
}
