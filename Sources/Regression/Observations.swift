internal import LinearAlgebra

/// A design with its response, weights and prior, checked: what both models start from.
struct Observations {
  let design: Matrix
  let response: [Double]
  let weights: [Double]?
  let prior: NormalPrior?
  let names: [String]

  init(
    _ design: Matrix, _ response: [Double], _ weights: [Double]?, _ prior: NormalPrior?, _ names: [String]
  ) throws(RegressionError) {
    self.design = design
    self.response = response
    self.weights = weights
    self.prior = prior
    self.names = names
    try checkLengths()
    try checkValues()
    try checkPrior()
    guard design.rows + properPriors.count >= design.columns else {
      throw .fewerRowsThanColumns(rows: design.rows, columns: design.columns)
    }
  }

  /// The columns whose prior is not flat.
  var properPriors: [Int] {
    guard let prior else { return [] }
    return prior.standardDeviations.indices.filter { prior.standardDeviations[$0] < .infinity }
  }

  /// The weight of a row, one by default.
  func weight(_ row: Int) -> Double { weights?[row] ?? 1 }

  /// How many rows carry a weight above zero.
  var weightedRows: Int { weights?.count { $0 > 0 } ?? design.rows }

  /// Solves for shifts from given coefficients b: rows `root * x` against `target`, and for each proper
  /// prior the pseudo row `shift / sd = (mean - b) / sd`.
  func solve(
    roots: [Double]?, targets: [Double], from coefficients: [Double]? = nil, inverse: Bool
  ) throws(RegressionError) -> LeastSquaresSolution {
    let proper = properPriors
    let pseudo = proper.map { (mean($0) - (coefficients?[$0] ?? 0)) / deviation($0) }
    do throws(LinearAlgebraError) {
      return try solveLeastSquares(
        withPriorRows(proper, roots: roots), targets + pseudo, inverse: inverse)
    } catch {
      throw named(error)
    }
  }

  /// The design, its rows multiplied by the roots, above one row `1 / sd` for each proper prior.
  private func withPriorRows(_ proper: [Int], roots: [Double]?) -> Matrix {
    let rows = design.rows + proper.count
    var storage: [Double] = []
    storage.reserveCapacity(rows * design.columns)
    for column in 0..<design.columns {
      let values = design.storage[column * design.rows..<(column + 1) * design.rows]
      if let roots {
        storage.append(contentsOf: zip(values, roots).lazy.map { $0 * $1 })
      } else {
        storage.append(contentsOf: values)
      }
      storage.append(contentsOf: proper.lazy.map { $0 == column ? 1 / deviation($0) : 0 })
    }
    return Matrix(rows: rows, columns: design.columns, columnMajor: storage)
  }

  /// The prior mean of a column, 0 without a prior.
  func mean(_ column: Int) -> Double { prior?.means[column] ?? 0 }

  /// The prior standard deviation of a column, infinite without a prior.
  func deviation(_ column: Int) -> Double { prior?.standardDeviations[column] ?? .infinity }

  /// design * coefficients, each row summed in double-double, rounded once.
  func predict(_ coefficients: [Double]) -> [Double] {
    var sums = [DoubleDouble](repeating: DoubleDouble(0), count: design.rows)
    for column in 0..<design.columns {
      let start = column * design.rows
      for row in 0..<design.rows {
        sums[row] =
          sums[row] + DoubleDouble.twoProduct(design.storage[start + row], coefficients[column])
      }
    }
    return sums.map(\.value)
  }

  private func named(_ error: LinearAlgebraError) -> RegressionError {
    switch error {
    case .rankDeficient(let columns): .rankDeficient(columns: columns.map { names[$0] })
    default: .numerical(error.description)
    }
  }
}
