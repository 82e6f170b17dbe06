internal import LinearAlgebra

/// Least squares on the means of each group: `plm(model = "between")`.
///
///     mean(y_i) = mean(x_i)'b + e_i,     one row per group
public struct BetweenModel: Sendable {
  /// The groups whose means are taken.
  public let groups: Grouping
  /// Whether a mean counts by its number of rows (relative to the average group) instead of once.
  public let weightedByRows: Bool
  public let aliasing: Aliasing

  public init(groups: Grouping, weightedByRows: Bool = false, aliasing: Aliasing = .refuse) {
    self.groups = groups
    self.weightedByRows = weightedByRows
    self.aliasing = aliasing
  }

  /// Fits the model.
  ///
  /// - Throws: `unsupported` with weights, `rankDeficient` (columns that differ only within groups depend on
  ///   the intercept), `fewerRowsThanColumns`, `noDegreesOfFreedom`, or what `checkPanel` refuses.
  public func fit(_ sample: Sample) throws(RegressionError) -> PanelFit {
    try sample.refuseWeights("between")
    try sample.checkPanel([groups])
    let groups = groups.withoutEmptyLevels
    let means = GroupMeans(groups)
    let rows = sample.transformed { WideVector(means.means($0)) }
    let weights = weightedByRows ? means.totals.map { $0.hi / average(sample, groups) } : nil
    let linear = try LinearModel(aliasing: aliasing).fit(
      Sample(design: rows.design, response: rows.response, weights: weights))
    return try PanelFit(
      .between(groups: groups.name), linear, PanelParts(rows: GroupRows(groups).firstRows))
  }

  /// The rows of the average group.
  private func average(_ sample: Sample, _ groups: Grouping) -> Double {
    Double(sample.rows) / Double(groups.levels.count)
  }
}

extension GroupRows {
  /// The first row of each level; every level must have one.
  var firstRows: [Int] {
    levelRange.map { level in self[level].first { _ in true }! }
  }
}
