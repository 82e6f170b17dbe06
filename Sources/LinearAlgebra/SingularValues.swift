/// The singular values of a matrix of at least one column, the largest first.
///
/// One-sided Jacobi rotations in double-double make the columns orthogonal; their lengths are the singular
/// values. Each is correct to about 1e-31 times the condition number of the matrix with columns of unit
/// length, whatever the columns' units: the smallest ones of Filip's design still to 15 digits. Plain
/// arithmetic in a fixed order: the same bits on every machine. For a tall design take the triangle of its
/// `GramFactor`; cost about 50 k^3 wide operations. Source: Hestenes 1958; Demmel and Veselic 1992.
///
/// - Returns: as many values as columns; a zero for each dimension the columns do not span.
public func singularValues(of matrix: WideMatrix) -> [Double] {
  var columns = (0..<matrix.columns).map { matrix.column($0).elements }
  for _ in 0..<mostSweeps where !sweep(&columns) { break }
  return columns.map { WideVector($0).sumOfSquares.squareRoot().value }.sorted(by: >)
}

/// Quadratic convergence needs about eight sweeps; more mean values that are not finite.
private let mostSweeps = 60
/// Columns of a smaller cosine count as orthogonal.
private let smallestCosine = 1e-26

/// Turns every pair of columns once; whether any pair had to be turned.
private func sweep(_ columns: inout [[DoubleDouble]]) -> Bool {
  var turned = false
  for left in columns.indices {
    for right in left + 1..<max(columns.count, left + 1) where turn(&columns, left, right) { turned = true }
  }
  return turned
}

/// Makes two columns orthogonal; false if they were.
private func turn(_ columns: inout [[DoubleDouble]], _ left: Int, _ right: Int) -> Bool {
  let product = dot(columns[left], columns[right])
  let (a, b) = (dot(columns[left], columns[left]), dot(columns[right], columns[right]))
  guard product.hi.magnitude > smallestCosine * a.hi.squareRoot() * b.hi.squareRoot() else { return false }
  let rotation = JacobiRotation(a, product, b)
  for row in columns[left].indices {
    let (x, y) = (columns[left][row], columns[right][row])
    columns[left][row] = rotation.cosine * x - rotation.sine * y
    columns[right][row] = rotation.sine * x + rotation.cosine * y
  }
  return true
}

private func dot(_ a: [DoubleDouble], _ b: [DoubleDouble]) -> DoubleDouble {
  var sum = DoubleDouble(0)
  for index in a.indices { sum = sum + a[index] * b[index] }
  return sum
}

/// The rotation by at most 45 degrees that makes [[a, c], [c, b]] diagonal.
struct JacobiRotation {
  let cosine: DoubleDouble
  let sine: DoubleDouble

  /// The tangent in double-double, so that the product left over is of the size of its rounding.
  init(_ a: DoubleDouble, _ c: DoubleDouble, _ b: DoubleDouble) {
    let ratio = (b - a) / (c * 2)
    let root = (ratio * ratio + 1).squareRoot()
    let size = ratio.hi < 0 ? -ratio : ratio
    let tangent =
      root.hi.isFinite ? DoubleDouble(1) / (size + root) : DoubleDouble(0.5 / ratio.hi.magnitude)
    cosine = DoubleDouble(1) / (tangent * tangent + 1).squareRoot()
    sine = (ratio.hi < 0 ? -tangent : tangent) * cosine
  }
}
