internal import LinearAlgebra
internal import Probability

/// Where the iteration of a logistic fit stands.
struct LogisticState {
  let coefficients: [Double]
  /// design * coefficients.
  let predictor: [Double]
  /// The log likelihood, prior not included.
  let logLikelihood: Double
  /// The log likelihood plus the log prior, constants left out.
  let objective: Double

  init(_ data: Observations, coefficients: [Double]) {
    self.coefficients = coefficients
    predictor = data.predict(coefficients)
    var likelihood = DoubleDouble(0)
    for row in predictor.indices {
      likelihood = likelihood + LogisticState.term(data.response[row], predictor[row]) * data.weight(row)
    }
    var penalised = likelihood
    for index in data.properPriors {
      let z = (coefficients[index] - data.mean(index)) / data.deviation(index)
      penalised = penalised + -0.5 * z * z
    }
    logLikelihood = likelihood.value
    objective = penalised.value
  }

  /// y ln p + (1 - y) ln(1 - p) at logit eta: minus y softplus(-eta) minus (1 - y) softplus(eta).
  private static func term(_ y: Double, _ eta: Double) -> Double {
    let no = y < 1 ? (1 - y) * Elementary.softplus(eta) : 0
    let yes = y > 0 ? y * Elementary.softplus(-eta) : 0
    return -(no + yes)
  }

  /// p (1 - p) of a row, without cancellation at either end, times its weight.
  func information(_ data: Observations, _ row: Int) -> Double {
    data.weight(row) * Elementary.logistic(predictor[row]) * Elementary.logistic(-predictor[row])
  }

  /// The least squares problem of one Newton step: rows sqrt(w) x against (y - p) weight / sqrt(w).
  func shift(_ data: Observations, inverse: Bool) throws(RegressionError) -> LeastSquaresSolution {
    var roots = predictor
    var targets = predictor
    for row in predictor.indices {
      let root = information(data, row).squareRoot()
      roots[row] = root
      targets[row] = root > 0 ? data.weight(row) * miss(data, row) / root : 0
    }
    return try data.solve(roots: roots, targets: targets, from: coefficients, inverse: inverse)
  }

  /// y - p, for a "yes" as 1 - p without cancellation.
  private func miss(_ data: Observations, _ row: Int) -> Double {
    let y = data.response[row]
    return y == 1 ? Elementary.logistic(-predictor[row]) : y - Elementary.logistic(predictor[row])
  }

  func moved(by shift: [Double], _ data: Observations) -> LogisticState {
    LogisticState(data, coefficients: zip(coefficients, shift).map { $0 + $1 })
  }

  /// The state after the step, or after a half, a quarter, ... of it while the objective would fall.
  func improved(by shift: [Double], _ data: Observations) -> LogisticState {
    var step = shift
    for _ in 0..<30 {
      let next = moved(by: step, data)
      if next.objective >= objective - 1e-12 * objective.magnitude { return next }
      step = step.map { $0 / 2 }
    }
    return self
  }

  /// The largest shift of a coefficient, relative to the larger of its size and of 1 / length of its column.
  func relativeChange(_ data: Observations, _ shift: [Double]) -> Double {
    var most = 0.0
    for column in shift.indices {
      var square = 1 / (data.deviation(column) * data.deviation(column))
      for row in predictor.indices {
        let x = data.design[row, column]
        square += information(data, row) * x * x
      }
      let scale = max(coefficients[column].magnitude, 1 / square.squareRoot())
      most = max(most, shift[column].magnitude / scale)
    }
    return most
  }
}

extension LogisticState {
  /// The fit at the state where the iteration ended.
  func fit(_ data: Observations, iterations: Int) throws(RegressionError) -> LogisticFit {
    LogisticFit(
      names: data.names, coefficients: coefficients,
      covariance: try shift(data, inverse: true).inverseGram, iterations: iterations,
      logLikelihood: logLikelihood, deviance: 2 * (saturated(data) - logLikelihood),
      fitted: predictor.map { Elementary.logistic($0) })
  }

  /// The log likelihood of fitted = outcomes: zero for plain yes and no.
  private func saturated(_ data: Observations) -> Double {
    var sum = DoubleDouble(0)
    for (row, y) in data.response.enumerated() where y > 0 && y < 1 {
      sum = sum + data.weight(row) * (y * Elementary.log(y) + (1 - y) * Elementary.log1p(-y))
    }
    return sum.value
  }
}
