/// A cell of a workbook, counted from 0.
struct Place: Sendable, Hashable {
  let sheet: String
  let row: Int
  let column: Int

  /// The cell in another column of its row.
  func column(_ column: Int) -> Place { Place(sheet: sheet, row: row, column: column) }

  /// As a formula of a sheet names it: `C7`, or `'cash calendar'!C7` from another sheet.
  func name(from sheet: String) -> String {
    (sheet == self.sheet ? "" : Place.prefix(self.sheet)) + Place.name(row: row, column: column)
  }

  /// The same, not moved when the formula is copied: `assumptions!$C$7`.
  func fixed(from sheet: String) -> String {
    (sheet == self.sheet ? "" : Place.prefix(self.sheet)) + Place.fixed(row: row, column: column)
  }

  static func name(row: Int, column: Int) -> String { letters(column) + String(row + 1) }
  static func fixed(row: Int, column: Int) -> String { "$\(letters(column))$\(row + 1)" }

  /// `'cash calendar'!`
  static func prefix(_ sheet: String) -> String { sheet.contains(" ") ? "'\(sheet)'!" : "\(sheet)!" }

  /// `A` for 0, `AA` for 26.
  static func letters(_ column: Int) -> String {
    var (rest, letters) = (column + 1, "")
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

/// Rows that stand below each other, the same in every column; empty where there are none.
struct Rows: Sendable, Hashable {
  let sheet: String
  let rows: Range<Int>

  var isEmpty: Bool { rows.isEmpty }

  /// `contributions!C6:C16`, as a formula of a sheet names the rows of one column.
  func name(_ column: Int, from sheet: String) -> String {
    let first = Place(sheet: self.sheet, row: rows.lowerBound, column: column)
    return first.name(from: sheet) + ":" + Place.name(row: rows.upperBound - 1, column: column)
  }

  /// The same, not moved when the formula is copied.
  func fixed(_ column: Int, from sheet: String) -> String {
    let first = Place(sheet: self.sheet, row: rows.lowerBound, column: column)
    return first.fixed(from: sheet) + ":" + Place.fixed(row: rows.upperBound - 1, column: column)
  }
}
