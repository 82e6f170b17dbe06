import Formulas
import Regression
import Tabular

/// A request with its table read and its formula applied.
struct PreparedRegression {
  let request: RegressionRequest
  let formula: Formula
  let data: ModelData
  /// The table as messages name it.
  let file: String
  /// Worth knowing about the table.
  let notes: [String]

  /// - Throws: every `WorkbenchError`.
  init(_ request: RegressionRequest) throws(WorkbenchError) {
    let formula = try PreparedRegression.formula(request.formula)
    try request.check(formula)
    try self.init(request, formula, DataFile(path: request.file))
  }

  /// The same for a table that is read already.
  init(
    _ request: RegressionRequest, _ formula: Formula, _ source: DataFile
  ) throws(WorkbenchError) {
    let reading = try FrameReader.read(source.bytes, file: source.name)
    (self.request, self.formula) = (request, formula)
    file = source.name
    notes = reading.notes.map(\.description)
    do throws(FormulaError) {
      data = try formula.model(
        of: reading.frame, weights: request.weightExpression(reading.frame), needing: request.columns,
        textResponse: request.family == .binomial ? .binary : .refused)
    } catch {
      throw WorkbenchError(error, file: source.name, words: reading.words)
    }
  }

  static func formula(_ text: String) throws(WorkbenchError) -> Formula {
    do throws(FormulaError) {
      return try Formula(text)
    } catch {
      throw .request(error.description)
    }
  }

  /// A column as groups of the rows.
  func grouping(_ name: String) throws(WorkbenchError) -> Grouping {
    do throws(FormulaError) {
      return try data.grouping(name)
    } catch {
      throw WorkbenchError(error, file: file, words: [:])
    }
  }

  /// The columns of `--index` that are there.
  func units() throws(WorkbenchError) -> Grouping { try grouping(request.index[0]) }

  func periods() throws(WorkbenchError) -> Grouping? {
    request.index.count < 2 ? nil : try grouping(request.index[1])
  }

  /// What `within` sweeps out: the units, then what stands behind `|`.
  func withinEffects() throws(WorkbenchError) -> [Grouping] {
    guard let unit = request.index.first, !data.effects.contains(where: { $0.name == unit }) else {
      return data.effects
    }
    return [try grouping(unit)] + data.effects
  }

  /// Runs an estimator; what it throws names lines of the file.
  func estimate<Fit>(
    _ body: () throws(RegressionError) -> Fit
  ) throws(WorkbenchError) -> Fit {
    do throws(RegressionError) {
      return try body()
    } catch {
      throw WorkbenchError(error, self)
    }
  }

  /// The covariance that was asked for, of an estimate.
  func covariance(of estimate: some Estimate) throws(WorkbenchError) -> CovarianceEstimate {
    let kind = try covarianceKind()
    return try self.estimate { () throws(RegressionError) in try estimate.covariance(kind) }
  }

  private func covarianceKind() throws(WorkbenchError) -> CovarianceKind {
    switch request.covariance {
    case .classical: return .classical
    case .heteroskedastic(let kind): return .heteroskedastic(kind)
    case .cluster(let names, let correction):
      var groupings: [Grouping] = []
      for name in names { groupings.append(try grouping(name)) }
      return .cluster(groupings, correction)
    case .neweyWest(let lag):
      return .neweyWest(
        lag: lag, units: request.index.isEmpty ? nil : try units(), periods: try periods())
    case .driscollKraay(let lag): return .driscollKraay(lag: lag, periods: try grouping(request.index[1]))
    }
  }

  var aliasing: Aliasing { request.aliased == .drop ? .leftToRight : .refuse }
}

extension RegressionRequest {
  /// Columns beside those of the formula in whose absence a row is left out.
  var columns: [String] {
    guard case .cluster(let names, _) = covariance else { return index }
    return index + names.filter { !index.contains($0) }
  }

  /// A column by its name, whatever characters it has; else an expression.
  func weightExpression(_ frame: Frame) -> String? {
    weights.map { frame[$0] != nil ? "`\($0)`" : $0 }
  }
}
