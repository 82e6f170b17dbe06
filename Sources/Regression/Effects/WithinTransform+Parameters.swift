extension WithinTransform {
  /// How many of the dummies are independent of each other.
  ///
  /// One effect: its levels. Two: their levels less the connected parts of the panel, exactly. More: the
  /// levels of all less one for each effect but the first, as fixest and reghdfe count. Levels without a
  /// row of positive weight do not count.
  public var parameters: Int {
    let levels = effects.map(usedLevels)
    guard effects.count > 1 else { return levels.first ?? 0 }
    return levels.reduce(0, +) - (effects.count == 2 ? connectedParts : effects.count - 1)
  }

  /// The dummies counted by small-sample factors for clusters: an effect whose every level lies within one
  /// cluster (of one of these ways of clustering) counts as one. Source: fixest, `ssc(fixef.K = "nested")`.
  public func parameters(notNestedIn clusters: [Grouping]) -> Int {
    var count = parameters
    for effect in effects where clusters.contains(where: { effect.isNested(in: $0) }) {
      count -= usedLevels(effect) - 1
    }
    return count
  }

  private func usedLevels(_ effect: Grouping) -> Int {
    var isUsed = [Bool](repeating: false, count: effect.levels.count)
    for (row, code) in effect.codes.enumerated() where weights.map({ $0[row] > 0 }) ?? true {
      isUsed[Int(code)] = true
    }
    return isUsed.count { $0 }
  }

  /// The connected parts of the graph whose edges are the rows, between levels of two effects.
  private var connectedParts: Int {
    let first = effects[0].levels.count
    var parts = DisjointSets(count: first + effects[1].levels.count)
    var joined = 0
    for row in effects[0].codes.indices where weights.map({ $0[row] > 0 }) ?? true {
      if parts.join(Int(effects[0].codes[row]), first + Int(effects[1].codes[row])) { joined += 1 }
    }
    return usedLevels(effects[0]) + usedLevels(effects[1]) - joined
  }
}

/// Sets that grow together. Source: Tarjan 1975.
struct DisjointSets {
  private var parents: [Int32]

  init(count: Int) { parents = (0..<Int32(count)).map { $0 } }

  /// Whether the two were apart; they are one from now on.
  mutating func join(_ a: Int, _ b: Int) -> Bool {
    let (a, b) = (root(a), root(b))
    guard a != b else { return false }
    parents[max(a, b)] = Int32(min(a, b))
    return true
  }

  private mutating func root(_ start: Int) -> Int {
    var node = start
    while Int(parents[node]) != node {
      parents[node] = parents[Int(parents[node])]
      node = Int(parents[node])
    }
    return node
  }
}
