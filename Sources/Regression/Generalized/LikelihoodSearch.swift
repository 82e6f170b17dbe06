internal import LinearAlgebra

/// The search for the maximum of a likelihood: iteratively reweighted least squares with step halving.
struct LikelihoodSearch {
  let problem: LikelihoodProblem

  /// Iteration ends when no coefficient moves by more than this share of its scale, see `LikelihoodStep`;
  /// then follows one more refined step.
  static let tolerance = 1e-9
  /// Steps that are not Newton's gain the same factor each: they go on to this, or until it gains no more.
  static let linearTolerance = 1e-13
  /// More steps than this are `notConverged`.
  static let mostIterations = 200

  /// The maximum and the number of steps it took.
  ///
  /// - Throws: `separated`, `notConverged`, `predictorOutOfRange`, `rankDeficient`, `numerical`.
  func maximum() throws(RegressionError) -> (state: LikelihoodState, iterations: Int) {
    var state = try start()
    var change = Double.infinity
    var isSettled = false
    var isKnownToExist = !canSeparate
    for iteration in 1...LikelihoodSearch.mostIterations {
      if !isKnownToExist && hasFarRows(state) {
        try Separation(problem).check(iteration: iteration)
        isKnownToExist = true
      }
      let step = try LikelihoodStep(problem, state)
      if isSettled {
        if !isKnownToExist && largest(step.moves(problem)) > 1e-3 {
          try Separation(problem).check(iteration: iteration)
        }
        return (state.moved(by: step.shift, problem), iteration)
      }
      isSettled = settles(step, after: change)
      change = step.change
      state = try next(state, step)
    }
    throw .notConverged(
      iterations: LikelihoodSearch.mostIterations, change: change, tolerance: LikelihoodSearch.tolerance)
  }

  private func settles(_ step: LikelihoodStep, after last: Double) -> Bool {
    guard step.change <= LikelihoodSearch.tolerance else { return false }
    return step.isNewton || step.change <= LikelihoodSearch.linearTolerance || step.change > last / 2
  }

  /// The state after the step, halved where needed.
  private func next(
    _ state: LikelihoodState, _ step: LikelihoodStep
  ) throws(RegressionError) -> LikelihoodState {
    let next = state.improved(by: step.shift, problem)
    if next.coefficients == state.coefficients && step.change > LikelihoodSearch.tolerance {
      let full = state.moved(by: step.shift, problem)
      if let row = full.invalidRow { throw outOfRange(row, full) }
    }
    return next
  }

  private func largest(_ values: [Double]) -> Double { values.lazy.map(\.magnitude).max() ?? 0 }
}

extension LikelihoodSearch {
  private var canSeparate: Bool {
    problem.rowModel.canSeparate && !problem.isPenalised && !problem.flatColumns.isEmpty
  }

  /// Whether a row is fitted so well (to one in a million) that the estimate might be on its way to infinity.
  private func hasFarRows(_ state: LikelihoodState) -> Bool {
    let far = problem.rowModel.link == .probit ? 4.75 : 14.0
    return state.predictor.indices.contains { row in
      guard problem.weight(row) > 0 else { return false }
      let (y, eta) = (problem.response[row], state.predictor[row])
      return y == 0 && eta < -far || y == 1 && problem.rowModel.family == .binomial && eta > far
    }
  }

  /// Zero coefficients for logit and probit; else the least squares fit of the working response at means
  /// near the responses, as R starts, or of a constant mean if that leaves the family's range.
  private func start() throws(RegressionError) -> LikelihoodState {
    let model = problem.rowModel
    let zeros = [Double](repeating: 0, count: problem.names.count)
    if model.link == .logit || model.link == .probit, problem.offset == nil || problem.isPenalised {
      return LikelihoodState(problem, coefficients: WideVector(zeros))
    }
    let first = try startNearResponses(zeros)
    if let first, first.objective > -.infinity { return first }
    let second = try startAtMean(zeros)
    if second.objective > -.infinity { return second }
    throw outOfRange(second.invalidRow ?? 0, second)
  }

  private func startNearResponses(_ zeros: [Double]) throws(RegressionError) -> LikelihoodState? {
    let model = problem.rowModel
    var (roots, targets) = (problem.response, problem.response)
    for row in roots.indices {
      let weight = problem.weight(row)
      let eta = model.link.predictor(model.startMean(problem.response[row], weight: weight))
      guard eta.isFinite, weight > 0 else {
        if weight > 0 { return nil }
        (roots[row], targets[row]) = (0, 0)
        continue
      }
      let terms = model.terms(problem.response[row], eta)
      roots[row] = (weight * terms.expected).squareRoot()
      targets[row] = roots[row] * (eta + terms.score / terms.expected - (problem.offset?.high[row] ?? 0))
    }
    return LikelihoodState(
      problem,
      coefficients: problem.kept(
        try problem.solve(roots: roots, targets: targets, from: zeros).coefficients))
  }

  private func startAtMean(_ zeros: [Double]) throws(RegressionError) -> LikelihoodState {
    let eta = problem.rowModel.link.predictor(problem.meanResponse)
    let roots = problem.response.indices.map { problem.weight($0).squareRoot() }
    let targets = roots.indices.map { row in
      let target = roots[row] * (eta - (problem.offset?.high[row] ?? 0))
      return target.isFinite ? target : 0
    }
    return LikelihoodState(
      problem,
      coefficients: problem.kept(
        try problem.solve(roots: roots, targets: targets, from: zeros).coefficients))
  }

  private func outOfRange(_ row: Int, _ state: LikelihoodState) -> RegressionError {
    .predictorOutOfRange(
      row: row, predictor: state.predictor[row], allowed: problem.rowModel.allowedPredictors)
  }
}

extension LikelihoodProblem {
  /// The weighted mean of the responses; zero without rows.
  var meanResponse: Double {
    var (sum, total) = (DoubleDouble(0), DoubleDouble(0))
    for row in response.indices {
      sum = sum + DoubleDouble.twoProduct(weight(row), response[row])
      total = total + weight(row)
    }
    return total.hi > 0 ? (sum / total).value : 0
  }
}

extension RowModel {
  /// A mean near a response but inside the range, as R starts from.
  func startMean(_ y: Double, weight: Double) -> Double {
    switch family {
    case .binomial: (weight * y + 0.5) / (weight + 1)
    case .poisson: y + 0.1
    case .gamma, .gaussian: y
    }
  }

  /// The predictors whose means the family allows, in words with the way out.
  var allowedPredictors: String {
    switch (family, link) {
    case (.binomial, .log): "below zero, where shares are below 1: take the logit link"
    case (.binomial, _): "between 0 and 1, as shares are: take the logit link"
    case (.gaussian, _): "a number whose mean is finite: take the identity link"
    case (_, .log): "small enough for a finite mean: rescale the columns"
    default: "above zero, as the mean of the \(family.rawValue) family is: take the log link"
    }
  }
}
