internal import LinearAlgebra

/// Residuals under the working model have the covariance I + V C V', V of n rows and p columns: what CR2
/// needs of a cluster then lives in p columns, whatever its number of rows.
///
/// Without weights V = Q, the orthonormal basis of the design (and of effects that cross clusters), C = -I.
/// With weights w, Q that of sqrt(w) X: V = (Q / sqrt(w), sqrt(w) Q), C = (F, -I; -I, 0), F = Q'diag(w)Q.
struct WorkingBasis {
  private let v: Matrix
  private let c: Matrix
  /// Residuals before weighting.
  private let residuals: [Double]
  /// The columns of V whose products with adjusted residuals are the scores.
  private let scored: Range<Int>

  init(_ q: Matrix, residuals: [Double], dummies: Matrix? = nil) {
    let extra = dummies ?? Matrix(rows: q.rows, columns: 0)
    v = Matrix(rows: q.rows, columns: q.columns + extra.columns, columnMajor: q.storage + extra.storage)
    c = Matrix.identity(v.columns).scaled(by: -1)
    self.residuals = residuals
    scored = 0..<q.columns
  }

  init(_ q: Matrix, residuals: [Double], weights: [Double]) {
    let k = q.columns
    let roots = weights.map { $0.squareRoot() }
    let left = q.storage.indices.map { q.storage[$0] / roots[$0 % q.rows] }
    let right = q.storage.indices.map { q.storage[$0] * roots[$0 % q.rows] }
    v = Matrix(rows: q.rows, columns: 2 * k, columnMajor: left + right)
    var gram = WeightedGram(size: k)
    q.storage.withUnsafeBufferPointer { gram.add($0, count: q.rows, weights: weights) }
    var c = Matrix(rows: 2 * k, columns: 2 * k)
    for column in 0..<k {
      for row in 0..<k { c[row, column] = gram.matrix[row, column] }
      c[column, k + column] = -1
      c[k + column, column] = -1
    }
    self.c = c
    self.residuals = zip(residuals, roots).map { $0 / $1 }
    scored = k..<2 * k
  }

  /// What the sums over clusters need of one.
  struct Cluster {
    /// The adjusted score, one value per coefficient in the orthonormal basis.
    let score: [Double]
    /// |z|^2 = d' squares d and V'z = products d for z the adjusted rows times a direction d.
    fileprivate let squares: Matrix
    fileprivate let products: Matrix
  }

  /// A cluster by its rows.
  ///
  /// V'V = E g E' makes T = V E g^-1/2 orthonormal; I + V C V' = I + T K T', K = g^1/2 E'C E g^1/2 = Y k Y'.
  /// With P = V'T Y: V'B^-1/2 V = P (1 + k)^-1/2 P'; directions with 1 + k at zero have no residual and drop.
  func cluster(rows: [Int]) -> Cluster {
    let frame = ClusterFrame(gram(rows), c)
    let vector = products(rows)
    let scored = scoredRows(frame.p)
    return Cluster(
      score: scoreVector(scored, frame, vector),
      squares: frame.weighted(scored, scored) { $0 > 0 ? 1 / $0 : 0 },
      products: frame.weighted(frame.p, scored) { $0 > 0 ? 1 / $0.squareRoot() : 0 })
  }

  /// V'B^-1/2 e, scored rows: (P (1 + k)^-1/2) (Y'g^-1/2E' V'e), the part of V'e in the span of V.
  private func scoreVector(_ scored: Matrix, _ frame: ClusterFrame, _ vector: [Double]) -> [Double] {
    let inner = frame.coordinates(vector)
    return (0..<scored.rows).map { row in
      var sum = 0.0
      for index in inner.indices where frame.shares[index] > 0 {
        sum += scored[row, index] * inner[index] / frame.shares[index].squareRoot()
      }
      return sum
    }
  }

  private func scoredRows(_ p: Matrix) -> Matrix {
    Matrix(
      rows: scored.count, columns: p.columns,
      columnMajor: (0..<p.columns).flatMap { column in scored.map { p[$0, column] } })
  }

  private func gram(_ rows: [Int]) -> Matrix {
    var gram = Matrix(rows: v.columns, columns: v.columns)
    for column in 0..<v.columns {
      for other in 0...column {
        var sum = 0.0
        for row in rows { sum += v.storage[column * v.rows + row] * v.storage[other * v.rows + row] }
        gram[column, other] = sum
        gram[other, column] = sum
      }
    }
    return gram
  }

  /// V'e.
  private func products(_ rows: [Int]) -> [Double] {
    (0..<v.columns).map { column in
      var sum = 0.0
      for row in rows { sum += v.storage[column * v.rows + row] * residuals[row] }
      return sum
    }
  }

  /// Satterthwaite's degrees of freedom: with W_gh = [g = h] |z_g|^2 + b_g' C b_h, b = V'z, the squared sum
  /// of W_gg over the sum of all squares, that without a G by G matrix.
  func degreesOfFreedom(_ clusters: [Cluster], direction: [Double]) -> Double {
    var outer = Matrix(rows: v.columns, columns: v.columns)
    var trace = 0.0
    var squares = 0.0
    for cluster in clusters {
      let a = dot(direction, cluster.squares.times(direction))
      let b = cluster.products.times(direction)
      let own = dot(b, c.times(b))
      trace += a + own
      squares += a * a + 2 * a * own
      for column in b.indices { for row in b.indices { outer[row, column] += b[row] * b[column] } }
    }
    let turned = (0..<v.columns).map { c.times(outer.column($0)) }
    for row in turned.indices {
      for column in turned.indices { squares += turned[column][row] * turned[row][column] }
    }
    return trace * trace / squares
  }
}

/// The span of a cluster's rows of V in an orthonormal frame that makes I + V C V' diagonal.
private struct ClusterFrame {
  /// V' times the frame.
  let p: Matrix
  /// The eigenvalues of I + V C V' in the frame; those that are zero to rounding are zero.
  let shares: [Double]
  /// The frame's coordinates of a residual e are `back` times V'e.
  private let back: Matrix

  private static let limit = 1e-12

  init(_ gram: Matrix, _ c: Matrix) {
    let eigen = SymmetricEigen(gram)
    let least = (eigen.values.max() ?? 0) * 1e-15
    let kept = eigen.values.indices.filter { eigen.values[$0] > least }
    let up = ClusterFrame.columns(eigen, kept) { $0.squareRoot() }
    let down = ClusterFrame.columns(eigen, kept) { 1 / $0.squareRoot() }
    let inner = SymmetricEigen(up.transposed.times(c).times(up))
    p = up.times(inner.vectors)
    back = down.times(inner.vectors).transposed
    shares = inner.values.map { 1 + $0 > ClusterFrame.limit ? 1 + $0 : 0 }
  }

  private static func columns(_ eigen: SymmetricEigen, _ kept: [Int], _ scale: (Double) -> Double) -> Matrix {
    let size = eigen.values.count
    return Matrix(
      rows: size, columns: kept.count,
      columnMajor: kept.flatMap { index in
        eigen.vectors.column(index).map { $0 * scale(eigen.values[index]) }
      })
  }

  func coordinates(_ products: [Double]) -> [Double] { back.times(products) }

  /// left diag(f(shares)) right'.
  func weighted(_ left: Matrix, _ right: Matrix, _ f: (Double) -> Double) -> Matrix {
    var scaled = left
    for index in shares.indices {
      let factor = f(shares[index])
      for row in 0..<left.rows { scaled[row, index] = left[row, index] * factor }
    }
    return scaled.times(right.transposed)
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for index in a.indices { sum += a[index] * b[index] }
  return sum
}
