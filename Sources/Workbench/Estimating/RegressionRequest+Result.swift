import Formulas
import Regression
import Tabular

extension RegressionRequest {
  /// Reads the table and fits the model.
  /// - Throws: `.request` for what does not go together or is not there, `.table` for what is wrong with the
  ///   table, by file and line, `.numerical` where no estimate exists.
  public func result() throws(WorkbenchError) -> RegressionResult {
    let prepared = try PreparedRegression(self)
    var result = try prepared.fit()
    result.omitted = prepared.data.omittedLines
    result.notes = prepared.notes + result.notes + prepared.repeatedPeriod
    if result.groups.isEmpty { result.groups = try prepared.groups() }
    return result
  }
}

extension PreparedRegression {
  fileprivate func fit() throws(WorkbenchError) -> RegressionResult {
    guard request.family == .gaussian else { return try generalized() }
    switch request.effects {
    case .pooled: return data.effects.isEmpty ? try leastSquares() : try absorbing()
    case .within: return try within()
    case .random: return try random()
    case .between: return try between()
    case .firstDifference: return try firstDifference()
    case .mixed: return try mixed()
    }
  }

  /// Words for a unit with several rows for a period: no fault where the estimator does not ask for periods,
  /// but seldom meant.
  fileprivate var repeatedPeriod: [String] {
    guard request.index.count == 2, let units = try? units(), let periods = try? periods() else { return [] }
    do throws(RegressionError) {
      _ = try PanelIndex(units: units, periods: periods)
    } catch .duplicatePeriod(let unit, let period, let rows) {
      let lines = rows.map { String(data.line(ofRow: $0)) }.joined(separator: ", ")
      return [
        "Unit '\(unit)' has several rows for period '\(period)' (lines \(lines)): "
          + "a row may stand twice."
      ]
    } catch {
      return []
    }
    return []
  }

  /// What the rows fall into: effects, units and periods, clusters.
  fileprivate func groups() throws(WorkbenchError) -> [RegressionResult.Groups] {
    var groupings = data.effects
    for name in request.columns where !groupings.contains(where: { $0.name == name }) {
      groupings.append(try grouping(name))
    }
    return groupings.map { RegressionResult.Groups($0) }
  }
}

extension RegressionResult.Groups {
  init(_ grouping: Grouping) {
    var sizes = [Int](repeating: 0, count: grouping.levels.count)
    for code in grouping.codes { sizes[Int(code)] += 1 }
    sizes.removeAll { $0 == 0 }
    self.init(
      name: grouping.name, count: sizes.count, smallest: sizes.min() ?? 0, largest: sizes.max() ?? 0)
  }
}
