/// Why a model could not be fitted. Rows count from zero; columns are named.
public enum RegressionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// These columns depend on columns to their left.
  case rankDeficient(columns: [String])
  /// A value of the design is infinite or not a number.
  case notFinite(row: Int, column: String, value: Double)
  /// A response or an outcome is infinite or not a number.
  case responseNotFinite(row: Int, value: Double)
  /// There are fewer rows than coefficients without a proper prior.
  case fewerRowsThanColumns(rows: Int, columns: Int)
  /// A weight is negative or not finite.
  case invalidWeight(row: Int, value: Double)
  /// An outcome of a logistic model lies outside 0 to 1.
  case outcomeOutOfRange(row: Int, value: Double)
  /// Names, responses, weights or prior do not match the design.
  case lengthMismatch(what: String, expected: Int, found: Int)
  /// A prior standard deviation is not above zero, or a prior mean not finite.
  case invalidPrior(column: String, mean: Double, standardDeviation: Double)
  /// A combination of these columns tells the outcomes apart without error, or zero counts from others: no
  /// finite estimate exists.
  case separated(columns: [String], iterations: Int)
  /// The iteration did not settle.
  case notConverged(iterations: Int, change: Double, tolerance: Double)
  /// These columns do not vary once the effects have been swept out.
  case absorbed(columns: [String], effects: [String])
  /// Sweeping out effects did not settle: the last step, relative to the column's largest value.
  case effectsNotSwept(iterations: Int, change: Double, tolerance: Double)
  /// Clusters, units or periods too few for what was asked.
  case tooFewGroups(name: String, groups: Int, needed: Int)
  /// A unit of a panel has two rows of one period.
  case duplicatePeriod(unit: String, period: String, rows: [Int])
  /// A lag is negative or leaves no rows.
  case invalidLag(lag: Int, periods: Int)
  /// A response lies outside what the family allows, said in words.
  case responseOutOfRange(row: Int, value: Double, allowed: String)
  /// The mean that a linear predictor stands for lies outside what the family allows, said in words.
  case predictorOutOfRange(row: Int, predictor: Double, allowed: String)
  /// There are no rows left to estimate an error variance from.
  case noDegreesOfFreedom(rows: Int, parameters: Int)
  /// A row is fitted without error whatever its response, which this kind of covariance divides by.
  case leverageOfOne(row: Int, kind: String)
  /// What was asked does not go together; in words, with the way out.
  case unsupported(String)
  /// The linear algebra below gave up; its message.
  case numerical(String)

  /// What is wrong, where, with both numbers, and the way out.
  public var description: String {
    switch self {
    case .rankDeficient(let columns):
      "\(list(columns, "depends", "depend")) on columns further left: leave out or give a prior"
    case .notFinite(let row, let column, let value):
      "row \(row), column '\(column)' is \(value), not a finite number: correct or drop the row"
    case .responseNotFinite(let row, let value):
      "the response of row \(row) is \(value), not a finite number: correct or drop the row"
    case .fewerRowsThanColumns(let rows, let columns):
      "\(rows) rows cannot determine \(columns) coefficients: add rows, drop columns or give a prior"
    case .invalidWeight(let row, let value):
      "the weight of row \(row) is \(value), below zero or not finite: weights count observations"
    case .outcomeOutOfRange(let row, let value):
      "the outcome of row \(row) is \(value), not from 0 to 1: code no as 0 and yes as 1"
    case .lengthMismatch(let what, let expected, let found):
      "\(found) \(what) were given, \(expected) are needed: give one of each"
    case .invalidPrior(let column, let mean, let deviation):
      "the prior of '\(column)' has mean \(mean), standard deviation \(deviation): give a finite mean and a "
        + "deviation above zero (infinite for none)"
    case .separated(let columns, let iterations):
      "\(list(columns, "tells", "tell")) the outcomes apart without error (seen after "
        + "\(iterations) iterations), so no finite estimate exists: give a prior, take Firth's correction or drop "
        + "a column"
    case .notConverged(let iterations, let change, let tolerance):
      "after \(iterations) iterations the coefficients still change by \(change), above \(tolerance): "
        + "rescale the columns or give a prior"
    case .absorbed(let columns, let effects):
      "\(list(columns, "does", "do")) not vary within \(effects.joined(separator: " and ")): leave out, or "
        + "take a model without that effect"
    case .effectsNotSwept(let iterations, let change, let tolerance):
      "after \(iterations) iterations sweeping out the effects still changes a column by \(change) of its "
        + "largest value, above \(tolerance): merge levels that few rows connect, or drop an effect"
    case .tooFewGroups(let name, let groups, let needed):
      "'\(name)' has \(groups) \(groups == 1 ? "group" : "groups"), at least \(needed) are needed: "
        + "take a column with more, or another model or standard error"
    case .duplicatePeriod(let unit, let period, let rows):
      "unit '\(unit)' has \(rows.count) rows for period '\(period)' (rows "
        + "\(rows.map(String.init).joined(separator: ", "))): keep one, or add them up"
    case .invalidLag(let lag, let periods):
      "a lag of \(lag) with \(periods) periods: give 0 to \(max(0, periods - 1))"
    case .responseOutOfRange(let row, let value, let allowed):
      "the response of row \(row) is \(value), not \(allowed)"
    case .predictorOutOfRange(let row, let predictor, let allowed):
      "the linear predictor of row \(row) is \(predictor), not \(allowed)"
    case .noDegreesOfFreedom(let rows, let parameters):
      "\(rows) rows less \(parameters) parameters leave nothing to estimate the error from: add rows"
    case .leverageOfOne(let row, let kind):
      "row \(row) has a leverage of 1, it is fitted without error: \(kind) is not defined; take HC1, or drop "
        + "the row and the column of its own"
    case .unsupported(let message):
      message
    case .numerical(let message):
      message
    }
  }

  /// The columns and what one does or several do.
  private func list(_ columns: [String], _ does: String, _ do: String) -> String {
    let names = columns.map { "'\($0)'" }.joined(separator: ", ")
    return columns.count == 1 ? "column \(names) \(does)" : "columns \(names) \(`do`)"
  }
}
