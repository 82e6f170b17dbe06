import Tabular

/// A workbook as values: what stands where, nothing of how a file holds it.
struct Workbook: Sendable {
  let title: String
  /// Whole days since 1970-01-01 of the date the file says it was made on: the as-of date, never a clock's.
  let day: Int
  let sheets: [Sheet]
}

/// One sheet of a workbook.
struct Sheet: Sendable {
  let name: String
  /// Widths of the first columns, in characters.
  let widths: [Double]
  /// Rows and columns that stay in sight; the last of the rows is printed on every page.
  let frozenRows: Int
  let frozenColumns: Int
  private(set) var cells: [Cell] = []
  var charts: [SheetChart] = []
  /// Columns of a table below the frozen rows that can be filtered; 0: none.
  var filteredColumns = 0
  /// Whether a printed page is as wide as the sheet; else the frozen columns are printed on every page.
  var fitsPage = true
  /// Lines of text in rows that hold several.
  private(set) var lines: [Int: Int] = [:]
  /// Rows before which a printed page ends.
  var pageBreaks: [Int] = []
  /// The row that is written next.
  var row = 0

  struct Cell: Sendable {
    let row: Int
    let column: Int
    let content: Content
    let style: CellStyle
  }

  /// What a cell holds. A formula carries the engine's own value.
  enum Content: Sendable, Hashable {
    case text(String)
    case number(Double)
    case formula(String, Double)
    case wordFormula(String, String)
  }

  init(_ name: String, widths: [Double], frozenRows: Int, frozenColumns: Int = 1) {
    (self.name, self.widths) = (name, widths)
    (self.frozenRows, self.frozenColumns) = (frozenRows, frozenColumns)
  }

  // MARK: Writing

  mutating func put(_ content: Content, _ style: CellStyle, at column: Int, row: Int? = nil) {
    cells.append(Cell(row: row ?? self.row, column: column, content: content, style: style))
  }

  mutating func put(_ text: String, _ style: CellStyle = .text, at column: Int) {
    put(.text(text), style, at: column)
  }

  /// An amount of whole cents as a number of units with two decimals.
  mutating func put(cents: Double, _ style: CellStyle = .amount, at column: Int) {
    put(.number(cents / 100), style, at: column)
  }

  /// A formula with the engine's amount in cents.
  mutating func put(_ formula: String, cents: Double, _ style: CellStyle = .amount, at column: Int) {
    put(.formula(formula, cents / 100), style, at: column)
  }

  /// A whole row of texts from the first column on, as high as its longest; the next row follows.
  mutating func addRow(_ texts: [String], _ style: CellStyle) {
    if style == .wrapped { setHeight(for: texts) }
    for (column, text) in texts.enumerated() { put(text, style, at: column) }
    row += 1
  }

  /// Makes the row that is written next as high as its texts need in the widths of their columns.
  mutating func setHeight(for texts: [String]) {
    let needed =
      zip(texts, widths).map { text, width in
        (TextWidth.of(String(text.prefix(4000))) * 11 / 10 + Int(width)) / Int(width)
      }.max() ?? 1
    // No row of a spreadsheet is higher than 409 points.
    if needed > 1 { lines[row] = min(needed, 27) }
  }

  /// A line of text in the first column; the next row follows.
  mutating func addLine(_ text: String, _ style: CellStyle) { addRow([text], style) }

  /// A cell of the row that is written next.
  func here(_ column: Int) -> Place { Place(sheet: name, row: row, column: column) }
}

/// How a cell looks.
enum CellStyle: Sendable, Hashable, CaseIterable {
  case title, heading, subheading, note, text, wrapped, header, headerRight
  /// Amounts with two decimals; `input` may be changed by the reader.
  case amount, amountInput, total, totalLabel
  /// `13.00 %`.
  case rateInput
  /// A share of 1 with six decimals.
  case shareInput, share
  /// `86.0 %`.
  case percent
  /// `14.5`.
  case decimal
  /// As many decimals as there are.
  case number
  case word
}

/// A chart over cells of a workbook.
struct SheetChart: Sendable {
  enum Kind: Sendable { case columns, stackedColumns }
  let kind: Kind
  let title: String
  let valueTitle: String
  /// Where its upper left corner stands.
  let place: Place
  let series: [Series]
  /// Amounts from zero, where none is below it.
  let fromZero: Bool
  /// One row of labels below the columns.
  let labels: (row: Int, columns: Range<Int>, sheet: String)

  /// One row of cells.
  struct Series: Sendable {
    /// The cell that holds its name.
    let name: Place
    let row: Int
    let sheet: String
  }

  /// Rows it stands over.
  static let height = 18
}
