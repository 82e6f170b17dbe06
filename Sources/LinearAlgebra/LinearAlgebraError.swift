/// What can be wrong with a system of equations. Rows and columns count from zero.
public enum LinearAlgebraError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The columns listed depend, to rounding, on columns to their left.
  case rankDeficient(columns: [Int])
  /// A value of the design is infinite or not a number.
  case notFinite(row: Int, column: Int)
  /// A value of the response is infinite or not a number.
  case responseNotFinite(row: Int)
  /// A least squares problem needs at least as many rows as columns.
  case fewerRowsThanColumns(rows: Int, columns: Int)
  /// The response has another length than the design has rows.
  case lengthMismatch(rows: Int, response: Int)
  /// A matrix that must be symmetric and positive definite is not: the pivot at this index is not positive.
  case notPositiveDefinite(pivot: Int, value: Double)
  /// A matrix that must be square is not.
  case notSquare(rows: Int, columns: Int)
  /// A LAPACK routine reported this `info`.
  case lapack(routine: String, info: Int)
  /// Refinement left a relative correction of this size: the columns are too nearly dependent.
  case notRefined(correction: Double)

  /// What is wrong, where, with both numbers, and the way out.
  public var description: String {
    switch self {
    case .rankDeficient(let columns):
      "columns \(columns) depend on columns to their left: leave them out or add a prior"
    case .notFinite(let row, let column):
      "row \(row), column \(column) of the design is not a finite number: correct or drop the row"
    case .responseNotFinite(let row):
      "row \(row) of the response is not a finite number: correct or drop the row"
    case .fewerRowsThanColumns(let rows, let columns):
      "\(rows) rows cannot determine \(columns) columns: add rows, drop columns or add a prior"
    case .lengthMismatch(let rows, let response):
      "the design has \(rows) rows, the response \(response): give one response per row"
    case .notPositiveDefinite(let pivot, let value):
      "pivot \(pivot) is \(value), not above zero: the matrix is no covariance; check row \(pivot)"
    case .notSquare(let rows, let columns):
      "the matrix is \(rows) by \(columns): a square one is needed"
    case .lapack(let routine, let info):
      "LAPACK routine \(routine) returned info \(info), not 0: check the installed libraries"
    case .notRefined(let correction):
      "refinement stopped at a relative correction of \(correction), above 1e-22: the columns are too nearly "
        + "dependent; leave one out or rescale"
    }
  }
}
