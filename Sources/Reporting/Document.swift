/// A report before it is rendered: what is said, in order, without any layout.
struct Document: Sendable {
  var blocks: [Block] = []

  enum Block: Sendable {
    case title(String)
    case heading(String)
    case paragraph(String)
    case bullet(String)
    case table(TextTable)
  }

  mutating func add(_ block: Block) { blocks.append(block) }
  mutating func add(_ document: Document) { blocks += document.blocks }
}

/// A table of readable cells: the first column to the left, the others to the right.
struct TextTable: Sendable {
  let columns: [String]
  private(set) var rows: [Row] = []

  struct Row: Sendable {
    let cells: [String]
    /// A total: a rule stands above it.
    let isTotal: Bool
  }

  init(_ columns: [String]) { self.columns = columns }

  /// Two tables of half the columns each, the first column in both: for a page too narrow for all.
  var halves: (left: TextTable, right: TextTable) {
    let middle = (columns.count + 2) / 2
    return (part(Array(0..<middle)), part([0] + Array(middle..<columns.count)))
  }

  private func part(_ chosen: [Int]) -> TextTable {
    var table = TextTable(chosen.map { columns[$0] })
    for row in rows { table.add(chosen.map { row.cells[$0] }, isTotal: row.isTotal) }
    return table
  }

  mutating func add(_ cells: [String], isTotal: Bool = false) {
    precondition(cells.count == columns.count, "\(cells.count) cells for \(columns.count) columns")
    rows.append(Row(cells: cells, isTotal: isTotal))
  }
}
