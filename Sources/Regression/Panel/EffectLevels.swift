internal import LinearAlgebra

/// Puts effects on the levels a reader expects.
struct EffectLevels {
  private let projection: EffectProjection

  /// For each level of each grouping whether it has a row of positive weight.
  private let seen: [[Bool]]

  init(_ projection: EffectProjection) {
    self.projection = projection
    seen = projection.groupings.map { grouping in
      GroupMeans(grouping, weights: projection.weights).totals.map { $0.hi > 0 }
    }
  }

  /// Moves what the later groupings say of the level into the first one.
  func normalise(_ effects: [[DoubleDouble]]) -> [[DoubleDouble]] {
    var effects = effects
    let components = components()
    for index in projection.groupings.indices.dropFirst() {
      let first = firstValues(effects[index], of: index, components)
      for level in effects[index].indices {
        let shift = first[components[index][level]] ?? DoubleDouble(0)
        effects[index][level] = effects[index][level] - shift
      }
      for level in effects[0].indices {
        effects[0][level] = effects[0][level] + (first[components[0][level]] ?? DoubleDouble(0))
      }
    }
    for index in effects.indices {
      for level in effects[index].indices where !seen[index][level] {
        effects[index][level] = DoubleDouble(.nan)
      }
    }
    return effects
  }

  /// For each component the value of its first level.
  private func firstValues(
    _ values: [DoubleDouble], of index: Int, _ components: [[Int]]
  ) -> [Int: DoubleDouble] {
    var first: [Int: DoubleDouble] = [:]
    for level in values.indices where first[components[index][level]] == nil && seen[index][level] {
      first[components[index][level]] = values[level]
    }
    return first
  }

  /// For each level of each grouping the component it belongs to: with two groupings those connected by
  /// rows, with more all of them together.
  private func components() -> [[Int]] {
    let groupings = projection.groupings
    guard groupings.count == 2 else {
      return groupings.map { [Int](repeating: 0, count: $0.levels.count) }
    }
    let offset = groupings[0].levels.count
    var parents = Array(0..<offset + groupings[1].levels.count)
    func root(_ node: Int) -> Int {
      var node = node
      while parents[node] != node {
        parents[node] = parents[parents[node]]
        node = parents[node]
      }
      return node
    }
    for row in groupings[0].codes.indices where (projection.weights?[row] ?? 1) > 0 {
      let one = root(Int(groupings[0].codes[row]))
      let other = root(offset + Int(groupings[1].codes[row]))
      parents[max(one, other)] = min(one, other)
    }
    let roots = parents.indices.map(root)
    return [Array(roots[..<offset]), Array(roots[offset...])]
  }
}
