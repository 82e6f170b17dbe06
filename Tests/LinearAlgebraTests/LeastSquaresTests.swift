import LinearAlgebra
import Testing

@Suite("Refined least squares")
struct LeastSquaresTests {
  /// Hilbert's matrix of six columns scaled to whole numbers, and its exact solution of ones.
  static let hilbert = Matrix(
    rowMajor: (0..<8).map { row in (0..<6).map { 360_360 / Double(row + $0 + 1) } })

  /// Residuals orthogonal to the columns, inverse times Gram the identity.
  @Test("the normal equations hold")
  func normalEquations() throws {
    let design = Matrix(rowMajor: (0..<20).map { [1, Double($0), Double($0 * $0 % 7)] })
    let response = (0..<20).map { Double($0 * $0 % 11) }
    let solution = try solveLeastSquares(design, response)
    for column in 0..<3 {
      var product = DoubleDouble(0)
      for row in 0..<20 {
        product = product + DoubleDouble.twoProduct(design[row, column], solution.residuals[row].value)
      }
      #expect(product.value.magnitude < 1e-13)
      for other in 0..<3 {
        var entry = DoubleDouble(0)
        for row in 0..<20 {
          for inner in 0..<3 {
            entry =
              entry
              + DoubleDouble.twoProduct(design[row, column], design[row, inner])
              * solution.inverseGram[inner, other]
          }
        }
        #expect((entry.value - (column == other ? 1 : 0)).magnitude < 1e-13)
      }
    }
  }

  @Test("exact solutions come out exactly, residuals of zero as zero")
  func exact() throws {
    let design = LeastSquaresTests.hilbert
    var response = [Double](repeating: 0, count: 8)
    for row in 0..<8 {
      for column in 0..<6 { response[row] += (design[row, column] * 1024).rounded() / 1024 }
    }
    let whole = Matrix(rows: 8, columns: 6, columnMajor: design.storage.map { ($0 * 1024).rounded() / 1024 })
    let solution = try solveLeastSquares(whole, response, inverse: false)
    #expect(solution.coefficients.high == [1, 1, 1, 1, 1, 1])
    #expect(solution.residuals.high.allSatisfy { $0 == 0 })
    #expect(solution.inverseGram.storage.isEmpty)
  }

  /// (3 + 2^-52 + 2) / 2 lies exactly between two doubles: half to even, whatever the processor's noise.
  @Test("a tie is rounded to even")
  func tie() throws {
    let mean = try solveLeastSquares(Matrix(rowMajor: [[1], [1]]), [1, 1 + 0x1p-52]).coefficients.high[0]
    #expect(mean == 1)
    let next = try solveLeastSquares(Matrix(rowMajor: [[1], [1]]), [1 + 0x1p-52, 1 + 0x1p-51]).coefficients
      .high[0]
    #expect(next == 1 + 0x1p-51)
  }

  @Test("columns of any scale, and rows as many as columns")
  func scales() throws {
    let design = Matrix(rowMajor: [[1e-150, 1e150], [1e-150, -1e150]])
    let solution = try solveLeastSquares(design, [3, 1], inverse: false)
    #expect(solution.coefficients.high[0] == 2 / 1e-150 && solution.coefficients.high[1] == 1e-150)
  }

  @Test("the dependent column is the one further right")
  func rank() {
    let rows = (0..<9).map { Double($0) }
    let cases: [([[Double]], [Int])] = [
      (rows.map { [1, $0, 2 * $0 + 3] }, [2]), (rows.map { [1, $0, 0, $0 * $0] }, [2]),
      (rows.map { [$0, $0, 1, 1] }, [1, 3]), (rows.map { [0.1, $0, 0.3 * $0 + 0.7, $0 * $0] }, [2]),
    ]
    for (design, columns) in cases {
      #expect(throws: LinearAlgebraError.rankDeficient(columns: columns)) {
        try solveLeastSquares(Matrix(rowMajor: design), rows)
      }
    }
  }

  @Test("wrong input is refused with its place")
  func refused() {
    #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 0)) {
      try solveLeastSquares(Matrix(rowMajor: [[1], [.nan]]), [1, 2])
    }
    #expect(throws: LinearAlgebraError.responseNotFinite(row: 0)) {
      try solveLeastSquares(Matrix(rowMajor: [[1], [2]]), [.infinity, 2])
    }
    #expect(throws: LinearAlgebraError.fewerRowsThanColumns(rows: 1, columns: 2)) {
      try solveLeastSquares(Matrix(rowMajor: [[1, 2]]), [1])
    }
    #expect(throws: LinearAlgebraError.lengthMismatch(rows: 2, response: 1)) {
      try solveLeastSquares(Matrix(rowMajor: [[1], [2]]), [1])
    }
  }
}
