import Formulas
import LinearAlgebra
import Regression

extension PreparedRegression {
  /// More rows than this are not diagnosed.
  static let mostDiagnosedRows = 200_000
  /// White's test squares the number of columns: with more than this it is left out.
  static let mostColumnsSquared = 30

  /// What the residuals of least squares say of its assumptions; what is not defined is left out.
  func diagnose(_ fit: LinearFit, _ result: inout RegressionResult) {
    guard fit.residualDegreesOfFreedom > 0, result.residualSumOfSquares ?? 0 > 0 else { return }
    guard fit.sample.rows <= PreparedRegression.mostDiagnosedRows else {
      result.notes.append(
        "Diagnostics are left out for more than \(PreparedRegression.mostDiagnosedRows) rows.")
      return
    }
    if fit.names.count > 1 {
      add("breuschPagan", "Breusch-Pagan (studentized)", try? fit.breuschPagan(), &result)
      if fit.names.count <= PreparedRegression.mostColumnsSquared {
        add("white", "White", try? fit.white(), &result)
      }
      add("reset", "RESET", try? fit.reset(), &result)
    }
    add("jarqueBera", "Jarque-Bera", fit.jarqueBera(), &result)
    add("durbinWatson", "Durbin-Watson", try? fit.durbinWatson(), &result)
    result.conditionNumber = fit.conditioning().conditionNumber
    result.inflation = fit.varianceInflation().map { ($0.label, $0.factor) }
  }

  private func add(
    _ key: String, _ title: String, _ test: DiagnosticTest?, _ result: inout RegressionResult
  ) {
    guard let test, test.statistic.isFinite else { return }
    let symbol =
      switch test.distribution {
      case .chiSquared: "chi-squared"
      case .f: "F"
      case .exact, .normal: "DW"
      }
    result.tests.append(
      RegressionResult.Test(
        key, title, symbol, test.statistic, test.degreesOfFreedom, test.pValue, isDiagnostic: true))
  }
}
