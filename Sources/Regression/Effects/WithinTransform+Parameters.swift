internal import LinearAlgebra

extension WithinTransform {
  /// How many of the dummies are independent of each other.
  ///
  /// One effect: its levels. Two: their levels less the connected parts of the panel, exactly. More: the
  /// levels of all less one for each effect but the first, as fixest and reghdfe count. Levels without a
  /// row of positive weight do not count.
  public var parameters: Int {
    guard let layout = sweep?.layout else { return 0 }
    let levels = layout.innerUsed + layout.outerWeights.count { $0 > 0 }
    return levels - (layout.others == 1 ? layout.connectedParts : layout.others)
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
    for (row, code) in effect.codes.enumerated() where weights == nil || weights![row] > 0 {
      isUsed[Int(code)] = true
    }
    return isUsed.count { $0 }
  }
}

extension EffectLayout {
  /// The inner groups with weight.
  var innerUsed: Int { inverseWeights.count { $0.hi > 0 } }

  /// The connected parts of the graph whose edges are the rows of positive weight, between the levels of two
  /// effects: the sets of outer levels joined by inner groups.
  var connectedParts: Int {
    var parts = DisjointSets(count: outerCount)
    var joined = 0
    for group in 0..<groups {
      var first: Int?
      for place in starts[group]..<starts[group + 1] where weights == nil || weights![place] > 0 {
        let level = Int(outerLevels[place])
        if let first, parts.join(first, level) { joined += 1 }
        first = level
      }
    }
    return outerWeights.count { $0 > 0 } - joined
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

  /// The smallest member of the set; equal for those joined.
  mutating func root(_ start: Int) -> Int {
    var node = start
    while Int(parents[node]) != node {
      parents[node] = parents[Int(parents[node])]
      node = Int(parents[node])
    }
    return node
  }
}
