import LinearAlgebra
import Regression

extension LinearModel {
  /// Fits plain doubles.
  func fit(
    design: Matrix, response: [Double], weights: [Double]? = nil, names: [String]
  ) throws(RegressionError) -> LinearFit {
    try fit(
      Sample(
        design: Design(names: names, matrix: WideMatrix(design)), response: WideVector(response),
        weights: weights))
  }
}

/// An intercept and further columns.
func sample(_ response: [Double], on columns: [(String, [Double])], weights: [Double]? = nil) -> Sample {
  let ones = [Double](repeating: 1, count: response.count)
  return Sample(
    design: Design(
      names: [Design.intercept] + columns.map(\.0),
      matrix: WideMatrix(rows: response.count, columns: ([ones] + columns.map(\.1)).map { WideVector($0) })),
    response: WideVector(response), weights: weights)
}

/// The largest relative difference of numbers in the same order.
func relativeError(_ found: [Double], _ expected: [Double]) -> Double {
  guard found.count == expected.count else { return .infinity }
  return zip(found, expected).map { ($0 - $1).magnitude / $1.magnitude }.max() ?? 0
}
