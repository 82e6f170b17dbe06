/// The eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations, in plain Swift.
///
/// Cyclic sweeps in a fixed order until every element off the diagonal is below 2^-53 of the diagonal's
/// geometric mean: the same bits on every machine. Small eigenvalues of positive definite matrices keep their
/// relative accuracy (Demmel and Veselic 1992). Cost about 10 n^3 a sweep, six sweeps.
public struct SymmetricEigen: Sendable {
  /// The eigenvalues, in the order in which the diagonal ended.
  public private(set) var values: [Double]
  /// The eigenvectors as columns, in the order of the values.
  public private(set) var vectors: Matrix

  private static let mostSweeps = 60

  /// The decomposition of a symmetric matrix of finite values.
  public init(_ matrix: Matrix) {
    precondition(matrix.rows == matrix.columns, "\(matrix.rows) by \(matrix.columns) is not square")
    var rotating = Rotating(a: matrix.storage, v: Matrix.identity(matrix.rows).storage, size: matrix.rows)
    for _ in 0..<SymmetricEigen.mostSweeps where !rotating.sweep() {}
    values = (0..<matrix.rows).map { rotating.a[$0 * matrix.rows + $0] }
    vectors = Matrix(rows: matrix.rows, columns: matrix.rows, columnMajor: rotating.v)
  }

  /// The matrix as it turns diagonal, and the product of the rotations.
  private struct Rotating {
    var a: [Double]
    var v: [Double]
    let size: Int

    /// One sweep over the upper triangle; true if nothing needed a rotation.
    mutating func sweep() -> Bool {
      var isDiagonal = true
      for p in 0..<size {
        for q in p + 1..<max(size, p + 1) where !isNegligible(p, q) {
          isDiagonal = false
          rotate(p, q)
        }
      }
      return isDiagonal
    }

    private func isNegligible(_ p: Int, _ q: Int) -> Bool {
      let product = (a[p * size + p] * a[q * size + q]).magnitude
      return a[q * size + p].magnitude <= 0x1p-53 * product.squareRoot()
        || a[q * size + p].magnitude < 1e-290
    }

    private mutating func rotate(_ p: Int, _ q: Int) {
      let off = a[q * size + p]
      let theta = (a[q * size + q] - a[p * size + p]) / (2 * off)
      let t = (theta < 0 ? -1 : 1) / (theta.magnitude + (theta * theta + 1).squareRoot())
      let cosine = 1 / (t * t + 1).squareRoot()
      let sine = t * cosine
      a[p * size + p] -= t * off
      a[q * size + q] += t * off
      a[q * size + p] = 0
      a[p * size + q] = 0
      for index in 0..<size where index != p && index != q {
        let (left, right) = (a[p * size + index], a[q * size + index])
        a[p * size + index] = cosine * left - sine * right
        a[q * size + index] = sine * left + cosine * right
        a[index * size + p] = a[p * size + index]
        a[index * size + q] = a[q * size + index]
      }
      for index in 0..<size {
        let (left, right) = (v[p * size + index], v[q * size + index])
        v[p * size + index] = cosine * left - sine * right
        v[q * size + index] = sine * left + cosine * right
      }
    }
  }
}
