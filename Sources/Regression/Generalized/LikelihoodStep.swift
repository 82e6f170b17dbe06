internal import LinearAlgebra

/// One step of the iteration: Newton's, but with the expected information of rows whose observed information
/// is not clearly positive. Unlike Fisher's scoring it does not step too far where responses lie far out.
struct LikelihoodStep {
  let shift: WideVector
  /// The largest shift of a coefficient, relative to the larger of its size and of 1 / length of its column
  /// (no standard error is smaller).
  let change: Double
  /// Whether errors square from step to step.
  let isNewton: Bool

  /// Solves the least squares problem of the step: rows sqrt(information) x against score /
  /// sqrt(information).
  init(_ problem: LikelihoodProblem, _ state: LikelihoodState) throws(RegressionError) {
    let terms = state.terms(problem)
    let information = terms.curvatures
    isNewton = information == terms.observed
    let roots = information.map { $0.squareRoot() }
    let targets = zip(terms.scores, roots).map { $1 > 0 ? $0 / $1 : 0 }
    shift = problem.kept(
      try problem.solve(roots: roots, targets: targets, from: state.coefficients.high).coefficients)
    change = LikelihoodStep.relativeChange(problem, state, shift.high, information)
  }

  private static func relativeChange(
    _ problem: LikelihoodProblem, _ state: LikelihoodState, _ shift: [Double], _ information: [Double]
  ) -> Double {
    var most = 0.0
    for column in shift.indices {
      var square = 1 / (problem.deviation(column) * problem.deviation(column))
      for row in information.indices {
        let x = problem.design[row, column]
        square += information[row] * x * x
      }
      let scale = max(state.coefficients.high[column].magnitude, 1 / square.squareRoot())
      most = max(most, shift[column].magnitude / scale)
    }
    return most
  }

  /// How far the step moves each row's predictor.
  func moves(_ problem: LikelihoodProblem) -> [Double] {
    problem.replacing(design: problem.design, names: problem.names, offset: nil).predict(shift)
  }
}
