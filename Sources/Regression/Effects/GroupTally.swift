/// The weights of the outer levels within one inner group.
struct GroupTally {
  /// The weight by outer level, zero for levels the group does not have.
  private(set) var weights: [Double]
  /// The levels the group has, in the order met.
  private(set) var levels: [Int] = []
  /// The group in which a level was met last.
  private var lastMet: [Int]

  init(count: Int) {
    weights = [Double](repeating: 0, count: count)
    lastMet = [Int](repeating: -1, count: count)
  }

  /// Counts a group; each group once, all of one layout.
  mutating func count(_ group: Int, of layout: EffectLayout) {
    levels.removeAll(keepingCapacity: true)
    layout.outerLevels.withUnsafeBufferPointer { outer in
      for effect in 0..<layout.others {
        for place in layout.starts[group]..<layout.starts[group + 1] {
          let level = Int(outer[effect * layout.rows + place])
          if lastMet[level] != group {
            lastMet[level] = group
            weights[level] = 0
            levels.append(level)
          }
          weights[level] += layout.weights?[place] ?? 1
        }
      }
    }
  }
}
