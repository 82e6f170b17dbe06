import LinearAlgebra
import Probability
import Testing

/// Random designs whose columns leave down to 1e-10 of each other, checked by the normal equations.
@Suite("Least squares of nearly dependent columns")
struct NearDependenceTests {
  /// Designs of 12 to 60 rows and 3 to 6 columns; one or two columns are combinations of those before but
  /// for a part of 1e-2 to 1e-10, which leaves coefficients up to 1e10 times the response. The law: least
  /// squares never gives up, and X'r is zero to 1e-28 of what its sums are made of, |x| (|y| + |x| |b|).
  @Test("are solved, whatever the response", arguments: 0..<60)
  func solved(_ index: Int) throws {
    let stream = RandomStream(seed: UInt32(index), variable: 3)
    let (rows, columns) = (12 + index * 7 % 49, 3 + index % 4)
    func normal(_ column: Int, _ row: Int) -> Double {
      stream.normal(path: UInt64(row), draw: UInt64(column))
    }
    var x = (0..<columns).map { column in (0..<rows).map { column == 0 ? 1 : normal(column, $0) } }
    let part = Elementary.power(10, -2 - Double(index % 9))
    for column in columns - 1 - index % 2..<columns {
      x[column] = (0..<rows).map { x[1][$0] - x[0][$0] + part * normal(10 + column, $0) }
    }
    let design = WideMatrix(Matrix(rows: rows, columns: columns, columnMajor: x.flatMap { $0 }))
    for response in [(0..<rows).map { normal(20, $0) }, (0..<rows).map { 1e6 * x[1][$0] + normal(20, $0) }] {
      let solution = try solveLeastSquares(design, WideVector(response))
      #expect(solution.factor.smallestShare < 30 * part)
      let sizes = (0..<rows).map { row in
        (0..<columns).reduce(response[row].magnitude) {
          $0 + (x[$1][row] * solution.coefficients.high[$1]).magnitude
        }
      }
      for column in 0..<columns {
        let sum = (0..<rows).reduce(DoubleDouble(0)) { $0 + solution.residuals[$1] * x[column][$1] }
        let size = (0..<rows).reduce(0.0) { $0 + sizes[$1] * x[column][$1].magnitude }
        #expect(sum.value.magnitude < 1e-28 * size)
      }
    }
  }

  /// Rows of weights from 1e-300 to 1e300 on one column, and on two that keep apart.
  @Test("weights of every size", arguments: [40, 3000])
  func weights(_ rows: Int) throws {
    let roots = (0..<rows).map { Elementary.power(10, -150 + 300 * Double($0) / Double(rows - 1)) }
    let one = Matrix(rows: rows, columns: 1, columnMajor: roots)
    #expect(try solveLeastSquares(one, roots.map { 3 * $0 }).coefficients.high[0].isNear(3))
    let two = Matrix(
      rows: rows, columns: 2, columnMajor: roots + roots.indices.map { roots[$0] * Double($0 % 3) })
    let response = roots.indices.map { roots[$0] * (2 - 5 * Double($0 % 3)) }
    let coefficients = try solveLeastSquares(two, response).coefficients.high
    #expect(coefficients[0].isNear(2) && coefficients[1].isNear(-5))
  }
}

extension Double {
  fileprivate func isNear(_ other: Double) -> Bool { (self - other).magnitude < 1e-14 * other.magnitude }
}
