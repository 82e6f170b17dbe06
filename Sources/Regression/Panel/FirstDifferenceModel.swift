internal import LinearAlgebra

/// Least squares on the differences between successive observations of each unit: `plm(model = "fd")`.
///
///     y_it - y_is = d + (x_it - x_is)'b + e_it,     s the last period of unit i before t
///
/// A gap is bridged: the difference is to the last observation there is. The intercept d, a drift, is
/// estimated if the design has one and `hasDrift`.
public struct FirstDifferenceModel: Sendable {
  public let index: PanelIndex
  /// Whether an intercept stands for the average change (plm); without it there is none (linearmodels).
  public let hasDrift: Bool
  public let aliasing: Aliasing

  public init(index: PanelIndex, hasDrift: Bool = true, aliasing: Aliasing = .refuse) {
    self.index = index
    self.hasDrift = hasDrift
    self.aliasing = aliasing
  }

  /// Fits the model; its rows go unit by unit, from period to period.
  ///
  /// - Throws: `unsupported` with weights, `absorbed` naming columns that never change (left out with
  ///   `.leftToRight`), `tooFewGroups` if no unit has two periods, `rankDeficient`, `noDegreesOfFreedom`, or
  ///   what `checkPanel` refuses.
  public func fit(_ sample: Sample) throws(RegressionError) -> PanelFit {
    try sample.refuseWeights("first differences")
    try sample.checkPanel([index.units, index.periods])
    let units = index.units.codes
    let pairs = zip(index.order, index.order.dropFirst()).filter { units[$0] == units[$1] }
    guard !pairs.isEmpty else {
      throw .tooFewGroups(name: index.periods.name, groups: index.periods.levels.count, needed: 2)
    }
    let (design, dropped) = try differenced(sample.design, pairs)
    let linear = try LinearModel(aliasing: aliasing).fit(
      Sample(design: design, response: sample.target.differences(pairs)))
    return try PanelFit(
      .firstDifference(units: index.units.name), linear,
      PanelParts(aliased: dropped + linear.aliased, rows: pairs.map { $0.1 }))
  }

  /// The differences of each column, the intercept kept or left out, columns of zeros refused or left out.
  private func differenced(
    _ design: Design, _ pairs: [(Int, Int)]
  ) throws(RegressionError) -> (Design, dropped: [String]) {
    let intercept = design.interceptColumn
    let columns = design.names.indices.map { column in
      column == intercept
        ? WideVector([Double](repeating: 1, count: pairs.count))
        : design.matrix.column(column).differences(pairs)
    }
    let constant = columns.indices.filter { columns[$0].high.allSatisfy { $0 == 0 } }
    guard constant.isEmpty || aliasing == .leftToRight else {
      throw .absorbed(columns: constant.map { design.names[$0] }, effects: [index.units.name])
    }
    let all = Design(
      names: design.names, matrix: WideMatrix(rows: pairs.count, columns: columns), terms: design.terms)
    let kept = columns.indices.filter { !constant.contains($0) && (hasDrift || $0 != intercept) }
    return (all.selecting(columns: kept), constant.map { design.names[$0] })
  }
}

extension WideVector {
  /// The second element of each pair less the first.
  func differences(_ pairs: [(Int, Int)]) -> WideVector {
    WideVector(pairs.map { self[$0.1] - self[$0.0] })
  }
}
