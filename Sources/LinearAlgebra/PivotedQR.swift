internal import CLAPACK

/// LAPACK's QR with column pivoting, A P = Q R: the proposer of corrections.
struct PivotedQR {
  private let rows: Int
  private let columns: Int
  private let factor: [Double]
  private let reflectors: [Double]
  private let pivots: [Int]
  private let workLength: Int

  /// Factors the first parts of a matrix of at least as many rows as columns.
  init(_ matrix: WideMatrix) throws(LinearAlgebraError) {
    _ = PivotedQR.oneThread
    rows = matrix.rows
    columns = matrix.columns
    var a = matrix.high
    var tau = [Double](repeating: 0, count: max(1, columns))
    var order = [Int32](repeating: 0, count: columns)
    var work = [Double](repeating: 0, count: 2 * columns + (columns + 1) * 64)
    let info = clapack_dgeqp3(Int32(rows), Int32(columns), &a, &order, &tau, &work, Int32(work.count))
    guard info == 0 else { throw .lapack(routine: "dgeqp3", info: Int(info)) }
    factor = a
    reflectors = tau
    pivots = order.map { Int($0) - 1 }
    workLength = max(64, work.count)
  }

  /// BLAS on one thread, set before its first use: two threads would split sums differently.
  private static let oneThread: Void = openblas_set_num_threads(1)

  /// Solves `dr + A dx = top, A' dr = bottom` in double.
  ///
  /// With h = R^-T P' bottom and (d1, d2) = Q' top: dx = P R^-1 (d1 - h), dr = Q (h, d2).
  func correction(top: [Double], bottom: [Double]) throws(LinearAlgebraError) -> (r: [Double], x: [Double]) {
    var h = pivots.map { bottom[$0] }
    try triangular("T", &h)
    var d = top
    try orthogonal("T", &d)
    var y = zip(d, h).map { $0 - $1 }
    try triangular("N", &y)
    d.replaceSubrange(0..<columns, with: h)
    try orthogonal("N", &d)
    return (d, unpivoted(y))
  }

  private func unpivoted(_ y: [Double]) -> [Double] {
    var x = [Double](repeating: 0, count: columns)
    for (index, pivot) in pivots.enumerated() { x[pivot] = y[index] }
    return x
  }

  private func triangular(_ transpose: Unicode.Scalar, _ b: inout [Double]) throws(LinearAlgebraError) {
    let info = clapack_dtrtrs(CChar(transpose.value), Int32(columns), factor, Int32(rows), &b)
    guard info == 0 else { throw .lapack(routine: "dtrtrs", info: Int(info)) }
  }

  private func orthogonal(_ transpose: Unicode.Scalar, _ c: inout [Double]) throws(LinearAlgebraError) {
    var work = [Double](repeating: 0, count: workLength)
    let info = clapack_dormqr(
      CChar(transpose.value), Int32(rows), Int32(columns), factor, reflectors, &c, &work, Int32(workLength))
    guard info == 0 else { throw .lapack(routine: "dormqr", info: Int(info)) }
  }
}
