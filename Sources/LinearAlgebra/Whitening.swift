/// Rows turned into rows of an orthonormal basis: with X'X = L L' and q_i = L^-1 x_i, Q'Q = I.
///
/// What is summed over rows of Q instead of X does not lose the digits that nearly dependent columns cost:
/// a leverage is |q_i|^2, and `bread * X'WX * bread` is L^-T (Q'WQ) L^-1.
/// In double while the columns are far from dependent, else in double-double.
public struct Whitening: Sendable {
  /// The number of columns.
  public let size: Int
  /// L^-1 in the units of the design, row by row, lower triangle.
  let inverse: [DoubleDouble]
  /// Whether sums of double-doubles are needed.
  let isWide: Bool

  /// From the factor of a design without dependent columns.
  public init(_ factor: GramFactor) {
    size = factor.size
    inverse = factor.inverseTriangle
    isWide = factor.isNearlyDependent
  }

  /// Column j of L^-1: what takes a vector in the basis to coefficient j.
  public func direction(_ column: Int) -> [Double] {
    (0..<size).map { $0 < column ? 0 : inverse[$0 * size + column].value }
  }

  /// L^-T M L^-1 for a symmetric M: a matrix in the basis turned into a covariance of coefficients.
  public func covariance(_ matrix: Matrix) -> Matrix {
    var result = Matrix(rows: size, columns: size)
    for column in 0..<size {
      let right = (0..<size).map { row in
        var sum = DoubleDouble(0)
        for index in column..<size { sum = sum + inverse[index * size + column] * matrix[row, index] }
        return sum
      }
      for row in column..<size {
        var sum = DoubleDouble(0)
        for index in row..<size { sum = sum + inverse[index * size + row] * right[index] }
        result[row, column] = sum.value
        result[column, row] = sum.value
      }
    }
    return result
  }

  /// Rows of Q from a range of rows, column after column into a buffer of `size * range.count` values.
  public func rows(
    _ range: Range<Int>, of design: WideMatrix, into q: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(design.columns == size && q.count >= size * range.count, "a buffer of \(q.count) values")
    design.high.withUnsafeBufferPointer { high in
      design.low.withUnsafeBufferPointer { low in
        guard size > 0, !range.isEmpty else { return }
        let block = Block(range: range, rows: design.rows, high: high, low: low, q: q)
        if isWide { wide(block) } else { plain(block) }
      }
    }
  }

  /// All rows of Q.
  public func rows(of design: WideMatrix) -> Matrix {
    let storage = [Double](unsafeUninitializedCapacity: design.rows * size) { buffer, count in
      rows(0..<design.rows, of: design, into: buffer)
      count = design.rows * size
    }
    return Matrix(rows: design.rows, columns: size, columnMajor: storage)
  }

  /// Some rows of a design and where their rows of Q go.
  private struct Block {
    let range: Range<Int>
    let rows: Int
    let high: UnsafeBufferPointer<Double>
    let low: UnsafeBufferPointer<Double>
    let q: UnsafeMutableBufferPointer<Double>
  }

  private func plain(_ block: Block) {
    let weights = inverse.map(\.value)
    let (count, first) = (block.range.count, block.range.lowerBound)
    let (x, q) = (block.high.baseAddress!, block.q.baseAddress!)
    for column in 0..<size {
      for row in stride(from: 0, to: count & ~7, by: 8) {
        var sum = SIMD8<Double>(repeating: 0)
        for index in 0...column {
          sum += weights[column * size + index] * GramKernel.load(x, index * block.rows + first + row)
        }
        GramKernel.store(sum, q, column * count + row)
      }
      for row in count & ~7..<count {
        var sum = 0.0
        for index in 0...column {
          sum += weights[column * size + index] * x[index * block.rows + first + row]
        }
        q[column * count + row] = sum
      }
    }
  }

  private func wide(_ block: Block) {
    let count = block.range.count
    for column in 0..<size {
      for row in 0..<count {
        var sum = DoubleDouble(0)
        for index in 0...column {
          let place = index * block.rows + block.range.lowerBound + row
          let x = DoubleDouble(parts: block.high[place], block.low.isEmpty ? 0 : block.low[place])
          sum = sum + inverse[column * size + index] * x
        }
        block.q[column * count + row] = sum.value
      }
    }
  }
}

extension GramFactor {
  /// The inverse of the triangle of the design as it stands, row by row; column by column by substitution.
  var inverseTriangle: [DoubleDouble] {
    var inverse = [DoubleDouble](repeating: DoubleDouble(0), count: size * size)
    for column in 0..<size {
      for row in column..<size {
        var rest = DoubleDouble(row == column ? 1 : 0)
        for left in column..<row { rest = rest - lower[row * size + left] * inverse[left * size + column] }
        inverse[row * size + column] = rest / lower[row * size + row]
      }
    }
    for row in 0..<size {
      for column in 0...row {
        inverse[row * size + column] = inverse[row * size + column].times(1 / scales[column], 1)
      }
    }
    return inverse
  }
}
