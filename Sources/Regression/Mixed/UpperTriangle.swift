internal import Probability

/// The triangle U of a symmetric positive definite A = U'U, row after row, for some hundred unknowns.
///
/// Loops only add multiples of one stretch to another, in a fixed order: the same bits on every machine.
struct UpperTriangle {
  let order: Int
  private(set) var values: [Double]
  /// The first pivot that nothing was left of, up to rounding; nil if A is positive definite.
  private(set) var failure: Int?

  /// What is left of a pivot must exceed this share of its diagonal.
  private static let leastShare = 1e-13

  /// Factors a matrix given row after row, of which the upper triangle is read.
  init(_ matrix: [Double], order: Int) {
    self.order = order
    values = matrix
    failure = nil
    let diagonal = (0..<order).map { matrix[$0 * order + $0] }
    failure = values.withUnsafeMutableBufferPointer { values in
      for pivot in 0..<order {
        let square = values[pivot * order + pivot]
        guard square > UpperTriangle.leastShare * diagonal[pivot] else { return pivot }
        let root = square.squareRoot()
        for column in pivot..<order { values[pivot * order + column] /= root }
        for row in pivot + 1..<max(order, pivot + 1) {
          let factor = values[pivot * order + row]
          guard factor != 0 else { continue }
          for column in row..<order {
            values[row * order + column] -= factor * values[pivot * order + column]
          }
        }
      }
      return nil
    }
  }

  /// log det A.
  var logDeterminant: Double {
    var sum = 0.0
    for row in 0..<order { sum += Elementary.log(values[row * order + row]) }
    return 2 * sum
  }

  /// U'^-1 b.
  func forward(_ b: [Double]) -> [Double] {
    var y = b
    values.withUnsafeBufferPointer { values in
      y.withUnsafeMutableBufferPointer { y in
        for row in 0..<order where y[row] != 0 {
          y[row] /= values[row * order + row]
          let factor = y[row]
          for column in row + 1..<max(order, row + 1) { y[column] -= factor * values[row * order + column] }
        }
      }
    }
    return y
  }

  /// A^-1 b.
  func solve(_ b: [Double]) -> [Double] {
    var y = forward(b)
    for row in (0..<order).reversed() {
      for column in row + 1..<max(order, row + 1) { y[row] -= values[row * order + column] * y[column] }
      y[row] /= values[row * order + row]
    }
    return y
  }
}
