import LinearAlgebra
import Regression

extension Sample {
  /// A response on named columns, with an intercept before them unless it is unwanted.
  init(
    _ response: [Double], on columns: KeyValuePairs<String, [Double]>, intercept: Bool = true,
    weights: [Double]? = nil
  ) {
    let ones = [Double](repeating: 1, count: response.count)
    let values = (intercept ? [ones] : []) + columns.map(\.value)
    self.init(
      design: Design(
        names: (intercept ? [Design.intercept] : []) + columns.map(\.key),
        matrix: WideMatrix(rows: response.count, columns: values.map { WideVector($0) })),
      response: WideVector(response), weights: weights)
  }
}

extension Longley {
  /// Columns by their names in R, in R's units (thousandths of NIST's where R divides).
  static func column(_ name: String) -> [Double] {
    let index = columns.firstIndex(of: name)!
    return design.column(index + 1).map { $0 / units[index] }
  }

  static let columns = ["GNP.deflator", "GNP", "Unemployed", "Armed.Forces", "Population", "Year"]
  private static let units: [Double] = [1, 1000, 10, 10, 1000, 1]
  static let employed = response.map { $0 / 1000 }

  /// All six columns in R's units.
  static let sample = Sample(
    design: Design(
      names: [Design.intercept] + columns,
      matrix: WideMatrix(
        rows: 16,
        columns: [WideVector([Double](repeating: 1, count: 16))] + columns.map { WideVector(column($0)) })),
    response: WideVector(employed))
}

/// The fewest correct digits of several numbers.
func fewestDigits(_ found: some Sequence<Double>, _ expected: some Sequence<Double>) -> Double {
  zip(found, expected).map { digits($0, $1) }.min() ?? 15
}
