internal import LinearAlgebra

extension Observations {
  func checkLengths() throws(RegressionError) {
    try checkCount("names", names.count, design.columns)
    try checkCount("responses", response.count, design.rows)
    try checkCount("weights", weights?.count ?? design.rows, design.rows)
    try checkCount("prior means", prior?.means.count ?? design.columns, design.columns)
    try checkCount(
      "prior standard deviations", prior?.standardDeviations.count ?? design.columns, design.columns)
  }

  func checkValues() throws(RegressionError) {
    if let bad = design.storage.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(
        row: bad % design.rows, column: names[bad / design.rows], value: design.storage[bad])
    }
    if let row = response.firstIndex(where: { !$0.isFinite }) {
      throw .responseNotFinite(row: row, value: response[row])
    }
    if let weights, let row = weights.firstIndex(where: { !($0 >= 0 && $0 < .infinity) }) {
      throw .invalidWeight(row: row, value: weights[row])
    }
  }

  func checkPrior() throws(RegressionError) {
    guard let prior else { return }
    for (index, deviation) in prior.standardDeviations.enumerated()
    where !(deviation > 0 && prior.means[index].isFinite) {
      throw .invalidPrior(
        column: names[index], mean: prior.means[index], standardDeviation: deviation)
    }
  }

  private func checkCount(_ what: String, _ found: Int, _ expected: Int) throws(RegressionError) {
    guard found == expected else { throw .lengthMismatch(what: what, expected: expected, found: found) }
  }
}
