import LinearAlgebra
import Regression

extension GeneralizedLinearModel {
  /// Fits plain doubles.
  func fit(
    design: Matrix, response: [Double], weights: [Double]? = nil, offset: [Double]? = nil, names: [String]
  ) throws(RegressionError) -> GeneralizedLinearFit {
    try fit(
      Sample(
        design: Design(names: names, matrix: WideMatrix(design)), response: WideVector(response),
        weights: weights, offset: offset.map { WideVector($0) }))
  }

  /// Fits columns behind a column of ones.
  func fit(
    _ columns: KeyValuePairs<String, [Double]>, response: [Double], weights: [Double]? = nil,
    offset: [Double]? = nil, intercept: Bool = true
  ) throws(RegressionError) -> GeneralizedLinearFit {
    let ones = intercept ? [[Double](repeating: 1, count: response.count)] : []
    let names = (intercept ? [Design.intercept] : []) + columns.map(\.key)
    let design = Matrix(
      rows: response.count, columns: names.count, columnMajor: (ones + columns.map(\.value)).flatMap { $0 })
    return try fit(design: design, response: response, weights: weights, offset: offset, names: names)
  }
}

/// The smallest number of correct digits of some numbers, absolute below a size.
func leastDigits(_ found: [Double], _ expected: [Double], absoluteBelow size: Double = 0) -> Double {
  guard found.count == expected.count else { return -.infinity }
  return zip(found, expected).map { pair in
    pair.1.magnitude < size ? digits(1 + (pair.0 - pair.1) / size, 1) : digits(pair.0, pair.1)
  }.min() ?? 15
}
