internal import LinearAlgebra

/// A small symmetric matrix of sums in double-double: its lower triangle, row by row.
struct CrossProducts {
  private let size: Int
  private var elements: [DoubleDouble]

  /// Zeros.
  init(size: Int) {
    self.size = size
    elements = [DoubleDouble](repeating: DoubleDouble(0), count: size * (size + 1) / 2)
  }

  /// Adds to the element at a row and a column not right of the diagonal.
  mutating func add(_ value: DoubleDouble, _ row: Int, _ column: Int) {
    elements[row * (row + 1) / 2 + column] = elements[row * (row + 1) / 2 + column] + value
  }

  /// Adds another matrix times a number.
  mutating func add(_ other: CrossProducts, times factor: DoubleDouble) {
    for index in elements.indices { elements[index] = elements[index] + other.elements[index] * factor }
  }

  /// A row up to the diagonal.
  func row(_ row: Int) -> [DoubleDouble] {
    Array(elements[row * (row + 1) / 2...row * (row + 1) / 2 + row])
  }

  /// x'Mx.
  func quadraticForm(_ x: [DoubleDouble]) -> DoubleDouble {
    var sum = DoubleDouble(0)
    for row in 0..<size {
      for column in 0...row {
        let term = elements[row * (row + 1) / 2 + column] * x[row] * x[column]
        sum = sum + (column < row ? term * 2 : term)
      }
    }
    return sum
  }

  /// The sum of products with the elements of a symmetric matrix, as far as that goes: the trace of both
  /// multiplied.
  func product(_ other: [[DoubleDouble]]) -> DoubleDouble {
    var sum = DoubleDouble(0)
    for row in other.indices {
      for column in 0...row {
        let term = elements[row * (row + 1) / 2 + column] * other[row][column]
        sum = sum + (column < row ? term * 2 : term)
      }
    }
    return sum
  }
}
