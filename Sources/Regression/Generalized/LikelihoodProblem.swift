internal import LinearAlgebra

/// A sample with the model of its rows and the prior of its coefficients, checked: what is maximised.
///
/// Values are taken as doubles: a likelihood that is no square has no use for their second parts. But where
/// columns are nearly dependent, what is made of them is kept in double-double: rounding the weighted rows or
/// the coefficients would move the estimate by 1e-16 times the condition number.
struct LikelihoodProblem {
  let rowModel: RowModel
  let names: [String]
  let design: Matrix
  let response: [Double]
  let weights: [Double]?
  let offset: WideVector?
  let prior: NormalPrior?
  /// Whether Firth's penalty, half the log determinant of the information, is added.
  let isPenalised: Bool
  /// Whether weighted rows and coefficients are kept in double-double.
  let isWide: Bool

  /// A problem whose parts are known to be sound.
  init(
    _ rowModel: RowModel, names: [String], design: Matrix, response: [Double], weights: [Double]? = nil,
    offset: WideVector? = nil, prior: NormalPrior? = nil, isPenalised: Bool = false,
    isWide: Bool = false
  ) {
    self.rowModel = rowModel
    self.names = names
    self.design = design
    self.response = response
    self.weights = weights
    self.offset = offset
    self.prior = prior
    self.isPenalised = isPenalised
    self.isWide = isWide
  }

  /// A problem from a sample, its parts checked.
  init(
    _ rowModel: RowModel, _ sample: Sample, prior: NormalPrior?, isPenalised: Bool
  ) throws(RegressionError) {
    try sample.check(prior: prior)
    let design = sample.design.matrix.rounded
    self.init(
      rowModel, names: sample.design.names, design: design, response: sample.response.high,
      weights: sample.weights, offset: sample.offset, prior: prior, isPenalised: isPenalised,
      isWide: GramFactor(WideMatrix(design)).isNearlyDependent)
    try rowModel.family.check(response)
    guard weightedRows + properPriors.count >= design.columns else {
      throw .fewerRowsThanColumns(rows: weightedRows, columns: design.columns)
    }
  }

  /// The same rows with other columns and no prior.
  func replacing(design: Matrix, names: [String], offset: WideVector?) -> LikelihoodProblem {
    LikelihoodProblem(
      rowModel, names: names, design: design, response: response, weights: weights, offset: offset)
  }

  /// The columns whose prior is not flat.
  var properPriors: [Int] { prior?.properColumns ?? [] }

  /// The columns without a prior, or with a flat one.
  var flatColumns: [Int] {
    let proper = properPriors
    return names.indices.filter { !proper.contains($0) }
  }

  /// The weight of a row, one by default.
  func weight(_ row: Int) -> Double { weights?[row] ?? 1 }

  /// How many rows carry a weight above zero.
  var weightedRows: Int { weights?.count { $0 > 0 } ?? design.rows }

  /// The prior mean of a column, 0 without a prior.
  func mean(_ column: Int) -> Double { prior?.means[column] ?? 0 }

  /// The prior standard deviation of a column, infinite without a prior.
  func deviation(_ column: Int) -> Double { prior?.standardDeviations[column] ?? .infinity }
}

extension LikelihoodProblem {
  /// Solves for shifts from given coefficients b: rows `root * x` against `target`, and for each proper
  /// prior the pseudo row `shift / sd = (mean - b) / sd`.
  func solve(
    roots: [Double], targets: [Double], from coefficients: [Double], inverse: Bool = false
  ) throws(RegressionError) -> LeastSquaresSolution {
    let pseudo = properPriors.map { (mean($0) - coefficients[$0]) / deviation($0) }
    do throws(LinearAlgebraError) {
      return try solveLeastSquares(weightedRows(roots), WideVector(targets + pseudo), inverse: inverse)
    } catch {
      throw named(error)
    }
  }

  /// The design, its rows multiplied by the roots, above one row `1 / sd` for each proper prior.
  func weightedRows(_ roots: [Double]) -> WideMatrix {
    let proper = properPriors
    let columns = (0..<design.columns).map { column -> WideVector in
      let values = design.storage[column * design.rows..<(column + 1) * design.rows]
      let priors = proper.map { $0 == column ? 1 / deviation($0) : 0 }
      guard isWide else { return WideVector(zip(values, roots).map { $0 * $1 } + priors) }
      return WideVector(
        zip(values, roots).map { DoubleDouble.twoProduct($0, $1) } + priors.map { DoubleDouble($0) })
    }
    return WideMatrix(rows: design.rows + proper.count, columns: columns)
  }

  /// offset + design * coefficients, each row summed in double-double, rounded once.
  func predict(_ coefficients: WideVector) -> [Double] {
    var sums = offset?.elements ?? [DoubleDouble](repeating: DoubleDouble(0), count: design.rows)
    for column in 0..<design.columns {
      let (start, coefficient) = (column * design.rows, coefficients[column])
      for row in 0..<design.rows {
        let x = design.storage[start + row]
        sums[row] = sums[row] + DoubleDouble.twoProduct(x, coefficient.hi)
        if coefficient.lo != 0 { sums[row] = sums[row] + x * coefficient.lo }
      }
    }
    return sums.map(\.value)
  }

  /// Coefficients as they are kept.
  func kept(_ coefficients: WideVector) -> WideVector {
    isWide ? coefficients : WideVector(coefficients.high)
  }

  func named(_ error: LinearAlgebraError) -> RegressionError {
    switch error {
    case .rankDeficient(let columns): .rankDeficient(columns: columns.map { names[$0] })
    case .fewerRowsThanColumns(let rows, let columns): .fewerRowsThanColumns(rows: rows, columns: columns)
    default: .numerical(error.description)
    }
  }
}
