/// X'X held to three doubles an element, whose inverse is refined column by column.
///
/// At that width squaring the condition number costs nothing that matters: the columns are as good as those
/// of the augmented system, at a cost of n k^2 / 2 wide products in all in place of n k in every step of
/// every column.
struct TripleGram {
  private let size: Int
  private let elements: [TripleSum]

  private static let mostSteps = 30
  private static let enough = 1e-26
  private static let goal = 1e-22

  init(_ a: WideMatrix) {
    size = a.columns
    var elements = [TripleSum](repeating: TripleSum(), count: a.columns * a.columns)
    for column in 0..<a.columns {
      for other in 0...column {
        let sum = TripleGram.dot(a, column * a.rows, other * a.rows)
        elements[column * a.columns + other] = sum
        elements[other * a.columns + column] = sum
      }
    }
    self.elements = elements
  }

  private static func dot(_ a: WideMatrix, _ left: Int, _ right: Int) -> TripleSum {
    a.high.withUnsafeBufferPointer { high in
      var sum = TripleSum()
      for row in 0..<a.rows { sum.addProduct(high[left + row], high[right + row]) }
      guard !a.low.isEmpty else { return sum }
      a.low.withUnsafeBufferPointer { low in
        for row in 0..<a.rows {
          sum.addSmallProduct(high[left + row], low[right + row])
          sum.addSmallProduct(low[left + row], high[right + row])
          sum.addSmall(low[left + row] * low[right + row])
        }
      }
      return sum
    }
  }

  /// One column of the inverse: corrections by the Cholesky factor in double-double, which converge
  /// for every design that has passed the tolerance of rank; residuals in three doubles, solution in two.
  ///
  /// - Throws: `notRefined` if corrections stop above 1e-22 of the column's largest element.
  func inverseColumn(_ column: Int, _ factor: GramFactor) throws(LinearAlgebraError) -> WideVector {
    var x = WideVector(count: size)
    var last = Double.infinity
    for _ in 0..<TripleGram.mostSteps {
      let step = WideVector(factor.solveScaled(residual(column, x)))
      x = x + step
      let size = step.largest / x.largest
      let stalled = size > last / 2
      last = min(size, last)
      if stalled || size <= TripleGram.enough { break }
    }
    guard last <= TripleGram.goal else { throw .notRefined(correction: last) }
    return x
  }

  /// e_column - X'X x. A double would not do: its rounding comes back times the squared condition number.
  private func residual(_ column: Int, _ x: WideVector) -> [DoubleDouble] {
    elements.withUnsafeBufferPointer { elements in
      (0..<size).map { row in
        var sum = TripleSum()
        if row == column { sum.addProduct(1, 1) }
        for index in 0..<size { sum.subtract(elements[row * size + index], times: x[index]) }
        return sum.wideValue
      }
    }
  }
}
