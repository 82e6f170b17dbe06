internal import LinearAlgebra

/// Sums of the rows' scores q_i u_i by group, in the orthonormal basis.
struct Scores {
  let size: Int
  let groups: Int
  /// Group after group, `size` values each.
  private let values: [Double]

  /// Sums over the rows of each group; rows are added in their order.
  init(_ sandwich: Sandwich, _ whitening: Whitening, codes: [Int32], groups: Int) {
    let size = sandwich.size
    var values = [Double](repeating: 0, count: groups * size)
    values.withUnsafeMutableBufferPointer { values in
      sandwich.forEachBlock(whitening) { rows, q in
        for (index, row) in rows.enumerated() {
          let start = Int(codes[row]) * size
          let residual = sandwich.residuals[row]
          for column in 0..<size { values[start + column] += q[column * rows.count + index] * residual }
        }
      }
    }
    self.size = size
    self.groups = groups
    self.values = values
  }

  /// The sum over groups of s s'.
  var squares: Matrix { products(with: Array(0..<groups)) }

  /// The sum of s_g s_p' over the groups g that have a partner p; -1 for none.
  func products(with partners: [Int]) -> Matrix {
    var sums = [Double](repeating: 0, count: size * size)
    values.withUnsafeBufferPointer { values in
      for (group, partner) in partners.enumerated() where partner >= 0 {
        for column in 0..<size {
          let right = values[partner * size + column]
          for row in 0..<size { sums[column * size + row] += values[group * size + row] * right }
        }
      }
    }
    return Matrix(rows: size, columns: size, columnMajor: sums)
  }
}
