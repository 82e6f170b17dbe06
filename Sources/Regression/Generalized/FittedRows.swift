internal import LinearAlgebra

/// The rows of a sample at the estimate: what residuals and covariances are made of.
struct FittedRows: Sendable {
  private let rowModel: RowModel
  private let response: [Double]
  private let weights: [Double]?
  private let predictor: [Double]

  init(_ problem: LikelihoodProblem, _ state: LikelihoodState) {
    rowModel = problem.rowModel
    response = problem.response
    weights = problem.weights
    predictor = state.predictor
  }

  private func terms(_ row: Int) -> RowModel.Terms { rowModel.terms(response[row], predictor[row]) }

  private func weight(_ row: Int) -> Double { weights?[row] ?? 1 }

  func residuals(_ kind: GeneralizedLinearFit.ResidualKind) -> [Double] {
    predictor.indices.map { row in
      let miss = rowModel.miss(response[row], predictor[row])
      switch kind {
      case .response: return miss
      case .working: return quotient(terms(row).score, terms(row).expected)
      case .deviance:
        let half = weight(row) > 0 ? rowModel.halfDeviance(response[row], predictor[row]) : 0
        let size = (2 * weight(row) * half).squareRoot()
        return miss < 0 ? -size : size
      case .pearson:
        let size = (standardScore(row) * weight(row).squareRoot()).magnitude
        return miss < 0 ? -size : size
      }
    }
  }

  var pearsonChiSquared: Double {
    var sum = DoubleDouble(0)
    for row in predictor.indices where weight(row) > 0 {
      let score = standardScore(row)
      sum = sum + DoubleDouble.twoProduct(score, score) * weight(row)
    }
    return sum.value
  }

  /// Score over the root of the information: (y - mu) / sqrt(V) with the sign of d mu / d eta.
  private func standardScore(_ row: Int) -> Double {
    let terms = terms(row)
    return quotient(terms.score, terms.expected.squareRoot())
  }

  private func quotient(_ a: Double, _ b: Double) -> Double { a == 0 ? 0 : a / b }

  /// (X'WX + P)^-1.
  func inverseInformation(
    _ kind: GeneralizedLinearModel.Information, _ problem: LikelihoodProblem, _ state: LikelihoodState
  ) throws(RegressionError) -> Matrix {
    let zeros = [Double](repeating: 0, count: predictor.count)
    var roots = zeros
    for row in predictor.indices where weight(row) > 0 {
      let information = kind == .expected ? terms(row).expected : terms(row).observed
      guard information >= 0 else {
        throw .unsupported(
          "the observed information of row \(row) is \(information), below zero: take the expected one")
      }
      roots[row] = (weight(row) * information).squareRoot()
    }
    return try problem.solve(
      roots: roots, targets: zeros, from: state.coefficients.high, inverse: true
    ).inverseGram
  }

  /// Rows of weight above zero, times the roots of their expected information.
  func sandwich(_ problem: LikelihoodProblem, bread: Matrix, reference: Reference) -> Sandwich {
    let kept = predictor.indices.filter { weight($0) > 0 }
    let roots = predictor.indices.map { (weight($0) * terms($0).expected).squareRoot() }
    let all = problem.weightedRows(roots)
    return Sandwich(
      design: all.selecting(rows: kept),
      residuals: kept.map { weight($0).squareRoot() * standardScore($0) }, bread: bread,
      parameters: problem.names.count, factor: problem.prior == nil ? nil : GramFactor(all),
      rows: kept.count == predictor.count ? nil : kept, reference: reference)
  }
}
