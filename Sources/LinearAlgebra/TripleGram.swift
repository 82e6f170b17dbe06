/// X'X held to three doubles an element: normal equations whose solutions are refined.
///
/// At that width squaring the condition number costs nothing that matters: with columns of which 1e-11 is
/// left, 22 of 47 digits. The cost is n k^2 / 2 wide products in all.
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
        let sum = TripleGram.dot(
          (a.high, a.low), column * a.rows, (a.high, a.low), other * a.rows, a.rows)
        elements[column * a.columns + other] = sum
        elements[other * a.columns + column] = sum
      }
    }
    self.elements = elements
  }

  /// X'v.
  static func products(_ a: WideMatrix, _ v: WideVector) -> [TripleSum] {
    (0..<a.columns).map { dot((a.high, a.low), $0 * a.rows, (v.high, v.low), 0, a.rows) }
  }

  private static func dot(
    _ a: (high: [Double], low: [Double]), _ left: Int, _ b: (high: [Double], low: [Double]), _ right: Int,
    _ rows: Int
  ) -> TripleSum {
    var sum = TripleSum()
    a.high.withUnsafeBufferPointer { a in
      b.high.withUnsafeBufferPointer { b in
        for row in 0..<rows { sum.addProduct(a[left + row], b[right + row]) }
      }
    }
    for (first, second) in [(a.high, b.low), (a.low, b.high)] where !first.isEmpty && !second.isEmpty {
      for row in 0..<rows { sum.addSmallProduct(first[left + row], second[right + row]) }
    }
    guard !a.low.isEmpty, !b.low.isEmpty else { return sum }
    for row in 0..<rows { sum.addSmall(a.low[left + row] * b.low[right + row]) }
    return sum
  }

  /// One column of the inverse.
  ///
  /// - Throws: `notRefined` if corrections stop above 1e-22 of the column's largest element.
  func inverseColumn(_ column: Int, _ factor: GramFactor) throws(LinearAlgebraError) -> WideVector {
    var unit = [TripleSum](repeating: TripleSum(), count: size)
    unit[column].addProduct(1, 1)
    return try solve(unit, factor)
  }

  /// The solution of X'X x = b: corrections by the Cholesky factor in double-double, which converge for every
  /// design that has passed the tolerance of rank; residuals in three doubles, solution in two.
  ///
  /// - Throws: `notRefined` if corrections stop above 1e-22 of the largest element, or of the scale given if
  ///   that is larger.
  func solve(
    _ b: [TripleSum], _ factor: GramFactor, relativeTo scale: Double = 0
  ) throws(LinearAlgebraError) -> WideVector {
    var x = WideVector(count: size)
    var last = Double.infinity
    for _ in 0..<TripleGram.mostSteps {
      let step = WideVector(factor.solveScaled(residual(b, x)))
      x = x + step
      let most = max(x.largest, scale)
      let size = most > 0 ? step.largest / most : 0
      let stalled = size > last / 2
      last = min(size, last)
      if stalled || size <= TripleGram.enough { break }
    }
    guard last <= TripleGram.goal else { throw .notRefined(correction: last) }
    return x
  }

  /// b - X'X x. A double would not do: its rounding comes back times the squared condition number.
  private func residual(_ b: [TripleSum], _ x: WideVector) -> [DoubleDouble] {
    elements.withUnsafeBufferPointer { elements in
      (0..<size).map { row in
        var sum = b[row]
        for index in 0..<size { sum.subtract(elements[row * size + index], times: x[index]) }
        return sum.wideValue
      }
    }
  }
}
