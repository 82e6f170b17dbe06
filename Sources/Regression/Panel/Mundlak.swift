public import LinearAlgebra

/// A random effects model with the groups' means of its columns added, and the test that they say nothing.
public struct MundlakFit: Sendable {
  /// The model with the means, named `mean(x)`; its sandwich serves robust forms of the test.
  public let fit: PanelFit
  /// Which coefficients are those of means.
  public let means: [Int]
  /// The Wald test by the fit's own covariance: Hausman's test as a regression. In balanced panels it is
  /// plm's `phtest(method = "aux")`; in unbalanced ones plm leaves the intercept as it is, and this
  /// transforms it like the other columns.
  public let test: SpecificationTest

  /// The Wald test b'V^-1 b of the means by another covariance of the coefficients, such as a clustered one.
  ///
  /// - Throws: `numerical` if the means' part of the covariance is not positive definite.
  public func test(covariance: Matrix) throws(RegressionError) -> SpecificationTest {
    let b = means.map { DoubleDouble(fit.coefficients[$0]) }
    let variances = means.map { row in means.map { DoubleDouble(covariance[row, $0]) } }
    guard let factor = WideCholesky(variances) else {
      throw .numerical(
        "the covariance of the means is not positive definite: with no more clusters than means a joint "
          + "test is not possible; take the classical covariance")
    }
    let statistic = factor.forward(b).reduce(DoubleDouble(0)) { $0 + $1 * $1 }.value
    return SpecificationTest(
      name: MundlakFit.name, statistic: statistic, distribution: .chiSquared(Double(means.count)))
  }

  static let name = "Mundlak: effects are uncorrelated with the regressors"
}

extension RandomEffectsModel {
  /// Correlated random effects: the groups' means of every column that varies both within and between groups
  /// are added (Mundlak 1978); the slopes of the original columns then are the within slopes.
  ///
  /// The variances are those of the model without the means.
  ///
  /// - Throws: `unsupported` if no column varies within and between, or what `fit` throws.
  public func mundlak(_ sample: Sample) throws(RegressionError) -> MundlakFit {
    let (groups, means) = try checked(sample)
    let components = try SwamyArora(sample, groups, means).components
    let restricted = try fit(sample, means, components)
    let wide = Sample(
      design: try withMeans(sample.design, restricted.names, means), response: sample.response,
      offset: sample.offset)
    let full = try fit(wide, means, components)
    let added = full.names.indices.filter { !sample.design.names.contains(full.names[$0]) }
    let variance = full.residualSumOfSquares / full.residualDegreesOfFreedom
    return MundlakFit(
      fit: full, means: added,
      test: SpecificationTest(
        name: MundlakFit.name,
        statistic: (restricted.residualSumOfSquares - full.residualSumOfSquares) / variance,
        distribution: .chiSquared(Double(added.count))))
  }

  /// The design's kept columns with the means of those that are independent of all before them.
  private func withMeans(
    _ design: Design, _ kept: [String], _ means: GroupMeans
  ) throws(RegressionError) -> Design {
    let base = design.selecting(columns: design.names.indices.filter { kept.contains(design.names[$0]) })
    let slopes = base.names.indices.filter { $0 != base.interceptColumn }
    let columns = slopes.map { means.spread(means.means(base.matrix.column($0))) }
    let all = Design(
      names: base.names + slopes.map { "mean(\(base.names[$0]))" },
      matrix: WideMatrix(
        rows: base.matrix.rows, columns: base.names.indices.map { base.matrix.column($0) } + columns))
    let dependent = GramFactor(all.matrix).dependent
    guard dependent.count < slopes.count else {
      throw .unsupported(
        "no column varies both within and between the groups of '\(groups.name)': there is nothing to test")
    }
    return all.selecting(columns: all.names.indices.filter { !dependent.contains($0) })
  }
}
