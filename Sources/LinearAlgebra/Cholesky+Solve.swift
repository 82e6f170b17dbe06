extension Cholesky {
  /// x of A x = b, by forward and back substitution; `b` of as many values as the matrix has rows.
  public func solve(_ b: [Double]) -> [Double] {
    precondition(b.count == lower.rows, "\(b.count) values for a matrix of \(lower.rows) rows")
    var x = b
    for row in 0..<lower.rows {
      for column in 0..<row { x[row] -= lower[row, column] * x[column] }
      x[row] /= lower[row, row]
    }
    for row in (0..<lower.rows).reversed() {
      for below in row + 1..<max(lower.rows, row + 1) { x[row] -= lower[below, row] * x[below] }
      x[row] /= lower[row, row]
    }
    return x
  }

  /// The inverse of A, by columns: n^3 operations.
  public func inverse() -> Matrix {
    let size = lower.rows
    return Matrix(
      rows: size, columns: size,
      columnMajor: (0..<size).flatMap { column in
        solve((0..<size).map { $0 == column ? 1 : 0 })
      })
  }
}
