public import LinearAlgebra
internal import Probability

/// What fitting a `PoissonModel` gave.
public struct PoissonFit: Estimate {
  /// The effects that were swept out of the last step, with its working weights; of the rows kept.
  public let transform: WithinTransform
  /// Levels whose responses are all zero, left out with their rows.
  public let separated: [SeparatedLevel]
  /// The rows of the sample that were kept: positive weight, not separated.
  public let rows: [Int]
  /// For each row kept the mean.
  public let fitted: [Double]
  /// 2 sum of w (y log(y / mean) - (y - mean)).
  public let deviance: Double
  /// sum of w (y log(mean) - mean - log(y!)).
  public let logLikelihood: Double
  /// The dummies of the effects that are independent of each other.
  public let effectParameters: Int
  /// Rows kept less coefficients and `effectParameters`.
  public let residualDegreesOfFreedom: Double
  /// Steps taken, the last one after the deviance settled included.
  public let iterations: Int
  /// The last working problem, swept.
  private let working: LinearFit

  init(
    _ step: PoissonState.Step, _ state: PoissonState, _ data: Sample, separated: Separated, iterations: Int
  ) throws(RegressionError) {
    transform = step.transform
    working = step.fit
    self.separated = separated.levels
    rows = separated.rows
    fitted = state.means
    deviance = state.deviance
    logLikelihood = PoissonFit.logLikelihood(state, data)
    effectParameters = step.transform.parameters
    let parameters = step.fit.coefficients.count + effectParameters
    guard data.rows >= parameters else {
      throw .noDegreesOfFreedom(rows: data.rows, parameters: parameters)
    }
    residualDegreesOfFreedom = Double(data.rows - parameters)
    self.iterations = iterations
  }

  private static func logLikelihood(_ state: PoissonState, _ data: Sample) -> Double {
    var sum = DoubleDouble(0)
    for (row, y) in data.response.high.enumerated() {
      let term = y * state.predictor[row] - state.means[row] - logGamma(y + 1)
      sum = sum + DoubleDouble.twoProduct(term, data.weights?[row] ?? 1)
    }
    return sum.value
  }

  /// The column names, in order.
  public var names: [String] { working.names }
  /// One coefficient per column.
  public var coefficients: [Double] { working.coefficients }
  /// The inverse of the information on the swept columns.
  public var covariance: Matrix { working.unscaledCovariance }
  /// The square roots of the covariance's diagonal.
  public var standardErrors: [Double] { coefficients.indices.map { covariance[$0, $0].squareRoot() } }
  /// The normal distribution.
  public var reference: Reference { .normal }
  /// The rows kept.
  public var observations: Int { rows.count }

  /// The swept rows and working residuals times the roots of the working weights; groupings are given for
  /// the rows of the sample.
  public var sandwich: Sandwich {
    let inner = working.sandwich
    return Sandwich(
      design: inner.wideDesign, residuals: inner.residuals, bread: inner.bread,
      parameters: coefficients.count + effectParameters, effects: AbsorbedEffects(transform),
      factor: inner.factor, weights: inner.weights, rows: rows,
      reference: reference)
  }
}
