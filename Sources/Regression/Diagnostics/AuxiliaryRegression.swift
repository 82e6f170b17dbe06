internal import LinearAlgebra

/// A regression that serves a test: columns that depend on columns further left are left out.
struct AuxiliaryRegression {
  /// How many columns were independent.
  let rank: Int
  /// The sum of squared residuals.
  let residualSquares: DoubleDouble
  /// The sum of squared responses less that of the residuals.
  let explainedSquares: DoubleDouble

  /// - Throws: `fewerRowsThanColumns` where nothing is left over, `numerical`.
  init(_ columns: [WideVector], _ response: WideVector) throws(RegressionError) {
    let design = WideMatrix(rows: response.count, columns: columns)
    let dependent = GramFactor(design).dependent
    let kept = columns.indices.filter { !dependent.contains($0) }
    rank = kept.count
    guard rank < response.count else {
      throw .fewerRowsThanColumns(rows: response.count, columns: rank + 1)
    }
    do throws(LinearAlgebraError) {
      let solution = try solveLeastSquares(design.selecting(columns: kept), response, inverse: false)
      residualSquares = solution.residuals.sumOfSquares
      explainedSquares = (response - solution.residuals).sumOfSquares
    } catch {
      throw .numerical(error.description)
    }
  }
}

extension LinearFit {
  /// The columns of the design.
  var columns: [WideVector] { (0..<sample.design.matrix.columns).map { sample.design.matrix.column($0) } }

  /// - Throws: `unsupported` where rows are weighted, for a test that is not defined for weights.
  func requireNoWeights(_ test: String) throws(RegressionError) {
    guard let weights = sample.weights, weights.contains(where: { $0 != 1 }) else { return }
    throw .unsupported("the \(test) is not defined for weighted rows: fit without weights to run it")
  }

  /// - Throws: `unsupported` where no combination of columns is constant.
  func requireConstant(_ test: String) throws(RegressionError) {
    let ones = WideVector([Double](repeating: 1, count: sample.rows))
    let design = WideMatrix(rows: sample.rows, columns: columns + [ones])
    guard !GramFactor(design).dependent.contains(columns.count) else { return }
    throw .unsupported("the \(test) compares with a constant: add an intercept to the formula")
  }
}
