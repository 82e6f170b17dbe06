internal import LinearAlgebra

/// Weighted means within the groups of one grouping, summed in double-double in the order of the rows.
struct GroupMeans {
  let codes: [Int32]
  let weights: [Double]?
  /// For each level the sum of its weights; without weights its number of rows.
  let totals: [DoubleDouble]

  init(_ grouping: Grouping, weights: [Double]? = nil) {
    codes = grouping.codes
    self.weights = weights
    var totals = [DoubleDouble](repeating: DoubleDouble(0), count: grouping.levels.count)
    for (row, code) in grouping.codes.enumerated() {
      totals[Int(code)] = totals[Int(code)] + (weights?[row] ?? 1)
    }
    self.totals = totals
  }

  /// For each level the weighted sum of a column.
  func sums(_ column: WideVector) -> [DoubleDouble] {
    var sums = [DoubleDouble](repeating: DoubleDouble(0), count: totals.count)
    for (row, code) in codes.enumerated() {
      let value = weights.map { column[row] * $0[row] } ?? column[row]
      sums[Int(code)] = sums[Int(code)] + value
    }
    return sums
  }

  /// For each level the weighted mean of a column; zero for a level without weight.
  func means(_ column: WideVector) -> [DoubleDouble] {
    zip(sums(column), totals).map { $1.hi > 0 ? $0 / $1 : DoubleDouble(0) }
  }

  /// A value of each level, repeated for its rows.
  func spread(_ values: [DoubleDouble]) -> WideVector {
    WideVector(codes.map { values[Int($0)] })
  }

  /// The same for any grouping.
  static func spread(_ values: [DoubleDouble], _ grouping: Grouping) -> WideVector {
    WideVector(grouping.codes.map { values[Int($0)] })
  }

  /// The column less its level's mean times the share of that level; without shares the whole mean.
  func sweep(_ column: WideVector, shares: [DoubleDouble]? = nil) -> WideVector {
    let means = means(column)
    let shifts = shares.map { zip(means, $0).map { $0 * $1 } } ?? means
    return column - spread(shifts)
  }

  /// The same for each column of a matrix.
  func sweep(_ matrix: WideMatrix, shares: [DoubleDouble]? = nil) -> WideMatrix {
    WideMatrix(
      rows: matrix.rows, columns: (0..<matrix.columns).map { sweep(matrix.column($0), shares: shares) })
  }

  /// One row per level: the means of each column.
  func means(_ matrix: WideMatrix) -> WideMatrix {
    WideMatrix(
      rows: totals.count, columns: (0..<matrix.columns).map { WideVector(means(matrix.column($0))) })
  }
}
