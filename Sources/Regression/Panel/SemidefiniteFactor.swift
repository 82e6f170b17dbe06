/// The triangle of a symmetric positive semidefinite matrix, S = L L', taken from the last column to the first;
/// columns that depend on later ones are dropped, so that of a set of dummies the first goes.
///
/// Plain doubles in a fixed order, eight lanes at a time: the same bits on every machine.
struct SemidefiniteFactor {
  /// A pivot at most this share of its diagonal element is zero.
  static let tolerance = 1e-10

  let size: Int
  /// L of the reversed matrix, row by row, each row padded to whole vectors.
  private var lower: [SIMD8<Double>]
  private let stride: Int
  private(set) var dropped: [Bool]

  /// Factors a matrix given by its elements, of which those with row >= column are read.
  init(size: Int, _ element: (_ row: Int, _ column: Int) -> Double) {
    self.size = size
    stride = (size + 7) / 8
    lower = [SIMD8<Double>](repeating: .zero, count: size * stride)
    dropped = [Bool](repeating: false, count: size)
    for row in 0..<size {
      for column in 0...row {
        let given = element(size - 1 - column, size - 1 - row)
        let rest = given - dot(row, column)
        if column < row {
          if !isDropped(column) { self[row, column] = rest / self[column, column] }
        } else if rest > SemidefiniteFactor.tolerance * given {
          self[row, row] = rest.squareRoot()
        } else {
          dropped[size - 1 - row] = true
        }
      }
      if isDropped(row) { for column in 0..<row { self[row, column] = 0 } }
    }
  }

  /// The number of columns kept.
  var rank: Int { size - dropped.count { $0 } }

  private func isDropped(_ reversed: Int) -> Bool { dropped[size - 1 - reversed] }

  private subscript(row: Int, column: Int) -> Double {
    get { lower[row * stride + column / 8][column % 8] }
    set { lower[row * stride + column / 8][column % 8] = newValue }
  }

  /// The product of two rows; both are zero from the smaller one's diagonal on when this is asked.
  private func dot(_ row: Int, _ column: Int) -> Double {
    lower.withUnsafeBufferPointer { lower in
      var sum = SIMD8<Double>.zero
      for block in 0..<(column + 7) / 8 {
        sum += lower[row * stride + block] * lower[column * stride + block]
      }
      return sum.sum()
    }
  }

  /// A solution of S x = b for a b in the span of S; dropped elements are zero.
  func solve(_ b: [Double]) -> [Double] {
    var y = [Double](b.reversed())
    for row in 0..<size {
      guard !isDropped(row) else {
        y[row] = 0
        continue
      }
      for column in 0..<row { y[row] -= self[row, column] * y[column] }
      y[row] /= self[row, row]
    }
    for row in (0..<size).reversed() where !isDropped(row) {
      y[row] /= self[row, row]
      for column in 0..<row { y[column] -= self[row, column] * y[row] }
    }
    return y.reversed()
  }
}
