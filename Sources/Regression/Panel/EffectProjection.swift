internal import LinearAlgebra

/// The dummies D of several groupings, swept out exactly.
///
/// The grouping of most levels is eliminated by its means; what remains of D'WD for the levels of the others
/// is S = D_o'W (I - P) D_o, factored densely. Each pass solves in double and subtracts in double-double, so
/// that three passes leave about 1e-30 of a column.
struct EffectProjection {
  private static let passes = 3

  let groupings: [Grouping]
  let weights: [Double]?
  /// The grouping of most levels.
  let largest: Int
  let means: GroupMeans
  /// Where the levels of each grouping begin among those of all but the largest; -1 for the largest.
  let starts: [Int]
  let factor: SemidefiniteFactor

  /// The levels of all groupings but the largest, together.
  static func smallSide(_ groupings: [Grouping]) -> Int {
    let counts = groupings.map(\.levels.count)
    return counts.reduce(0, +) - (counts.max() ?? 0)
  }

  init(_ groupings: [Grouping], weights: [Double]?) {
    self.groupings = groupings
    self.weights = weights
    let counts = groupings.map(\.levels.count)
    let largest = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) }!
    self.largest = largest
    means = GroupMeans(groupings[largest], weights: weights)
    var next = 0
    starts = counts.indices.map { index in
      guard index != largest else { return -1 }
      defer { next += counts[index] }
      return next
    }
    factor = EffectProjection.factor(
      groupings, starts, weights, GroupRows(groupings[largest]), size: next, means.totals)
  }

  private static func factor(
    _ groupings: [Grouping], _ starts: [Int], _ weights: [Double]?, _ rows: GroupRows, size: Int,
    _ totals: [DoubleDouble]
  ) -> SemidefiniteFactor {
    var gram = [Double](repeating: 0, count: size * size)
    var counts = LevelCounts(size: size)
    for group in totals.indices where totals[group].hi > 0 {
      for row in rows[group] {
        let levels = EffectProjection.levels(groupings, starts, of: row)
        let weight = weights?[row] ?? 1
        for level in levels {
          counts.add(weight, to: level)
          for other in levels { gram[level * size + other] += weight }
        }
      }
      counts.drain { touched, counts in
        for level in touched {
          let share = counts[level] / totals[group].value
          for other in touched { gram[level * size + other] -= share * counts[other] }
        }
      }
    }
    return SemidefiniteFactor(size: size) { gram[$0 * size + $1] }
  }

  /// The places of a row's levels among those of all groupings but the largest.
  static func levels(_ groupings: [Grouping], _ starts: [Int], of row: Int) -> [Int] {
    var levels: [Int] = []
    for (grouping, start) in zip(groupings, starts) where start >= 0 {
      levels.append(start + Int(grouping.codes[row]))
    }
    return levels
  }

  /// The number of independent effects: the rank of D over rows of positive weight.
  var rank: Int { means.totals.count { $0.hi > 0 } + factor.rank }

  /// The column less its projection on the effects, and the effects: a value for each level of each grouping.
  func sweep(_ column: WideVector) -> (rest: WideVector, effects: [[DoubleDouble]]) {
    var rest = column
    var effects = groupings.map { [DoubleDouble](repeating: DoubleDouble(0), count: $0.levels.count) }
    for _ in 0..<(groupings.count == 1 ? 1 : EffectProjection.passes) { pass(&rest, &effects) }
    return (rest, effects)
  }

  private func pass(_ rest: inout WideVector, _ effects: inout [[DoubleDouble]]) {
    let first = means.means(rest)
    var left = rest - means.spread(first)
    add(first, to: &effects[largest])
    let others = groupings.indices.filter { $0 != largest }
    let sums = others.flatMap { GroupMeans(groupings[$0], weights: weights).sums(left).map(\.value) }
    let solved = factor.solve(sums).map { DoubleDouble($0) }
    for index in others {
      let values = Array(solved[starts[index]..<starts[index] + groupings[index].levels.count])
      left = left - GroupMeans.spread(values, groupings[index])
      add(values, to: &effects[index])
    }
    let last = means.means(left)
    rest = left - means.spread(last)
    add(last, to: &effects[largest])
  }

  private func add(_ values: [DoubleDouble], to effects: inout [DoubleDouble]) {
    for index in values.indices { effects[index] = effects[index] + values[index] }
  }
}
