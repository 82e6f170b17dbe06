internal import LinearAlgebra

extension WithinTransform {
  /// More work than this for leverages is not done: some hundred levels of all effects but the one with most.
  private static let mostLeverageWork = 1_000_000_000

  /// For each row its leverage on the dummies, w_i d_i' (D'WD)^- d_i; nil where several effects with many
  /// levels would make it dear.
  public var leverage: [Double]? { sweep?.leverage(most: WithinTransform.mostLeverageWork) }
}

extension EffectSweep {
  /// With o the row's outer dummies and m their mean in its inner group, of weight W_g:
  ///     w_i (1 / W_g + v' S^- v),     v = o - m,
  /// from one inverse of S, S^- m once a group, and a few elements a row.
  func leverage(most: Int) -> [Double]? {
    let size = layout.outerCount
    let cube = size.multipliedReportingOverflow(by: size * size)
    let sweep = layout.rows.multipliedReportingOverflow(by: layout.others * size)
    guard !cube.overflow, !sweep.overflow, cube.partialValue <= most, sweep.partialValue <= most else {
      return nil
    }
    guard let inverse = size == 0 ? [] : direct?.inverse else { return nil }
    let leverages = leverages(inverse)
    guard let order = layout.order else { return leverages }
    var result = leverages
    for (place, row) in order.enumerated() { result[Int(row)] = leverages[place] }
    return result
  }

  /// By place, from S^-.
  private func leverages(_ inverse: [Double]) -> [Double] {
    let size = layout.outerCount
    var result = [Double](repeating: 0, count: layout.rows)
    var tally = GroupTally(count: size)
    var solved = [Double](repeating: 0, count: size)
    for group in 0..<layout.groups {
      tally.count(group, of: layout)
      let share = layout.inverseWeights[group].hi
      let square = mean(tally, share, inverse, &solved)
      for place in layout.starts[group]..<layout.starts[group + 1] {
        let weight = layout.weights?[place] ?? 1
        result[place] = weight * (share + square + excess(of: place, solved, inverse))
      }
    }
    return result
  }

  /// Puts S^- m into `solved` and gives m' S^- m.
  private func mean(
    _ tally: GroupTally, _ share: Double, _ inverse: [Double], _ solved: inout [Double]
  ) -> Double {
    let size = layout.outerCount
    for index in 0..<size { solved[index] = 0 }
    for level in tally.levels {
      let weight = tally.weights[level] * share
      for index in 0..<size { solved[index] += weight * inverse[level * size + index] }
    }
    var square = 0.0
    for level in tally.levels { square += tally.weights[level] * share * solved[level] }
    return square
  }

  /// o' S^- o - 2 o' S^- m.
  private func excess(of place: Int, _ solved: [Double], _ inverse: [Double]) -> Double {
    var sum = 0.0
    for effect in 0..<layout.others {
      let level = Int(layout.outerLevels[effect * layout.rows + place])
      sum -= 2 * solved[level]
      for other in 0..<layout.others {
        sum += inverse[level * layout.outerCount + Int(layout.outerLevels[other * layout.rows + place])]
      }
    }
    return sum
  }
}

extension SchurFactor {
  /// A generalised inverse, row by row: each level's column solved for.
  var inverse: [Double] {
    var inverse: [Double] = []
    inverse.reserveCapacity(size * size)
    for level in 0..<size {
      var unit = [Double](repeating: 0, count: size)
      unit[level] = 1
      inverse.append(contentsOf: solve(unit))
    }
    return inverse
  }
}
