internal import LinearAlgebra

extension EffectProjection {
  /// For each row its leverage on the effects alone, w_i d_i'(D'WD)^- d_i; nil if all but the largest
  /// grouping have more levels together than allowed.
  ///
  /// With t and c_g the total weight and the levels' weights of the row's group g of the largest grouping, and
  /// o_i the row's dummies of the others: w_i (1 / t + v'S^- v), v = o_i - c_g / t.
  func leverage(upTo limit: Int) -> [Double]? {
    guard factor.size <= limit else { return nil }
    let codes = means.codes
    var leverage = codes.indices.map { row in
      let total = means.totals[Int(codes[row])].value
      return total > 0 ? (weights?[row] ?? 1) / total : 0
    }
    if factor.size > 0 { addOthers(to: &leverage) }
    return leverage
  }

  private func addOthers(to leverage: inout [Double]) {
    let inverse = factor.inverse
    let size = factor.size
    var counts = LevelCounts(size: size)
    let rows = GroupRows(groupings[largest])
    for group in means.totals.indices where means.totals[group].hi > 0 {
      for row in rows[group] {
        for level in EffectProjection.levels(groupings, starts, of: row) {
          counts.add(weights?[row] ?? 1, to: level)
        }
      }
      var mean = [Double](repeating: 0, count: size)
      var square = 0.0
      counts.drain { touched, counts in
        let total = means.totals[group].value
        for level in touched {
          let share = counts[level] / total
          for index in 0..<size { mean[index] += share * inverse[level * size + index] }
        }
        for level in touched { square += counts[level] / total * mean[level] }
      }
      for row in rows[group] {
        leverage[row] += (weights?[row] ?? 1) * distance(of: row, mean, square, inverse)
      }
    }
  }

  /// v'S^- v for a row, from S^- c / t and its product with c / t.
  private func distance(of row: Int, _ mean: [Double], _ square: Double, _ inverse: [Double]) -> Double {
    let levels = EffectProjection.levels(groupings, starts, of: row)
    var sum = square
    for level in levels {
      sum -= 2 * mean[level]
      for other in levels { sum += inverse[level * factor.size + other] }
    }
    return sum
  }
}

extension SemidefiniteFactor {
  /// A symmetric generalised inverse, row by row: zero in the dropped rows and columns.
  var inverse: [Double] {
    var inverse = [Double](repeating: 0, count: size * size)
    for column in 0..<size where !dropped[column] {
      var unit = [Double](repeating: 0, count: size)
      unit[column] = 1
      for (row, value) in solve(unit).enumerated() { inverse[row * size + column] = value }
    }
    return inverse
  }
}
