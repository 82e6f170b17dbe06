internal import LinearAlgebra

/// Random effects by generalised least squares: `plm(model = "random")`, Swamy and Arora's variances.
///
///     y_it = x_it'b + a_i + e_it,     rows x_it - theta_i mean(x_i)
///
/// with theta_i = 1 - sqrt(s_e^2 / (s_e^2 + n_i s_a^2)). A negative estimate of s_a^2 is put to zero, which
/// gives the pooled model; `components.isTruncated` says so.
/// Source: Baltagi, Econometric Analysis of Panel Data, 2.3 and 9.2.
public struct RandomEffectsModel: Sendable {
  /// The groups that have an effect each: units, or periods.
  public let groups: Grouping
  public let aliasing: Aliasing

  public init(groups: Grouping, aliasing: Aliasing = .refuse) {
    self.groups = groups
    self.aliasing = aliasing
  }

  /// Fits the model.
  ///
  /// - Throws: `tooFewGroups` with no more groups than coefficients, `unsupported` with weights,
  ///   `rankDeficient`, `noDegreesOfFreedom`, or what `checkPanel` refuses.
  public func fit(_ sample: Sample) throws(RegressionError) -> PanelFit {
    let (groups, means) = try checked(sample)
    let components = try SwamyArora(sample, groups, means).components
    return try fit(sample, means, components)
  }

  /// The groups without unused levels, and their means.
  func checked(_ sample: Sample) throws(RegressionError) -> (Grouping, GroupMeans) {
    try sample.refuseWeights("random effects")
    try sample.checkPanel([groups])
    let groups = groups.withoutEmptyLevels
    return (groups, GroupMeans(groups))
  }

  /// Least squares on rows less their share of the group's mean.
  func fit(
    _ sample: Sample, _ means: GroupMeans, _ components: VarianceComponents
  ) throws(RegressionError) -> PanelFit {
    let shares = components.theta.map { DoubleDouble($0) }
    let linear = try LinearModel(aliasing: aliasing).fit(
      sample.transformed { means.sweep($0, shares: shares) })
    return try PanelFit(
      .random(groups: groups.name), linear, PanelParts(reference: .normal, components: components))
  }
}
