internal import LinearAlgebra

extension WithinTransform {
  /// More work than this for leverages is not done.
  private static let mostLeverageWork = 50_000_000

  /// For each row its leverage on the dummies, w_i d_i' (D'WD)^- d_i; nil where several effects with many
  /// levels would make it dear.
  public var leverage: [Double]? { sweep?.leverage(most: WithinTransform.mostLeverageWork) }
}

extension EffectSweep {
  /// With v = the row's outer dummies less their mean in its inner group: w_i (1 / W_g + v' S^-1 v).
  func leverage(most: Int) -> [Double]? {
    let work = layout.rows.multipliedReportingOverflow(by: layout.outerCount * layout.outerCount)
    guard !work.overflow, work.partialValue <= most, let leverages = outerLeverages() else { return nil }
    guard let order = layout.order else { return leverages }
    var result = leverages
    for (place, row) in order.enumerated() { result[Int(row)] = leverages[place] }
    return result
  }

  /// By place; nil unless the outer levels are solved directly.
  private func outerLeverages() -> [Double]? {
    var result = [Double](repeating: 0, count: layout.rows)
    var tally = GroupTally(count: layout.outerCount)
    for group in 0..<layout.groups {
      let inverse = layout.inverseWeights[group].hi
      tally.count(group, of: layout)
      var mean = [Double](repeating: 0, count: layout.outerCount)
      for level in tally.levels { mean[level] = tally.weights[level] * inverse }
      for place in layout.starts[group]..<layout.starts[group + 1] {
        var row = mean.map { -$0 }
        for effect in 0..<layout.others { row[Int(layout.outerLevels[effect * layout.rows + place])] += 1 }
        guard let square = squared(row) else { return nil }
        result[place] = (layout.weights?[place] ?? 1) * (inverse + square)
      }
    }
    return result
  }

  /// v' S^-1 v.
  private func squared(_ v: [Double]) -> Double? {
    guard !v.isEmpty else { return 0 }
    guard let solved = direct?.solve(v) else { return nil }
    var sum = 0.0
    for level in v.indices { sum += v[level] * solved[level] }
    return sum
  }
}
