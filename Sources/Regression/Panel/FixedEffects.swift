internal import LinearAlgebra

/// Recovers the effects that a fit swept out.
struct FixedEffects {
  private let sample: Sample
  private let fit: AbsorbedFit
  private let columns: [WideVector]

  init(_ sample: Sample, _ fit: AbsorbedFit) {
    self.sample = sample
    self.fit = fit
    let design = sample.design
    columns = fit.names.map { design.matrix.column(design.names.firstIndex(of: $0)!) }
  }

  /// The effects of each grouping; empty where those of three and more could not be told apart.
  var values: [FixedEffect] {
    let groupings = fit.transform.effects
    guard let levels = EffectLevels(groupings, fit.transform.weights).split(total) else { return [] }
    let errors = groupings.count == 1 ? standardErrors(groupings[0]) : nil
    return zip(groupings, levels).map { grouping, values in
      FixedEffect(
        name: grouping.name, levels: grouping.levels, values: values.map(\.value), standardErrors: errors)
    }
  }

  /// For each row the sum of its effects: the response less the columns and what was left.
  private var total: WideVector {
    var rest = sample.target - fit.swept.wideResiduals
    for (column, values) in columns.enumerated() {
      rest = rest - values.times(fit.swept.solution.coefficients[column])
    }
    return rest
  }

  private func standardErrors(_ grouping: Grouping) -> [Double] {
    let means = GroupMeans(grouping, weights: sample.weights)
    let averages = columns.map { means.means($0).map(\.value) }
    return means.totals.indices.map { level in
      let total = means.totals[level].value
      return total > 0 ? error(weight: total, averages.map { $0[level] }) : .nan
    }
  }

  /// sigma * sqrt(1 / weight + x'(X'X)^-1 x).
  private func error(weight: Double, _ x: [Double]) -> Double {
    fit.sigma * (1 / weight + fit.unscaledCovariance.quadraticForm(x)).squareRoot()
  }

  /// The intercept at the overall weighted means, with its standard error.
  var intercept: OverallIntercept {
    let all = GroupMeans(Grouping.single(rows: sample.rows), weights: sample.weights)
    let means = columns.map { all.means($0)[0] }
    var estimate = all.means(sample.target)[0]
    for (column, mean) in means.enumerated() {
      estimate = estimate - mean * fit.swept.solution.coefficients[column]
    }
    return OverallIntercept(
      estimate: estimate.value,
      standardError: error(weight: all.totals[0].value, means.map(\.value)))
  }
}

extension Grouping {
  /// All rows in one group.
  static func single(rows: Int) -> Grouping {
    Grouping(name: "all", levels: ["all"], codes: [Int32](repeating: 0, count: rows))
  }
}

extension Matrix {
  /// x'Ax.
  func quadraticForm(_ x: [Double]) -> Double {
    var sum = 0.0
    for row in x.indices {
      for column in x.indices { sum += x[row] * self[row, column] * x[column] }
    }
    return sum
  }
}
