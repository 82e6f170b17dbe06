/// The weights of the outer levels within one inner group.
struct GroupTally {
  /// The weight by outer level, zero for levels the group does not have.
  private(set) var weights: [Double]
  /// The levels the group has, in the order met.
  private(set) var levels: [Int] = []
  private var isListed: [Bool]

  init(count: Int) {
    weights = [Double](repeating: 0, count: count)
    isListed = [Bool](repeating: false, count: count)
  }

  mutating func count(_ group: Int, of layout: EffectLayout) {
    for level in levels {
      weights[level] = 0
      isListed[level] = false
    }
    levels.removeAll(keepingCapacity: true)
    for effect in 0..<layout.others {
      for place in layout.starts[group]..<layout.starts[group + 1] {
        let level = Int(layout.outerLevels[effect * layout.rows + place])
        if !isListed[level] {
          isListed[level] = true
          levels.append(level)
        }
        weights[level] += layout.weights?[place] ?? 1
      }
    }
  }
}
