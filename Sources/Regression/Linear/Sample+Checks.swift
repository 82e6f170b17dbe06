internal import LinearAlgebra

extension Sample {
  /// Whether the parts fit together and hold finite numbers.
  ///
  /// - Throws: `lengthMismatch`, `notFinite`, `responseNotFinite`, `invalidWeight`, `invalidPrior`.
  func check(prior: NormalPrior? = nil) throws(RegressionError) {
    let columns = design.matrix.columns
    try checkCount("names", design.names.count, columns)
    try checkCount("responses", response.count, rows)
    try checkCount("weights", weights?.count ?? rows, rows)
    try checkCount("offsets", offset?.count ?? rows, rows)
    try checkValues()
    guard let prior else { return }
    try checkCount("prior means", prior.means.count, columns)
    try checkCount("prior standard deviations", prior.standardDeviations.count, columns)
    for (index, deviation) in prior.standardDeviations.enumerated()
    where !(deviation > 0 && prior.means[index].isFinite) {
      throw .invalidPrior(
        column: design.names[index], mean: prior.means[index], standardDeviation: deviation)
    }
  }

  private func checkValues() throws(RegressionError) {
    if let bad = firstNotFinite(design.matrix.high) {
      throw .notFinite(
        row: bad % rows, column: design.names[bad / rows], value: design.matrix.high[bad])
    }
    if let row = firstNotFinite(response.high) {
      throw .responseNotFinite(row: row, value: response.high[row])
    }
    if let offset, let row = firstNotFinite(offset.high) {
      throw .notFinite(row: row, column: "offset", value: offset.high[row])
    }
    if let weights, let row = weights.firstIndex(where: { !($0 >= 0 && $0 < .infinity) }) {
      throw .invalidWeight(row: row, value: weights[row])
    }
  }

  private func checkCount(_ what: String, _ found: Int, _ expected: Int) throws(RegressionError) {
    guard found == expected else { throw .lengthMismatch(what: what, expected: expected, found: found) }
  }
}

extension NormalPrior {
  /// The columns whose prior is not flat.
  var properColumns: [Int] {
    standardDeviations.indices.filter { standardDeviations[$0] < .infinity }
  }

  /// The prior of some columns.
  func selecting(columns: [Int]) -> NormalPrior {
    NormalPrior(
      means: columns.map { means[$0] }, standardDeviations: columns.map { standardDeviations[$0] })
  }
}
