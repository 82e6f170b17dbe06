internal import LinearAlgebra

/// The rows put in the order of the effect with the most levels, and what a sweep needs of the others.
///
/// The effect with the most levels (the inner one) is eliminated: its part of the normal equations is a
/// diagonal. The levels of all other effects are numbered through, effect after effect.
struct EffectLayout: Sendable {
  let rows: Int
  /// For each place in the inner effect's order its row; nil where the rows stand in that order already.
  let order: [Int32]?
  /// Where each inner group starts, and the end.
  let starts: [Int]
  /// One over the weight of each inner group; zero for a group without weight.
  let inverseWeights: [DoubleDouble]
  /// The weight of each place; nil for ones.
  let weights: [Double]?
  /// How many effects are not the inner one.
  let others: Int
  /// For each other effect the outer level of each place, effect after effect.
  let outerLevels: [Int32]
  /// The levels of all effects but the inner one.
  let outerCount: Int
  /// Where the levels of each other effect start among the outer ones.
  let outerStarts: [Int]
  /// The weight of each outer level.
  let outerWeights: [Double]

  init(_ effects: [Grouping], _ weights: [Double]?) {
    let inner = EffectLayout.inner(effects)
    let groups = effects[inner].levels.count
    rows = effects[inner].codes.count
    starts = EffectLayout.starts(effects[inner])
    order = EffectLayout.order(effects[inner], starts)
    let order = order
    let rest = effects.indices.filter { $0 != inner }.map { effects[$0] }
    others = rest.count
    var outerStarts: [Int] = []
    var outerLevels: [Int32] = []
    var count = 0
    for effect in rest {
      outerStarts.append(count)
      let first = Int32(count)
      let codes = EffectLayout.ordered(effect.codes, order)
      outerLevels.append(contentsOf: codes.lazy.map { $0 + first })
      count += effect.levels.count
    }
    self.outerStarts = outerStarts
    self.outerLevels = outerLevels
    outerCount = count
    let ordered = weights.map { EffectLayout.ordered($0, order) }
    self.weights = ordered
    outerWeights = EffectLayout.sums(ordered, by: outerLevels, count: count)
    inverseWeights = EffectLayout.inverses(starts, ordered, groups: groups)
  }

  var groups: Int { starts.count - 1 }

  /// The effect with the most levels, the first of several.
  private static func inner(_ effects: [Grouping]) -> Int {
    var best = 0
    for index in effects.indices where effects[index].levels.count > effects[best].levels.count {
      best = index
    }
    return best
  }

  private static func starts(_ effect: Grouping) -> [Int] {
    var starts = [Int](repeating: 0, count: effect.levels.count + 1)
    for code in effect.codes { starts[Int(code) + 1] += 1 }
    for group in effect.levels.indices { starts[group + 1] += starts[group] }
    return starts
  }

  /// Rows by group, within a group as they stand.
  private static func order(_ effect: Grouping, _ starts: [Int]) -> [Int32]? {
    let codes = effect.codes
    guard (1..<max(1, codes.count)).contains(where: { codes[$0 - 1] > codes[$0] }) else { return nil }
    var next = starts
    var order = [Int32](repeating: 0, count: codes.count)
    for row in codes.indices {
      let group = Int(codes[row])
      order[next[group]] = Int32(row)
      next[group] += 1
    }
    return order
  }

  private static func ordered<Value>(_ values: [Value], _ order: [Int32]?) -> [Value] {
    order.map { $0.map { values[Int($0)] } } ?? values
  }

  /// The weights by outer level.
  private static func sums(_ weights: [Double]?, by levels: [Int32], count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for (index, level) in levels.enumerated() { sums[Int(level)] += weights?[index % weights!.count] ?? 1 }
    return sums
  }

  private static func inverses(_ starts: [Int], _ weights: [Double]?, groups: Int) -> [DoubleDouble] {
    (0..<groups).map { group in
      var sum = DoubleDouble(Double(starts[group + 1] - starts[group]))
      if let weights {
        sum = DoubleDouble(0)
        for place in starts[group]..<starts[group + 1] { sum = sum + weights[place] }
      }
      return sum.hi > 0 ? DoubleDouble(1) / sum : DoubleDouble(0)
    }
  }
}
