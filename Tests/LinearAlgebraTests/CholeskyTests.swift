import LinearAlgebra
import Testing

@Suite("Cholesky")
struct CholeskyTests {
  @Test("L L' gives the matrix back")
  func product() throws {
    let factor = try Cholesky(Matrix(rowMajor: [[4, 2, 2], [2, 5, 3], [2, 3, 6]]))
    #expect(factor.lower == Matrix(rowMajor: [[2, 0, 0], [1, 2, 0], [1, 1, 2]]))
    #expect(factor.multiply([1, 2, 3]) == [2, 5, 9])
  }

  @Test("a matrix that is no covariance is refused with the pivot")
  func refused() {
    #expect(throws: LinearAlgebraError.notPositiveDefinite(pivot: 1, value: -3)) {
      try Cholesky(Matrix(rowMajor: [[1, 2], [2, 1]]))
    }
    #expect(throws: LinearAlgebraError.notSquare(rows: 1, columns: 2)) {
      try Cholesky(Matrix(rowMajor: [[1, 2]]))
    }
  }
}
