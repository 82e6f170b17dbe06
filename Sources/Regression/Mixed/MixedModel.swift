internal import LinearAlgebra

/// A linear mixed model with a random intercept of one grouping, fitted by restricted maximum likelihood.
///
///     y_ij = x_ij'b + u_i + e_ij,     u_i ~ N(0, r s^2),  e_ij ~ N(0, s^2 / w_ij)
///
/// The ratio r of the variances maximises the profiled restricted likelihood; its derivative is formed in
/// double-double and its root found to full precision. What lme4 writes `y ~ x + (1 | group)`. Coefficients
/// are looked up in the normal distribution.
/// Source: Bates, Machler, Bolker and Walker 2015, Journal of Statistical Software 67(1).
public struct MixedModel: Sendable {
  /// The groups that have an intercept each.
  public let groups: Grouping
  public let aliasing: Aliasing

  public init(groups: Grouping, aliasing: Aliasing = .refuse) {
    self.groups = groups
    self.aliasing = aliasing
  }

  /// Fits the model. Rows of weight zero count for nothing.
  ///
  /// - Throws: `tooFewGroups` with fewer than two groups, `noDegreesOfFreedom`, `unsupported` if every row is
  ///   a group of its own or if nothing varies within groups, `rankDeficient`, and what `checkPanel` refuses.
  public func fit(_ sample: Sample) throws(RegressionError) -> MixedFit {
    try sample.checkPanel([groups])
    let kept = sample.weightedRows
    let plain = try LinearModel(aliasing: aliasing).fit(sample)
    guard plain.residualDegreesOfFreedom > 0 else {
      throw .noDegreesOfFreedom(rows: plain.observations, parameters: plain.names.count)
    }
    let groups = groups.selecting(rows: kept)
    guard groups.levels.count > 1 else {
      throw .tooFewGroups(name: groups.name, groups: groups.levels.count, needed: 2)
    }
    guard groups.levels.count < kept.count else {
      throw .unsupported(
        "each of the \(kept.count) rows is a group of '\(groups.name)' of its own, so its effect and the "
          + "error cannot be told apart: take a coarser grouping or the linear model")
    }
    let rows = MixedRows(plain.sample, groups, kept)
    let likelihood = RestrictedLikelihood(rows)
    let ratio = try likelihood.maximum()
    return try MixedFit(rows, likelihood, ratio: ratio, aliased: plain.aliased)
  }
}

extension Sample {
  /// The rows of a weight above zero.
  var weightedRows: [Int] {
    guard let weights else { return Array(0..<rows) }
    return weights.indices.filter { weights[$0] > 0 }
  }
}

/// The rows of positive weight with their groups.
struct MixedRows {
  let sample: Sample
  let groups: Grouping
  /// For each row the row of the sample as given.
  let kept: [Int]
  let means: GroupMeans

  init(_ sample: Sample, _ groups: Grouping, _ kept: [Int]) {
    let design = sample.design
    self.sample = Sample(
      design: Design(
        names: design.names, matrix: design.matrix.selecting(rows: kept), terms: design.terms),
      response: sample.target.selecting(kept), weights: sample.weights.map { all in kept.map { all[$0] } })
    self.groups = groups
    self.kept = kept
    means = GroupMeans(groups, weights: self.sample.weights)
  }
}
