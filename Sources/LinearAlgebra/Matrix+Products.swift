extension Matrix {
  /// The product with a vector, summed from left to right.
  public func times(_ vector: [Double]) -> [Double] {
    precondition(vector.count == columns, "\(rows) by \(columns) times \(vector.count) values")
    var result = [Double](repeating: 0, count: rows)
    for column in 0..<columns {
      for row in 0..<rows { result[row] += storage[column * rows + row] * vector[column] }
    }
    return result
  }

  /// The product with a matrix.
  public func times(_ other: Matrix) -> Matrix {
    precondition(other.rows == columns, "\(rows) by \(columns) times \(other.rows) by \(other.columns)")
    return Matrix(
      rows: rows, columns: other.columns,
      columnMajor: (0..<other.columns).flatMap { times(other.column($0)) })
  }

  /// The matrix with rows and columns exchanged.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for row in 0..<rows { for column in 0..<columns { result[column, row] = self[row, column] } }
    return result
  }

  /// The matrix plus a factor times another.
  public func adding(_ other: Matrix, times factor: Double = 1) -> Matrix {
    precondition(rows == other.rows && columns == other.columns, "\(rows) by \(columns) plus another shape")
    return Matrix(
      rows: rows, columns: columns,
      columnMajor: storage.indices.map { storage[$0] + factor * other.storage[$0] })
  }

  /// Each element times a factor.
  public func scaled(by factor: Double) -> Matrix {
    Matrix(rows: rows, columns: columns, columnMajor: storage.map { $0 * factor })
  }
}
