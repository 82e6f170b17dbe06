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
