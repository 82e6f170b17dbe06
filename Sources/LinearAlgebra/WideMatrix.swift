/// A matrix of double-doubles, column by column: what decimal text and exact products need.
///
/// The second parts are kept apart and left out where all are zero, so that plain doubles cost no more than
/// a `Matrix`.
public struct WideMatrix: Sendable, Equatable {
  public let rows: Int
  public let columns: Int
  /// The elements rounded to double, column after column.
  public private(set) var high: [Double]
  /// What rounding left out; empty if nothing anywhere.
  public private(set) var low: [Double]

  /// Plain doubles, exactly.
  public init(_ matrix: Matrix) {
    rows = matrix.rows
    columns = matrix.columns
    high = matrix.storage
    low = []
  }

  /// A matrix from columns of equal length; `rows` counts when there are none.
  public init(rows: Int, columns: [WideVector]) {
    self.rows = rows
    self.columns = columns.count
    high = []
    high.reserveCapacity(rows * columns.count)
    for column in columns {
      precondition(column.count == rows, "a column of \(column.count) values among \(rows) rows")
      high.append(contentsOf: column.high)
    }
    let isPlain = columns.allSatisfy(\.low.isEmpty)
    low = isPlain ? [] : columns.flatMap { $0.low.isEmpty ? [Double](repeating: 0, count: rows) : $0.low }
  }

  /// A matrix from its parts; `low` is empty or as long as `high`.
  public init(rows: Int, columns: Int, high: [Double], low: [Double] = []) {
    precondition(high.count == rows * columns, "\(high.count) elements for \(rows) by \(columns)")
    precondition(low.isEmpty || low.count == high.count, "\(low.count) second parts for \(high.count)")
    self.rows = rows
    self.columns = columns
    self.high = high
    self.low = low
  }

  /// The element at a row and a column, both from zero.
  @inlinable
  public subscript(row: Int, column: Int) -> DoubleDouble {
    precondition(row >= 0 && row < rows, "row out of range")
    let index = row + column * rows
    return DoubleDouble(parts: high[index], low.isEmpty ? 0 : low[index])
  }

  /// One column.
  public func column(_ index: Int) -> WideVector {
    let range = index * rows..<(index + 1) * rows
    return WideVector(high: Array(high[range]), low: low.isEmpty ? [] : Array(low[range]))
  }

  /// The elements rounded to double.
  public var rounded: Matrix { Matrix(rows: rows, columns: columns, columnMajor: high) }

  /// The rows of these indices, in their order.
  public func selecting(rows kept: [Int]) -> WideMatrix {
    WideMatrix(rows: kept.count, columns: (0..<columns).map { column($0).selecting(kept) })
  }

  /// The columns of these indices, in their order.
  public func selecting(columns kept: [Int]) -> WideMatrix {
    WideMatrix(rows: rows, columns: kept.map { column($0) })
  }

  /// Each row multiplied by its factor.
  public func scalingRows(by factors: WideVector) -> WideMatrix {
    WideMatrix(rows: rows, columns: (0..<columns).map { column($0) * factors })
  }
}
