internal import LinearAlgebra

/// Whether the effects of a within fit are all equal: F against the pooled fit of the same columns
/// (`pFtest`).
///
///     ((RSS_pooled - RSS_within) / (df_pooled - df_within)) / (RSS_within / df_within)
///
/// - Throws: `unsupported` if the within fit has no more effects than the pooled one.
public func effectsTest(within: PanelFit, pooled: PanelFit) throws(RegressionError) -> SpecificationTest {
  let effects = pooled.residualDegreesOfFreedom - within.residualDegreesOfFreedom
  guard effects > 0 else {
    throw .unsupported(
      "the within model has \(within.residualDegreesOfFreedom) residual degrees of freedom, the pooled one "
        + "\(pooled.residualDegreesOfFreedom): give the pooled fit of the same rows and columns")
  }
  let explained = (pooled.residualSumOfSquares - within.residualSumOfSquares) / effects
  return SpecificationTest(
    name: "F: all effects are equal",
    statistic: explained / (within.residualSumOfSquares / within.residualDegreesOfFreedom),
    distribution: .f(effects, within.residualDegreesOfFreedom))
}

/// Lagrange multiplier tests for random effects, from the residuals of the pooled model (`plmtest`); for
/// unbalanced panels as by Baltagi and Li 1990.
///
///     A = sum of squared sums of residuals by group / sum of squared residuals - 1
///     LM = n A / sqrt(2 (sum of squared group sizes - n)),     for units and for periods
public struct LagrangeMultiplier: Sendable, Equatable {
  /// For effects of units: standard normal if there are none.
  public let units: Double
  /// For effects of periods.
  public let periods: Double
  private let excess: (units: Double, periods: Double)

  /// Which effects are tested.
  public enum Effects: Sendable, CaseIterable { case units, periods, both }

  /// How.
  public enum Form: Sendable, CaseIterable {
    /// The squares; two-sided (Breusch and Pagan 1980).
    case breuschPagan
    /// The sum over sqrt 2; one-sided (Honda 1985).
    case honda
    /// The sum weighted by group sizes; one-sided (King and Wu 1997).
    case kingWu
    /// The squares of the positive ones (Gourieroux, Holly and Monfort 1982); for both effects only.
    case gourierouxHollyMonfort
  }

  /// The statistics from the residuals of a pooled fit of the rows that the index describes.
  ///
  /// - Throws: `lengthMismatch`, or `tooFewGroups` where no unit has two rows or no period has.
  public init(residuals: [Double], index: PanelIndex) throws(RegressionError) {
    guard residuals.count == index.rows else {
      throw .lengthMismatch(what: "residuals", expected: index.rows, found: residuals.count)
    }
    let units = LagrangeMultiplier.statistic(residuals, index.units)
    let periods = LagrangeMultiplier.statistic(residuals, index.periods)
    (self.units, self.periods) = (units.value, periods.value)
    excess = (units.excess, periods.excess)
    guard units.excess > 0 else {
      throw .tooFewGroups(name: index.periods.name, groups: index.periods.levels.count, needed: 2)
    }
    guard periods.excess > 0 else {
      throw .tooFewGroups(name: index.units.name, groups: index.units.levels.count, needed: 2)
    }
  }

  private static func statistic(
    _ residuals: [Double], _ grouping: Grouping
  ) -> (value: Double, excess: Double) {
    let values = WideVector(residuals)
    let groups = GroupMeans(grouping)
    let squares = groups.sums(values).reduce(DoubleDouble(0)) { $0 + $1 * $1 }
    let count = Double(residuals.count)
    let excess = groups.totals.reduce(0) { $0 + $1.hi * $1.hi } - count
    let a = (squares / values.sumOfSquares - DoubleDouble(1)).value
    return (count * a / (2 * excess).squareRoot(), excess)
  }

  /// One of the tests.
  ///
  /// - Throws: `unsupported` for Gourieroux, Holly and Monfort's with a single effect.
  public func test(
    _ effects: Effects = .units, _ form: Form = .breuschPagan
  ) throws(RegressionError) -> SpecificationTest {
    guard effects == .both else { return try oneWay(effects == .units ? units : periods, form) }
    let total = (excess.units + excess.periods).squareRoot()
    return switch form {
    case .breuschPagan: named("Breusch-Pagan", units * units + periods * periods, .chiSquared(2))
    case .honda: named("Honda", (units + periods) / 2.0.squareRoot(), .upperNormal)
    case .kingWu:
      named(
        "King-Wu", (excess.units.squareRoot() * units + excess.periods.squareRoot() * periods) / total,
        .upperNormal)
    case .gourierouxHollyMonfort:
      named(
        "Gourieroux-Holly-Monfort", max(0, units) * max(0, units) + max(0, periods) * max(0, periods),
        .chiBarSquared)
    }
  }

  private func oneWay(_ value: Double, _ form: Form) throws(RegressionError) -> SpecificationTest {
    switch form {
    case .breuschPagan: return named("Breusch-Pagan", value * value, .chiSquared(1))
    case .honda: return named("Honda", value, .upperNormal)
    case .kingWu: return named("King-Wu", value, .upperNormal)
    case .gourierouxHollyMonfort:
      throw .unsupported("Gourieroux, Holly and Monfort test both effects: take Honda's for one")
    }
  }

  private func named(
    _ name: String, _ statistic: Double, _ distribution: SpecificationTest.Distribution
  ) -> SpecificationTest {
    SpecificationTest(
      name: "\(name) Lagrange multiplier: no effects", statistic: statistic, distribution: distribution)
  }

  public static func == (a: LagrangeMultiplier, b: LagrangeMultiplier) -> Bool {
    a.units == b.units && a.periods == b.periods && a.excess == b.excess
  }
}
