internal import LinearAlgebra

/// Sums of the rows' scores q_i u_i by group, in the orthonormal basis.
struct Scores {
  let size: Int
  let groups: Int
  /// Group after group, `size` values each.
  private let values: [Double]

  /// Sums over the rows of each group; rows are added in their order.
  init(_ sandwich: Sandwich, _ whitening: Whitening, codes: [Int32], groups: Int) {
    size = sandwich.size
    self.groups = groups
    var values = [Double](repeating: 0, count: groups * sandwich.size)
    values.withUnsafeMutableBufferPointer { values in
      let target = Target(sandwich: sandwich, whitening: whitening, codes: codes, values: values)
      let cuts = Scores.cuts(codes)
      _ = RowBlocks.parallelMap(cuts.count - 1) { target.add(cuts[$0]..<cuts[$0 + 1]) }
    }
    self.values = values
  }

  private static let parts = 16

  /// Where rows that stand group by group may be cut so that no group is; else only at their ends.
  private static func cuts(_ codes: [Int32]) -> [Int] {
    let isOrdered = codes.withUnsafeBufferPointer { codes in
      codes.count > RowBlocks.length && !(1..<codes.count).contains { codes[$0 - 1] > codes[$0] }
    }
    guard isOrdered else { return [0, codes.count] }
    let starts = (1..<parts).map { part in
      let start = codes.count * part / parts
      return (start..<codes.count).first { codes[$0] != codes[$0 - 1] } ?? codes.count
    }
    return [0] + starts + [codes.count]
  }

  /// Where sums go: those of a group are touched by one thread.
  private struct Target: @unchecked Sendable {
    let sandwich: Sandwich
    let whitening: Whitening
    let codes: [Int32]
    let values: UnsafeMutableBufferPointer<Double>

    func add(_ part: Range<Int>) {
      let size = sandwich.size
      sandwich.residuals.withUnsafeBufferPointer { residuals in
        sandwich.forEachBlock(whitening, of: part) { rows, q in
          for (index, row) in rows.enumerated() {
            let start = Int(codes[row]) * size
            for column in 0..<size {
              values[start + column] += q[column * rows.count + index] * residuals[row]
            }
          }
        }
      }
    }
  }

  /// The sum over groups of s s'.
  var squares: Matrix { products(with: Array(0..<groups)) }

  /// The sum of s_g s_p' over the groups g that have a partner p; -1 for none.
  func products(with partners: [Int]) -> Matrix {
    let sums = [Double](unsafeUninitializedCapacity: size * size) { sums, count in
      sums.initialize(repeating: 0)
      values.withUnsafeBufferPointer { values in
        for (group, partner) in partners.enumerated() where partner >= 0 {
          for column in 0..<size {
            let right = values[partner * size + column]
            for row in 0..<size { sums[column * size + row] += values[group * size + row] * right }
          }
        }
      }
      count = size * size
    }
    return Matrix(rows: size, columns: size, columnMajor: sums)
  }
}
