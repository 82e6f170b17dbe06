internal import LinearAlgebra
internal import Probability

/// Where the iteration of a likelihood stands.
struct LikelihoodState {
  let coefficients: WideVector
  /// offset + design * coefficients.
  let predictor: [Double]
  /// Half the deviance, prior and penalty not included.
  let halfDeviance: Double
  /// Minus half the deviance plus log prior or penalty, constants left out; minus infinity out of range.
  let objective: Double
  /// The first row whose mean the family does not allow.
  let invalidRow: Int?
  /// The information of a penalised problem, factored.
  private let information: GramFactor?

  init(_ problem: LikelihoodProblem, coefficients: WideVector) {
    self.coefficients = coefficients
    let predictor = problem.predict(coefficients)
    self.predictor = predictor
    let model = problem.rowModel
    invalidRow = predictor.indices.first { problem.weight($0) > 0 && !model.allows(predictor[$0]) }
    guard invalidRow == nil else {
      (halfDeviance, objective, information) = (.infinity, -.infinity, nil)
      return
    }
    var sum = DoubleDouble(0)
    for row in predictor.indices where problem.weight(row) > 0 {
      sum = sum + model.halfDeviance(problem.response[row], predictor[row]) * problem.weight(row)
    }
    halfDeviance = sum.value
    var objective = -sum
    for index in problem.properPriors {
      let z = (coefficients.high[index] - problem.mean(index)) / problem.deviation(index)
      objective = objective + -0.5 * z * z
    }
    information = problem.isPenalised ? LikelihoodState.information(problem, predictor) : nil
    for root in information?.diagonal ?? [] { objective = objective + Elementary.log(root) }
    self.objective = objective.value
  }

  private static func information(_ problem: LikelihoodProblem, _ predictor: [Double]) -> GramFactor {
    let roots = predictor.indices.map { row in
      let terms = problem.rowModel.terms(problem.response[row], predictor[row])
      return (problem.weight(row) * terms.expected).squareRoot()
    }
    return GramFactor(problem.weightedRows(roots))
  }

  func moved(by shift: WideVector, _ problem: LikelihoodProblem) -> LikelihoodState {
    LikelihoodState(problem, coefficients: problem.kept(coefficients + shift))
  }

  /// The state after the step, or after a half, a quarter, ... of it while the objective would fall.
  func improved(by shift: WideVector, _ problem: LikelihoodProblem) -> LikelihoodState {
    var step = shift
    for _ in 0..<30 {
      let next = moved(by: step, problem)
      if next.objective >= objective - 1e-12 * objective.magnitude { return next }
      step = step.scaled(by: 0.5)
    }
    return self
  }
}

extension LikelihoodState {
  /// For each row its score and its informations, weights included; those of weight zero are zero.
  func terms(_ problem: LikelihoodProblem) -> WorkingTerms {
    var working = WorkingTerms(rows: predictor.count)
    for row in predictor.indices where problem.weight(row) > 0 {
      let terms = problem.rowModel.terms(problem.response[row], predictor[row])
      working.scores[row] = problem.weight(row) * terms.score
      working.expected[row] = problem.weight(row) * terms.expected
      working.observed[row] = problem.weight(row) * terms.observed
    }
    if let information, information.dependent.isEmpty { penalise(&working, problem, information) }
    return working
  }

  /// Adds h (1/2 - p) to the scores, h the leverages: the derivative of Firth's penalty for the logit link.
  private func penalise(
    _ working: inout WorkingTerms, _ problem: LikelihoodProblem, _ information: GramFactor
  ) {
    let roots = working.expected.map { $0.squareRoot() }
    let q = Whitening(information).rows(of: problem.weightedRows(roots))
    for row in predictor.indices {
      var leverage = 0.0
      for column in 0..<q.columns { leverage += q[row, column] * q[row, column] }
      working.scores[row] += leverage * (0.5 - Elementary.logistic(predictor[row]))
    }
    // Newton's step would need the second derivative of the penalty: Fisher's scoring does without.
    working.observed = working.observed.map { _ in .nan }
  }
}

/// The rows of one step: scores and informations.
struct WorkingTerms {
  var scores: [Double]
  var expected: [Double]
  var observed: [Double]

  init(rows: Int) {
    scores = [Double](repeating: 0, count: rows)
    expected = scores
    observed = scores
  }

  /// The observed information where it is a weight that the row's score can be divided by, else the expected.
  var curvatures: [Double] {
    zip(observed, expected).map { $0 >= $1 / 16 && $0 < .infinity ? $0 : $1 }
  }
}
