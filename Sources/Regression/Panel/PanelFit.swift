public import LinearAlgebra

/// What fitting a panel estimator gave: least squares on transformed rows, and what belongs to them.
///
/// The rows are as many as the sample's for pooled, within and random; one per group for between; one per
/// pair of successive observations for first differences. `sandwich` knows which row of the sample each
/// stands for, so robust covariances take groupings of the sample's rows.
public struct PanelFit: Estimate {
  /// How the data were transformed; effects by the names of their groupings.
  public enum Estimator: Sendable, Equatable {
    case pooled
    case within(effects: [String])
    case between(groups: String)
    case firstDifference(units: String)
    case random(groups: String)
  }

  public let estimator: Estimator
  /// Least squares on the transformed rows; its own errors do not count the effects.
  public let transformed: LinearFit
  /// The residual variance times (X'X)^-1 of the transformed rows.
  public let covariance: Matrix
  /// Transformed rows of positive weight less coefficients and independent effects.
  public let residualDegreesOfFreedom: Double
  /// Student's t; the normal distribution for random effects, as plm prints them.
  public let reference: Reference
  public let sandwich: Sandwich
  /// Columns left out because they depend on others or do not vary within.
  public let aliased: [String]
  /// The effects swept out, by grouping; empty unless within.
  public let effects: [FixedEffect]
  /// The intercept at the overall means; nil unless within.
  public let overallIntercept: OverallIntercept?
  /// The variances of a random effects model, else nil.
  public let components: VarianceComponents?
  /// Of the transformed rows, weights included.
  public let residualSumOfSquares: Double

  public var names: [String] { transformed.names }
  public var coefficients: [Double] { transformed.coefficients }
  /// The transformed rows of positive weight.
  public var observations: Int { transformed.observations }
  /// The residual standard deviation of a transformed row of weight one.
  public var sigma: Double { (residualSumOfSquares / residualDegreesOfFreedom).squareRoot() }
  /// The square roots of the covariance's diagonal.
  public var standardErrors: [Double] { names.indices.map { covariance[$0, $0].squareRoot() } }
  /// Transformed response less fitted, one per transformed row.
  public var residuals: [Double] { transformed.residuals }
}

/// What a panel estimator adds to least squares on its rows.
struct PanelParts {
  var reference: Reference?
  /// Independent effects.
  var absorbedCount = 0
  /// Columns left out, those of the linear fit among them.
  var aliased: [String]?
  /// The row of the sample for each transformed row, where they differ.
  var rows: [Int]?
  var effects: [FixedEffect] = []
  var overallIntercept: OverallIntercept?
  var components: VarianceComponents?
  /// A sandwich that knows more than the linear fit's.
  var sandwich: Sandwich?
}

extension PanelFit {
  /// A fit from least squares on its rows.
  ///
  /// - Throws: `noDegreesOfFreedom`.
  init(
    _ estimator: Estimator, _ linear: LinearFit, _ parts: PanelParts = PanelParts()
  ) throws(RegressionError) {
    let parameters = linear.names.count + parts.absorbedCount
    guard linear.observations > parameters else {
      throw .noDegreesOfFreedom(rows: linear.observations, parameters: parameters)
    }
    let freedom = Double(linear.observations - parameters)
    let squares = linear.system.targets.count == 0 ? DoubleDouble(0) : linear.solution.residuals.sumOfSquares
    self.estimator = estimator
    transformed = linear
    residualDegreesOfFreedom = freedom
    residualSumOfSquares = squares.value
    covariance = linear.unscaledCovariance.scaled(by: (squares / DoubleDouble(freedom)).value)
    reference = parts.reference ?? .studentT(degreesOfFreedom: freedom)
    sandwich = parts.sandwich ?? linear.sandwich.standing(for: parts.rows, reference)
    aliased = parts.aliased ?? linear.aliased
    effects = parts.effects
    overallIntercept = parts.overallIntercept
    components = parts.components
  }
}

extension Sandwich {
  /// The sandwich with the rows its rows stand for.
  fileprivate func standing(for sampleRows: [Int]?, _ reference: Reference) -> Sandwich {
    Sandwich(
      design: wideDesign, residuals: residuals, bread: bread, parameters: parameters, factor: factor,
      weights: weights, rows: sampleRows ?? rows, reference: reference)
  }
}
