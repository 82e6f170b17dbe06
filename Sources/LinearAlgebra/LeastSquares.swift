/// The least squares solution of `design * coefficients = response`.
public struct LeastSquaresSolution: Sendable, Equatable {
  /// One coefficient per column, to about 21 digits.
  public let coefficients: WideVector
  /// response - design * coefficients, one per row, to about 28 digits of the largest response.
  public let residuals: WideVector
  /// (X'X)^-1, columns by columns, each column refined; empty (0 by 0) when it was not asked for.
  public let inverseGram: Matrix
  /// The triangle of X'X by which rank was judged, for what else is asked of the same design.
  public let factor: GramFactor
}

/// Solves a least squares problem far beyond double precision.
///
/// Columns are scaled by powers of two. What the columns leave of each other decides how:
/// - Far from dependent (`independentShare`), LAPACK's pivoted QR (`dgeqp3`) proposes corrections; the
///   residuals of the augmented system `r + A x = b, A' r = 0` are formed in double-double, in which x and r
///   are kept, until corrections no longer shrink (usually at 1e-30). What LAPACK's kernels round differently
///   from processor to processor lies far below the double that is rounded in the end.
/// - Far from dependent and tall (`tallRows` and more), the Cholesky factor of X'X in double-double and one
///   correction do, to the same digits (Benchmarks/README.md: 25 ms against 65 by numpy's QR).
/// - Nearly dependent, a large residual would cost the augmented system the squared condition number of 31
///   digits, and a QR in doubles all of its 16. Normal equations to three doubles (`TripleGram`) have 47 to
///   lose. The same where the augmented system stalls.
///
/// Values are put on a grid, x of 2^-72 of the largest, r of 2^-95 of the scaled response, so that an exact
/// zero or tie comes out as one everywhere.
/// Source: Bjorck 1967, iterative refinement of linear least squares solutions; Demmel and others 2009.
///
/// - Parameters:
///   - design: n rows by k columns, n >= k, finite.
///   - response: n finite values.
///   - inverse: whether to refine the k columns of (X'X)^-1 too (against X'X to three doubles).
/// - Throws: `rankDeficient` naming each column that depends on columns to its left (what is left of it is at
///   most `rankTolerance` of its length), `notFinite`, `responseNotFinite`, `fewerRowsThanColumns`,
///   `lengthMismatch`, `lapack`, `notRefined`.
public func solveLeastSquares(
  _ design: WideMatrix, _ response: WideVector, inverse: Bool = true
) throws(LinearAlgebraError) -> LeastSquaresSolution {
  try checkFinite(design, response)
  let factor = GramFactor(design)
  guard factor.dependent.isEmpty else { throw .rankDeficient(columns: factor.dependent) }
  guard design.columns > 0 else {
    return LeastSquaresSolution(
      coefficients: WideVector(count: 0), residuals: response, inverseGram: Matrix(rows: 0, columns: 0),
      factor: factor)
  }
  let isEasy =
    design.rows >= tallRows && !factor.isNearlyDependent && factor.hasModerateScales
    && isModerate(response)
  return isEasy
    ? solveByGram(design, response, factor, inverse: inverse)
    : try solveScaled(design, response, factor, inverse: inverse)
}

/// The same for plain doubles.
public func solveLeastSquares(
  _ design: Matrix, _ response: [Double], inverse: Bool = true
) throws(LinearAlgebraError) -> LeastSquaresSolution {
  try solveLeastSquares(WideMatrix(design), WideVector(response), inverse: inverse)
}

/// Whether products with the response stay within the range of doubles, digits and all.
private func isModerate(_ response: WideVector) -> Bool {
  let scale = powerOfTwo(near: response.high)
  return scale > 0x1p-200 && scale < 0x1p200
}

/// From this many rows on X'X is worth its wide sums.
let tallRows = 2_000
/// Columns of which at least this share is orthogonal to those on their left lose at most 8 of the 31 digits
/// of X'X.
let independentShare = 1e-4

private func solveScaled(
  _ design: WideMatrix, _ response: WideVector, _ factor: GramFactor, inverse: Bool
) throws(LinearAlgebraError) -> LeastSquaresSolution {
  let scaled = ScaledDesign(design)
  let scale = powerOfTwo(near: response.high)
  let solved = try solveAugmented(scaled.matrix, response.scaled(by: 1 / scale), factor)
  return LeastSquaresSolution(
    coefficients: scaled.unscale(solved.x.gridded(bits: 72, relativeTo: 1)).scaled(by: scale),
    residuals: solved.r.gridded(bits: 95, relativeTo: 1).scaled(by: scale),
    inverseGram: inverse
      ? try scaled.inverseGram(solved.gram ?? TripleGram(scaled.matrix), factor)
      : Matrix(rows: 0, columns: 0),
    factor: factor)
}

/// Residuals and coefficients by QR, or by normal equations, which are then given too.
private func solveAugmented(
  _ design: WideMatrix, _ top: WideVector, _ factor: GramFactor
) throws(LinearAlgebraError) -> (r: WideVector, x: WideVector, gram: TripleGram?) {
  if !factor.isNearlyDependent,
    let solved = try AugmentedSystem(design, PivotedQR(design)).solve(top)
  {
    return (solved.r, solved.x, nil)
  }
  let gram = TripleGram(design)
  let x = try gram.solve(TripleGram.products(design, top), factor, relativeTo: top.largest)
  return (top.subtracting(design, times: x), x, gram)
}

func solveByGram(
  _ design: WideMatrix, _ response: WideVector, _ factor: GramFactor, inverse: Bool
) -> LeastSquaresSolution {
  let first = WideVector(factor.solve(Gram.products(design, response)))
  let rough = response.subtracting(design, times: first)
  let step = WideVector(factor.solve(Gram.products(design, rough)))
  let scale = powerOfTwo(near: response.high)
  return LeastSquaresSolution(
    coefficients: factor.gridded(first + step, relativeTo: scale),
    residuals: rough.subtracting(design, times: step).gridded(bits: 95, relativeTo: scale),
    inverseGram: inverse ? factor.inverse : Matrix(rows: 0, columns: 0), factor: factor)
}

private func checkFinite(_ design: WideMatrix, _ response: WideVector) throws(LinearAlgebraError) {
  guard design.rows == response.count else {
    throw .lengthMismatch(rows: design.rows, response: response.count)
  }
  guard design.rows >= design.columns else {
    throw .fewerRowsThanColumns(rows: design.rows, columns: design.columns)
  }
  if let bad = firstNotFinite(design.high) {
    throw .notFinite(row: bad % design.rows, column: bad / design.rows)
  }
  if let bad = firstNotFinite(response.high) { throw .responseNotFinite(row: bad) }
}
