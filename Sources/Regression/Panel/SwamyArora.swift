internal import LinearAlgebra

/// What a random effects model says of its variances.
public struct VarianceComponents: Sendable, Equatable {
  /// The variance of a single observation's error.
  public let idiosyncratic: Double
  /// The variance of the groups' effects; zero where the estimate was negative.
  public let individual: Double
  /// What the estimate of the groups' variance was before a negative one was put to zero.
  public let unboundedIndividual: Double
  /// For each group 1 - sqrt(idiosyncratic / (idiosyncratic + n_i individual)): the share of its mean that is
  /// taken off.
  public let theta: [Double]

  /// Whether the estimated variance of the groups was negative, and zero is used.
  public var isTruncated: Bool { unboundedIndividual < 0 }
}

/// The variances of Swamy and Arora 1972, for unbalanced panels as by Baltagi and Chang 1994.
///
///     idiosyncratic = within RSS / (n - groups - within coefficients)
///     individual = (sum n_i e_i^2 - (groups - between coefficients) idiosyncratic) / (n - sum n_i h_i)
///
/// with e_i and h_i the residuals and leverages of the between regression in which a group counts n_i times.
/// What plm calls `swar` and linearmodels `small_sample=True`.
struct SwamyArora {
  let components: VarianceComponents

  init(_ sample: Sample, _ groups: Grouping, _ means: GroupMeans) throws(RegressionError) {
    let within = try AbsorbingModel(effects: [groups], aliasing: .leftToRight).fit(sample)
    let variance =
      within.swept.solution.residuals.sumOfSquares / DoubleDouble(within.residualDegreesOfFreedom)
    let individual = try SwamyArora.individual(sample, groups, means, variance)
    let bounded = DoubleDouble(max(0, individual))
    components = VarianceComponents(
      idiosyncratic: variance.value, individual: bounded.value, unboundedIndividual: individual,
      theta: means.totals.map { total in
        (DoubleDouble(1) - (variance / (variance + total * bounded)).squareRoot()).value
      })
  }

  /// The variance of the groups' effects, possibly negative.
  private static func individual(
    _ sample: Sample, _ groups: Grouping, _ means: GroupMeans, _ variance: DoubleDouble
  ) throws(RegressionError) -> Double {
    let rows = sample.transformed { WideVector(means.means($0)) }
    let between = Sample(
      design: rows.design, response: rows.response, weights: means.totals.map(\.hi))
    let count = groups.levels.count
    let rank = between.design.names.count - LinearSystem(between, nil).dependent.count
    guard count > rank else {
      throw .tooFewGroups(name: groups.name, groups: count, needed: between.design.names.count + 1)
    }
    let fit = try LinearModel(aliasing: .leftToRight).fit(between)
    let basis = Whitening(fit.solution.factor).rows(of: fit.system.data)
    var share = DoubleDouble(0)
    for group in 0..<count {
      share = share + means.totals[group] * WideVector(basis.row(group)).sumOfSquares
    }
    let excess = fit.solution.residuals.sumOfSquares - variance * Double(count - rank)
    return (excess / (DoubleDouble(Double(sample.rows)) - share)).value
  }
}

extension LinearSystem {
  /// The columns that depend on columns to their left.
  var dependent: [Int] { GramFactor(matrix).dependent }
}
