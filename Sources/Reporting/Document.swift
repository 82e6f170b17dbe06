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

  mutating func add(_ cells: [String], isTotal: Bool = false) {
    precondition(cells.count == columns.count, "\(cells.count) cells for \(columns.count) columns")
    rows.append(Row(cells: cells, isTotal: isTotal))
  }
}
