internal import LinearAlgebra

/// Mean and variance of the Durbin-Watson statistic for one design and normal errors.
///
/// With Q an orthonormal basis of the design, A the second-difference matrix and DQ the differences of Q's
/// rows, P = tr(MA) = 2 (n - 1) - tr(Q'AQ) and tr(MAMA) = 2 (3n - 4) - 2 tr(Q'A'AQ) + tr(Q'AQ Q'AQ);
/// mean P / m, variance 2 (tr(MAMA) - P mean) / (m (m + 2)), m = n - k. Source: Durbin and Watson 1950.
struct DurbinWatsonMoments {
  let mean: Double
  let deviation: Double

  init(_ basis: Matrix) {
    let (n, k) = (Double(basis.rows), Double(basis.columns))
    let columns = (0..<basis.columns).map { basis.column($0) }
    let inner = columns.map { left in columns.map { differenceProduct(left, $0) } }
    let trace = 2 * (n - 1) - columns.indices.reduce(0) { $0 + inner[$1][$1] }
    let outer = columns.reduce(0) { sum, column in
      sum + secondDifferences(column).reduce(0) { $0 + $1 * $1 }
    }
    let squared = inner.joined().reduce(0) { $0 + $1 * $1 }
    let square = 2 * (3 * n - 4) - 2 * outer + squared
    mean = trace / (n - k)
    deviation = (2 * (square - trace * mean) / ((n - k) * (n - k + 2))).squareRoot()
  }
}

/// a'Ab.
private func differenceProduct(_ a: [Double], _ b: [Double]) -> Double {
  zip(differences(a), differences(b)).reduce(0) { $0 + $1.0 * $1.1 }
}

/// A v with A the matrix of the Durbin-Watson numerator: 2 on the diagonal (1 at both ends), -1 beside it.
func secondDifferences(_ values: [Double]) -> [Double] {
  let steps = [0] + differences(values) + [0]
  return values.indices.map { steps[$0] - steps[$0 + 1] }
}

/// The eigenvalues of M A M on the space of residuals: n - k of them, from 0 to 4.
///
/// Taken from M A M + I + 5 (I - M), which is positive definite and has the columns' own k at 6, apart.
func durbinWatsonEigenvalues(_ basis: Matrix) -> [Double] {
  let n = basis.rows
  var shifted = Matrix(rows: n, columns: n)
  for column in 0..<n {
    var unit = [Double](repeating: 0, count: n)
    unit[column] = 1
    let rest = residual(unit, basis)
    let image = residual(secondDifferences(rest), basis)
    for row in column..<n {
      let value = image[row] + unit[row] + 5 * (unit[row] - rest[row])
      shifted[row, column] = value
      shifted[column, row] = value
    }
  }
  return SymmetricEigen(shifted).values.sorted().prefix(n - basis.columns).map { $0 - 1 }
}

/// v - Q Q'v.
private func residual(_ v: [Double], _ basis: Matrix) -> [Double] {
  var rest = v
  for column in 0..<basis.columns {
    let q = basis.column(column)
    let factor = zip(q, v).reduce(0) { $0 + $1.0 * $1.1 }
    for row in rest.indices { rest[row] -= factor * q[row] }
  }
  return rest
}
