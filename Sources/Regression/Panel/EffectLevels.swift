internal import LinearAlgebra

/// Splits the sum of effects that each row has into one value for each level of each grouping.
struct EffectLevels {
  private let groupings: [Grouping]
  /// The rows of positive weight.
  private let rows: [Int]

  init(_ groupings: [Grouping], _ weights: [Double]?) {
    self.groupings = groupings
    let all = groupings[0].codes.indices
    rows = weights.map { weights in all.filter { weights[$0] > 0 } } ?? Array(all)
  }

  /// The values, the later groupings' as differences from their first level; nan for a level without rows;
  /// nil where three and more groupings did not come apart.
  func split(_ total: WideVector) -> [[DoubleDouble]]? {
    switch groupings.count {
    case 1: [walk(total)[0]]
    case 2: walk(total)
    default: swept(total)
    }
  }

  /// From the first level of the second grouping, put to zero, along the rows to every level connected with
  /// it, then from the next level that is not: exact, as the sum of effects is known for each row.
  private func walk(_ total: WideVector) -> [[DoubleDouble]] {
    let codes = [groupings[0].codes, groupings.count > 1 ? groupings[1].codes : groupings[0].codes]
    var values = (0..<2).map { side in
      let grouping = groupings[min(side, groupings.count - 1)]
      return [DoubleDouble](repeating: DoubleDouble(.nan), count: grouping.levels.count)
    }
    let members = (0..<2).map { GroupRows(groupings[min($0, groupings.count - 1)], rows) }
    for start in values[1].indices where values[1][start].hi.isNaN && !members[1].isEmpty(start) {
      values[1][start] = DoubleDouble(0)
      var open = [(side: 1, level: start)]
      while let (side, level) = open.popLast() {
        let other = 1 - side
        for row in members[side][level] where values[other][Int(codes[other][row])].hi.isNaN {
          let next = Int(codes[other][row])
          values[other][next] = total[row] - values[side][level]
          open.append((other, next))
        }
      }
    }
    return values
  }

  private static let mostPasses = 5_000
  private static let enough = 1e-15

  /// Means of what is left, grouping after grouping, until nothing is.
  private func swept(_ total: WideVector) -> [[DoubleDouble]]? {
    var rest = total.selecting(rows)
    let kept = groupings.map { $0.codes }.map { codes in rows.map { codes[$0] } }
    let means = groupings.indices.map { index in
      GroupMeans(Grouping(name: "", levels: groupings[index].levels, codes: kept[index]))
    }
    var values = means.map { mean in
      mean.totals.map { $0.hi > 0 ? DoubleDouble(0) : DoubleDouble(.nan) }
    }
    let scale = rest.sumOfSquares.value
    for _ in 0..<EffectLevels.mostPasses {
      for index in means.indices {
        let step = means[index].means(rest)
        rest = rest - means[index].spread(step)
        for level in step.indices { values[index][level] = values[index][level] + step[level] }
      }
      let isDone = rest.sumOfSquares.value <= scale * EffectLevels.enough * EffectLevels.enough
      if isDone { return levelled(values) }
    }
    return nil
  }

  /// The first used level of each later grouping moved to zero, and its value into the first grouping.
  private func levelled(_ values: [[DoubleDouble]]) -> [[DoubleDouble]] {
    var values = values
    for index in values.indices.dropFirst() {
      guard let first = values[index].first(where: { !$0.hi.isNaN }) else { continue }
      values[index] = values[index].map { $0 - first }
      values[0] = values[0].map { $0 + first }
    }
    return values
  }
}
