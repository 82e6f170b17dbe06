/// A dense matrix of doubles, stored column after column.
///
/// Element (row, column) lies at `storage[row + column * rows]`; both indexes start at zero.
public struct Matrix: Sendable, Equatable {
  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  /// The elements, column after column; its count is `rows * columns`.
  public private(set) var storage: [Double]

  /// A matrix of zeros.
  public init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, columnMajor: [Double](repeating: 0, count: rows * columns))
  }

  /// A matrix from its elements, column after column; their count must be `rows * columns`.
  public init(rows: Int, columns: Int, columnMajor: [Double]) {
    precondition(rows >= 0 && columns >= 0, "a matrix cannot be \(rows) by \(columns)")
    precondition(
      columnMajor.count == rows * columns,
      "\(columnMajor.count) elements do not fill a \(rows) by \(columns) matrix")
    self.rows = rows
    self.columns = columns
    self.storage = columnMajor
  }

  /// A matrix from its rows, all of one length. No rows at all give a 0 by 0 matrix.
  public init(rowMajor: [[Double]]) {
    self.init(rows: rowMajor.count, columns: rowMajor.first?.count ?? 0)
    for (row, values) in rowMajor.enumerated() {
      precondition(values.count == columns, "row \(row) has \(values.count) values, row 0 has \(columns)")
      for (column, value) in values.enumerated() { self[row, column] = value }
    }
  }

  /// The square matrix with ones on its diagonal and zeros elsewhere.
  public static func identity(_ size: Int) -> Matrix {
    var matrix = Matrix(rows: size, columns: size)
    for index in 0..<size { matrix[index, index] = 1 }
    return matrix
  }

  /// The element at a row and a column, both from zero.
  @inlinable
  public subscript(row: Int, column: Int) -> Double {
    get {
      precondition(row >= 0 && row < rows, "row out of range")
      return storage[row + column * rows]
    }
    set { set(row, column, newValue) }
  }

  @usableFromInline
  mutating func set(_ row: Int, _ column: Int, _ value: Double) {
    precondition(row >= 0 && row < rows, "row out of range")
    storage[row + column * rows] = value
  }

  /// One column as an array of `rows` values.
  public func column(_ index: Int) -> [Double] {
    Array(storage[index * rows..<(index + 1) * rows])
  }

  /// One row as an array of `columns` values.
  public func row(_ index: Int) -> [Double] {
    (0..<columns).map { self[index, $0] }
  }
}
