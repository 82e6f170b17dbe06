/// A design whose columns are divided by powers of two, so that their largest values lie in [1, 2).
struct ScaledDesign {
  let matrix: Matrix
  let scales: [Double]

  init(_ design: Matrix) {
    let scales = (0..<design.columns).map { powerOfTwo(near: design.column($0)) }
    var storage = design.storage
    for column in 0..<design.columns {
      for index in column * design.rows..<(column + 1) * design.rows { storage[index] /= scales[column] }
    }
    self.scales = scales
    matrix = Matrix(rows: design.rows, columns: design.columns, columnMajor: storage)
  }

  /// Coefficients of the design from coefficients of the scaled one.
  func unscale(_ coefficients: [Double]) -> [Double] {
    zip(coefficients, scales).map { $0 / $1 }
  }

  /// (X'X)^-1 of the design, each column refined; the lower triangle, mirrored.
  func inverseGram(_ qr: PivotedQR) throws(LinearAlgebraError) -> Matrix {
    var inverse = Matrix(rows: scales.count, columns: scales.count)
    let gram = WideGram(matrix)
    for column in 0..<scales.count {
      let solved = try gram.inverseColumn(column, qr).rounded()
      for row in column..<scales.count {
        let element = solved[row] / scales[row] / scales[column]
        inverse[row, column] = element
        inverse[column, row] = element
      }
    }
    return inverse
  }
}

/// The power of two at or just below the largest magnitude; one if all are zero.
func powerOfTwo(near values: [Double]) -> Double {
  let largest = values.lazy.map(\.magnitude).max() ?? 0
  return largest > 0 ? Double(sign: .plus, exponent: largest.exponent, significand: 1) : 1
}
