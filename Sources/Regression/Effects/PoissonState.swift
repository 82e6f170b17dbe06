internal import LinearAlgebra
internal import Probability

/// Where the iteration of a Poisson fit with effects stands.
struct PoissonState {
  /// Offset, design and effects together: the logarithm of the mean.
  let predictor: [Double]
  let means: [Double]
  let deviance: Double

  /// From means between the responses and their mean.
  init(starting data: Sample) {
    let response = data.response.high
    var sum = 0.0
    var total = 0.0
    for row in response.indices {
      sum += response[row] * (data.weights?[row] ?? 1)
      total += data.weights?[row] ?? 1
    }
    self.init(predictor: response.map { Elementary.log(($0 + sum / total) / 2) }, data)
  }

  init(predictor: [Double], _ data: Sample) {
    self.predictor = predictor
    means = predictor.map { Elementary.exp($0) }
    deviance = PoissonState.deviance(data, predictor, means)
  }

  /// 2 sum of w (y log(y / mean) - (y - mean)).
  private static func deviance(_ data: Sample, _ predictor: [Double], _ means: [Double]) -> Double {
    var sum = DoubleDouble(0)
    for (row, y) in data.response.high.enumerated() {
      let log = y > 0 ? y * (Elementary.log(y) - predictor[row]) : 0
      sum = sum + (log - (y - means[row])) * (data.weights?[row] ?? 1)
    }
    return 2 * sum.value
  }

  /// One step of the iteration: the working problem within the effects, its fit, and where that leads.
  struct Step {
    let transform: WithinTransform
    let fit: LinearFit
    let state: PoissonState
  }

  /// Weights w mean, working response predictor - offset + (y - mean) / mean.
  func step(_ data: Sample, _ effects: [Grouping]) throws(RegressionError) -> Step {
    let weights = means.indices.map { means[$0] * (data.weights?[$0] ?? 1) }
    let target = means.indices.map { row in
      predictor[row] - (data.offset?.high[row] ?? 0) + (data.response.high[row] - means[row]) / means[row]
    }
    let transform = try WithinTransform(effects: effects, weights: weights)
    let working = Sample(design: data.design, response: WideVector(target), weights: weights)
    let swept = try working.swept(transform)
    let absorbed = swept.columnsWithin(working)
    guard absorbed.isEmpty else {
      throw .absorbed(columns: absorbed.map { data.design.names[$0] }, effects: effects.map(\.name))
    }
    let fit = try LinearModel().fit(swept)
    let residuals = fit.residuals
    let next = means.indices.map { target[$0] - residuals[$0] + (data.offset?.high[$0] ?? 0) }
    return Step(transform: transform, fit: fit, state: PoissonState(predictor: next, data))
  }

  /// The state itself, or the first of the points halfway back to the one before whose deviance is not
  /// above that one's.
  func improving(on last: PoissonState, _ data: Sample) -> PoissonState {
    var next = self
    for _ in 0..<30 where !(next.deviance <= last.deviance * (1 + 1e-10) + 1e-10) {
      let predictor = next.predictor
      next = PoissonState(
        predictor: predictor.indices.map { (predictor[$0] + last.predictor[$0]) / 2 }, data)
    }
    return next
  }
}
