import LinearAlgebra
import Testing

@Suite("Matrix")
struct MatrixTests {
  @Test("columns follow one another in storage")
  func layout() {
    var matrix = Matrix(rowMajor: [[1, 2, 3], [4, 5, 6]])
    #expect(matrix == Matrix(rows: 2, columns: 3, columnMajor: [1, 4, 2, 5, 3, 6]))
    #expect(matrix[1, 0] == 4 && matrix.column(2) == [3, 6] && matrix.row(0) == [1, 2, 3])
    matrix[0, 1] = -7
    #expect(matrix.storage == [1, 4, -7, 5, 3, 6])
    #expect(Matrix(rowMajor: []).storage.isEmpty && Matrix.identity(2).storage == [1, 0, 0, 1])
  }

  @Test("rows of different lengths and indexes outside are refused")
  func refused() async {
    await #expect(processExitsWith: .failure) { _ = Matrix(rowMajor: [[1], [1, 2]]) }
    await #expect(processExitsWith: .failure) { _ = Matrix(rows: 2, columns: 2)[2, 0] }
    await #expect(processExitsWith: .failure) { _ = Matrix(rows: 2, columns: 2, columnMajor: [1]) }
  }
}
