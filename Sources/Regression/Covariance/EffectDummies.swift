internal import LinearAlgebra

/// An orthonormal basis of effects that cross the clusters, the nested ones swept out.
///
/// Their dummies less the means within the finest nested effect; columns that depend on others are left out.
struct EffectDummies {
  /// n rows.
  let rows: Matrix

  /// More columns than this make CR2 a matter of minutes.
  private static let mostColumns = 500

  /// - Throws: `unsupported` where the effects have too many levels.
  init(_ crossing: [Grouping], _ nested: [Grouping]) throws(RegressionError) {
    let finest = nested.max { $0.levels.count < $1.levels.count }
    let others = nested.filter { other in finest.map { !$0.isNested(in: other) } ?? true }
    let groupings = crossing + others
    let levels = groupings.reduce(0) { $0 + $1.levels.count }
    guard levels <= EffectDummies.mostColumns else {
      throw .unsupported(
        "CR2 with \(levels) levels of effects that cross the clusters, more than "
          + "\(EffectDummies.mostColumns): take CR1")
    }
    let columns = groupings.flatMap { grouping in
      grouping.levels.indices.map { EffectDummies.dummy(grouping, Int32($0), without: finest) }
    }
    let all = WideMatrix(rows: groupings.first?.codes.count ?? 0, columns: columns)
    let dependent = Set(GramFactor(all).dependent)
    let kept = all.selecting(columns: columns.indices.filter { !dependent.contains($0) })
    rows = Whitening(GramFactor(kept)).rows(of: kept)
  }

  /// One for the rows of a level, less the share of such rows within each group of another grouping.
  private static func dummy(_ grouping: Grouping, _ level: Int32, without other: Grouping?) -> WideVector {
    let values = grouping.codes.map { DoubleDouble($0 == level ? 1 : 0) }
    guard let other else { return WideVector(values) }
    var sums = [Double](repeating: 0, count: other.levels.count)
    var counts = sums
    for (row, code) in other.codes.enumerated() {
      sums[Int(code)] += values[row].hi
      counts[Int(code)] += 1
    }
    return WideVector(
      values.indices.map { row in
        let code = Int(other.codes[row])
        return values[row] - DoubleDouble(sums[code]) / DoubleDouble(counts[code])
      })
  }
}
