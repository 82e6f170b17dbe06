/// A report before it is rendered: what is said, in order, without any layout.
struct Document: Sendable {
  var blocks: [Block] = []

  enum Block: Sendable {
    case title(Prose)
    case heading(Prose)
    case paragraph(Prose)
    case bullet(Prose)
    case table(TextTable)
  }

  mutating func add(_ block: Block) { blocks.append(block) }
  mutating func add(_ document: Document) { blocks += document.blocks }
}

/// Text without figures may be a plain string.
extension Document.Block {
  @_disfavoredOverload static func title(_ text: String) -> Self { .title(Prose(plain: text)) }
  @_disfavoredOverload static func heading(_ text: String) -> Self { .heading(Prose(plain: text)) }
  @_disfavoredOverload static func paragraph(_ text: String) -> Self { .paragraph(Prose(plain: text)) }
  @_disfavoredOverload static func bullet(_ text: String) -> Self { .bullet(Prose(plain: text)) }
}

/// A table of readable cells: the first column to the left, the others to the right.
struct TextTable: Sendable {
  let columns: [Prose]
  private(set) var rows: [Row] = []

  struct Row: Sendable {
    let cells: [Prose]
    /// A total: a rule stands above it.
    let isTotal: Bool
  }

  init(_ columns: [Prose]) { self.columns = columns }
  @_disfavoredOverload init(_ columns: [String]) { self.init(columns.map(Prose.init(plain:))) }

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

  mutating func add(_ cells: [Prose], isTotal: Bool = false) {
    precondition(cells.count == columns.count, "\(cells.count) cells for \(columns.count) columns")
    rows.append(Row(cells: cells, isTotal: isTotal))
  }

  @_disfavoredOverload mutating func add(_ cells: [String], isTotal: Bool = false) {
    add(cells.map(Prose.init(plain:)), isTotal: isTotal)
  }
}
