/// The lower triangle L of a symmetric positive definite matrix A = L L', in plain Swift.
///
/// Meant for small matrices (correlations, parameter covariances): turns independent normals into
/// correlated ones. Cost n^3 / 3; the same bits on every machine.
public struct Cholesky: Sendable, Equatable {
  /// L, with zeros above the diagonal.
  public let lower: Matrix

  /// Factors a matrix, reading only its lower triangle.
  ///
  /// - Throws: `notSquare`, `notFinite`, or `notPositiveDefinite` naming the first pivot that is not
  /// positive.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    guard matrix.rows == matrix.columns else {
      throw .notSquare(rows: matrix.rows, columns: matrix.columns)
    }
    var lower = Matrix(rows: matrix.rows, columns: matrix.columns)
    for column in 0..<matrix.columns {
      lower[column, column] = try Cholesky.pivot(column, of: matrix, lower)
      for row in column..<matrix.rows where row > column {
        lower[row, column] = try Cholesky.remainder(row, column, of: matrix, lower) / lower[column, column]
      }
    }
    self.lower = lower
  }

  /// L z: correlated values from independent ones, `z` of as many values as the matrix has rows.
  public func multiply(_ z: [Double]) -> [Double] {
    precondition(z.count == lower.rows, "\(z.count) values for a matrix of \(lower.rows) rows")
    return (0..<lower.rows).map { row in
      var sum = 0.0
      for column in 0...row { sum += lower[row, column] * z[column] }
      return sum
    }
  }

  private static func pivot(
    _ index: Int, of matrix: Matrix, _ lower: Matrix
  ) throws(LinearAlgebraError) -> Double {
    let square = try remainder(index, index, of: matrix, lower)
    guard square > 0 else { throw .notPositiveDefinite(pivot: index, value: square) }
    return square.squareRoot()
  }

  /// a_rc less what the columns to the left already account for.
  private static func remainder(
    _ row: Int, _ column: Int, of matrix: Matrix, _ lower: Matrix
  ) throws(LinearAlgebraError) -> Double {
    guard matrix[row, column].isFinite else { throw .notFinite(row: row, column: column) }
    var rest = matrix[row, column]
    for left in 0..<column { rest -= lower[row, left] * lower[column, left] }
    return rest
  }
}
