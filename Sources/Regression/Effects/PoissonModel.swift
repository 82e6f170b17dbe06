internal import LinearAlgebra

/// A Poisson model with fixed effects: log(mean) = offset + design * coefficients + one value for the level
/// of each effect.
///
/// Maximises sum of w (y log(mean) - mean) by iteratively reweighted least squares, the effects swept out of
/// each step by `WithinTransform` with the working weights: no dummy is made. A level whose responses are all
/// zero has no finite estimate (its effect is minus infinity); its rows are fitted exactly by a mean of zero,
/// say nothing about the coefficients, and are left out and named.
/// Source: Correia, Guimaraes and Zylkin 2020 (ppmlhdfe); fixest `fepois`.
public struct PoissonModel: Sendable {
  /// What is swept out.
  public let effects: [Grouping]

  /// Iteration ends when the deviance changes by at most this share; then follows one more step.
  public static let tolerance = 1e-12
  /// More steps than this are `notConverged`.
  public static let mostIterations = 100

  /// A model from its effects, one or more.
  public init(effects: [Grouping]) { self.effects = effects }

  /// Fits the model.
  ///
  /// - Parameter sample: responses zero or more; weights count rows; rows of weight zero are left out.
  /// - Throws: `responseOutOfRange`, `absorbed`, `rankDeficient`, `noDegreesOfFreedom`, `notConverged`,
  ///   `effectsNotSwept`, and what checking a sample throws.
  public func fit(_ sample: Sample) throws(RegressionError) -> PoissonFit {
    guard !effects.isEmpty else {
      throw .unsupported("no effects were given: take the generalized linear model")
    }
    try sample.check()
    if let row = sample.response.high.firstIndex(where: { $0 < 0 }) {
      throw .responseOutOfRange(row: row, value: sample.response.high[row], allowed: "zero or more")
    }
    let counted = try Separated(sample, effects)
    let data = sample.withoutIntercept.selecting(rows: counted.rows)
    let groupings = effects.map { $0.selecting(rows: counted.rows) }
    guard data.rows > 0 else { throw .noDegreesOfFreedom(rows: 0, parameters: data.design.names.count) }
    var state = PoissonState(starting: data)
    var change = Double.infinity
    for iteration in 1...PoissonModel.mostIterations {
      let step = try state.step(data, groupings)
      let settled = change <= PoissonModel.tolerance
      // The start lies outside the model, nearer to the responses than any fit: only later steps may be cut.
      let isFirst = iteration == 1
      let next = settled || isFirst ? step.state : step.state.improving(on: state, data)
      change = (next.deviance - state.deviance).magnitude / (0.1 + next.deviance.magnitude)
      state = next
      if settled {
        return try PoissonFit(step, state, data, separated: counted, iterations: iteration)
      }
    }
    throw .notConverged(
      iterations: PoissonModel.mostIterations, change: change, tolerance: PoissonModel.tolerance)
  }
}

extension Sample {
  /// The sample of some rows.
  func selecting(rows: [Int]) -> Sample {
    guard rows.count < self.rows else { return self }
    let kept = Design(names: design.names, matrix: design.matrix.selecting(rows: rows), terms: design.terms)
    return Sample(
      design: kept, response: response.selecting(rows), weights: weights.map { all in rows.map { all[$0] } },
      offset: offset.map { $0.selecting(rows) })
  }
}
