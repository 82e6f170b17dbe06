/// A design whose columns are divided by powers of two, so that their largest values lie in [1, 2).
struct ScaledDesign {
  let matrix: WideMatrix
  let scales: [Double]

  init(_ design: WideMatrix) {
    let scales = ScaledDesign.scales(of: design)
    self.scales = scales
    matrix = WideMatrix(
      rows: design.rows, columns: design.columns,
      high: ScaledDesign.divided(design.high, design.rows, scales),
      low: ScaledDesign.divided(design.low, design.rows, scales))
  }

  /// For each column the power of two at or just below its largest magnitude.
  static func scales(of design: WideMatrix) -> [Double] {
    (0..<design.columns).map { design.power(ofColumn: $0) }
  }

  private static func divided(_ storage: [Double], _ rows: Int, _ scales: [Double]) -> [Double] {
    var result = storage
    for index in result.indices { result[index] /= scales[index / rows] }
    return result
  }

  /// Coefficients of the design from coefficients of the scaled one.
  func unscale(_ coefficients: WideVector) -> WideVector {
    WideVector(scales.indices.map { coefficients[$0].times(1 / scales[$0], 1) })
  }

  /// (X'X)^-1 of the design, each column refined; the lower triangle, mirrored.
  func inverseGram(_ gram: TripleGram, _ factor: GramFactor) throws(LinearAlgebraError) -> Matrix {
    var inverse = Matrix(rows: scales.count, columns: scales.count)
    for column in 0..<scales.count {
      let solved = try gram.inverseColumn(column, factor).gridded(bits: 72)
      for row in column..<scales.count {
        let element = solved[row].value / scales[row] / scales[column]
        inverse[row, column] = element
        inverse[column, row] = element
      }
    }
    return inverse
  }
}

/// The power of two at or just below the largest magnitude; one if all are zero.
func powerOfTwo(near values: some Sequence<Double>) -> Double {
  let most = values.withContiguousStorageIfAvailable(largest) ?? largest(Array(values))
  return most > 0 ? Double(sign: .plus, exponent: most.exponent, significand: 1) : 1
}
