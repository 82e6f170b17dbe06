/// The least squares solution of `design * coefficients = response`.
public struct LeastSquaresSolution: Sendable, Equatable {
  /// One coefficient per column, correctly rounded but for ties.
  public let coefficients: [Double]
  /// response - design * coefficients, one per row, of the unrounded coefficients.
  public let residuals: [Double]
  /// (X'X)^-1, columns by columns, each column refined; empty (0 by 0) when it was not asked for.
  public let inverseGram: Matrix
  /// The number of independent columns, always all of them: dependence is an error.
  public let rank: Int
}

/// Solves a least squares problem far beyond double precision, then rounds.
///
/// Columns are scaled by powers of two. LAPACK's pivoted QR (`dgeqp3`) proposes corrections; the residuals of
/// the augmented system `r + A x = b, A' r = 0` are formed in double-double, in which x and r are kept, until
/// corrections fall below 1e-22 of the solution (usually 1e-30). What LAPACK's kernels round differently
/// from processor to processor lies far below the double that is returned. Before rounding, values are put
/// on a grid of 2^-72 of the largest of their kind or of the scaled response, so that an exact zero or tie
/// comes out as one everywhere. Source: Bjorck 1967, iterative refinement of linear least squares solutions;
/// Demmel and others 2009.
///
/// - Parameters:
///   - design: n rows by k columns, n >= k, finite.
///   - response: n finite values.
///   - inverse: whether to refine the k columns of (X'X)^-1 too (against X'X to three doubles).
/// - Throws: `rankDeficient` naming each column that depends on columns to its left (what is left of it is at
///   most `rankTolerance` of its length), `notFinite`, `responseNotFinite`, `fewerRowsThanColumns`,
///   `lengthMismatch`, `lapack`, `notRefined`.
public func solveLeastSquares(
  _ design: Matrix, _ response: [Double], inverse: Bool = true
) throws(LinearAlgebraError) -> LeastSquaresSolution {
  try checkFinite(design, response)
  let scaled = ScaledDesign(design)
  let dependent = dependentColumns(scaled.matrix)
  guard dependent.isEmpty else { throw .rankDeficient(columns: dependent) }
  let qr = try PivotedQR(scaled.matrix)
  let scale = powerOfTwo(near: response)
  let solved = try AugmentedSystem(scaled.matrix, qr).solve(response.map { $0 / scale })
  return LeastSquaresSolution(
    coefficients: scaled.unscale(solved.x.rounded(relativeTo: 1)).map { $0 * scale },
    residuals: solved.r.rounded(relativeTo: 1).map { $0 * scale },
    inverseGram: inverse ? try scaled.inverseGram(qr) : Matrix(rows: 0, columns: 0),
    rank: design.columns)
}

private func checkFinite(_ design: Matrix, _ response: [Double]) throws(LinearAlgebraError) {
  guard design.rows == response.count else {
    throw .lengthMismatch(rows: design.rows, response: response.count)
  }
  guard design.rows >= design.columns else {
    throw .fewerRowsThanColumns(rows: design.rows, columns: design.columns)
  }
  if let bad = design.storage.firstIndex(where: { !$0.isFinite }) {
    throw .notFinite(row: bad % design.rows, column: bad / design.rows)
  }
  if let bad = response.firstIndex(where: { !$0.isFinite }) { throw .responseNotFinite(row: bad) }
}
