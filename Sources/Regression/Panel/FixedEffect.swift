internal import LinearAlgebra

/// The effects of one grouping, recovered from a within fit.
///
/// The first grouping's values carry the level of the response; those of the others are differences from
/// their first level (the first of each connected component where two groupings fall apart into several).
/// In balanced panels they are what plm's `fixef` gives: `level` for the first, `dfirst` for the second.
public struct FixedEffect: Sendable, Equatable {
  /// The name of the grouping.
  public let name: String
  /// Its levels, in order.
  public let levels: [String]
  /// One value per level; nan for a level without weight.
  public let values: [Double]
  /// sigma * sqrt(1 / weight + mean(x)'(X'X)^-1 mean(x)) per level; nil with several groupings.
  public let standardErrors: [Double]?
}

/// Recovers the effects that a projection swept out.
struct FixedEffects {
  private let sample: Sample
  private let linear: LinearFit
  private let projection: EffectProjection
  private let columns: [WideVector]
  /// The residual variance, effects counted.
  private let variance: Double

  init(_ sample: Sample, _ linear: LinearFit, _ projection: EffectProjection, effects: Int) {
    self.sample = sample
    self.linear = linear
    self.projection = projection
    let design = sample.design
    columns = linear.names.map { design.matrix.column(design.names.firstIndex(of: $0)!) }
    let freedom = Double(linear.observations - linear.names.count - effects)
    variance = (linear.solution.residuals.sumOfSquares / DoubleDouble(freedom)).value
  }

  /// The effects of each grouping.
  var values: [FixedEffect] {
    var rest = sample.target
    for (column, values) in columns.enumerated() {
      rest = rest - values.scaled(by: linear.solution.coefficients[column])
    }
    let levels = EffectLevels(projection).normalise(projection.sweep(rest).effects)
    let errors = projection.groupings.count == 1 ? standardErrors : nil
    return zip(projection.groupings, levels).map { grouping, values in
      FixedEffect(
        name: grouping.name, levels: grouping.levels, values: values.map(\.value), standardErrors: errors)
    }
  }

  private var standardErrors: [Double] {
    let means = projection.means
    let averages = columns.map { means.means($0).map(\.value) }
    return means.totals.indices.map { level in
      let total = means.totals[level].value
      return total > 0 ? error(weight: total, averages.map { $0[level] }) : .nan
    }
  }

  /// sigma * sqrt(1 / weight + x'(X'X)^-1 x).
  private func error(weight: Double, _ x: [Double]) -> Double {
    (variance * (1 / weight + linear.unscaledCovariance.quadraticForm(x))).squareRoot()
  }

  /// The intercept at the overall weighted means, with its standard error.
  var intercept: OverallIntercept {
    let all = GroupMeans(Grouping.single(rows: sample.rows), weights: sample.weights)
    let means = columns.map { all.means($0)[0] }
    var estimate = all.means(sample.target)[0]
    for (column, mean) in means.enumerated() {
      estimate = estimate - mean * linear.solution.coefficients[column]
    }
    return OverallIntercept(
      estimate: estimate.value,
      standardError: error(weight: all.totals[0].value, means.map(\.value)))
  }
}

/// The intercept of a within model: mean(y) - mean(x)'b, weighted means over all rows.
public struct OverallIntercept: Sendable, Equatable {
  public let estimate: Double
  /// sigma * sqrt(1 / sum of weights + mean(x)'(X'X)^-1 mean(x)).
  public let standardError: Double
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
