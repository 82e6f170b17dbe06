internal import LinearAlgebra
extension Sandwich {
  func cr2(_ ways: [Grouping]) throws(RegressionError) -> CovarianceEstimate {
    throw .unsupported("CR2")
  }
}
