extension CrossedLogitModel {
  /// Refuses rows, names, outcomes and a prior that do not match or are not numbers.
  func check(
    _ rows: [Double], _ columns: Int, _ names: [String], _ response: [Double]
  ) throws(RegressionError) {
    guard columns > 0 else { throw .unsupported("\(columns) columns: give at least the intercept") }
    try match("names", names.count, columns)
    try match("values of the design", rows.count, response.count * columns)
    try match("means of the prior", prior.means.count, columns)
    try match("standard deviations of the prior", prior.standardDeviations.count, columns)
    for (column, name) in names.enumerated() {
      let (mean, deviation) = (prior.means[column], prior.standardDeviations[column])
      guard mean.isFinite, deviation > 0 else {
        throw .invalidPrior(column: name, mean: mean, standardDeviation: deviation)
      }
    }
    for (place, value) in rows.enumerated() where !value.isFinite {
      throw .notFinite(row: place / columns, column: names[place % columns], value: value)
    }
    for (row, value) in response.enumerated() where !(value >= 0 && value <= 1) {
      throw .outcomeOutOfRange(row: row, value: value)
    }
    let flat = prior.standardDeviations.count { $0 == .infinity }
    guard response.count >= flat else {
      throw .fewerRowsThanColumns(rows: response.count, columns: flat)
    }
  }

  /// Refuses factors, scales and deviations that do not match or lie out of range.
  func check(_ factors: [Factor], rows: Int, _ deviations: [Double]?) throws(RegressionError) {
    try match("scales of standard deviations", deviationScales.count, factors.count)
    for (factor, scale) in zip(factors, deviationScales) {
      guard scale > 0 else {
        throw .unsupported("the scale of '\(factor.name)' is \(scale), not above 0: give 0.5 where unsure")
      }
      try match("levels of '\(factor.name)'", factor.levels.count, rows)
      guard factor.count >= 0 else {
        throw .unsupported("'\(factor.name)' has \(factor.count) levels: give 0 or more")
      }
      for (row, level) in factor.levels.enumerated() where level < -1 || level >= factor.count {
        throw .unsupported(
          "row \(row) has level \(level) of '\(factor.name)', which has \(factor.count): give "
            + "0 to \(factor.count - 1), or -1 for no effect")
      }
    }
    guard let deviations else { return }
    try match("standard deviations of effects", deviations.count, factors.count)
    for (factor, value) in zip(factors, deviations) where !(value > 0 && value.isFinite) {
      throw .unsupported("the standard deviation of '\(factor.name)' is \(value): give one above 0")
    }
  }

  private func match(_ what: String, _ found: Int, _ expected: Int) throws(RegressionError) {
    guard found == expected else { throw .lengthMismatch(what: what, expected: expected, found: found) }
  }
}
