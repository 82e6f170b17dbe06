import Certification
import Formulas
import LinearAlgebra
import Regression

/// Runs certified sets by the path of a user's table.
enum CertifiedRun {
  static func entry(_ set: CertifiedRegression) -> Certificate.Entry {
    entry(set.name, set.level) { () throws(WorkbenchError) in
      let result = try fit(set.columns, set.formula).leastSquares(isDiagnosed: false)
      return [
        (.coefficients, coefficients(result, set) { digits(of: $0.estimate, $1.estimate) }),
        (.standardErrors, coefficients(result, set) { digits(of: $0.standardError, $1.standardError) }),
        (.residualDeviation, digits(of: result.sigma, set.residualDeviation)),
        (.rSquared, digits(of: result.rSquared, set.rSquared)),
      ] + (set.f.map { [(.f, digits(of: result.test("F")?.statistic, $0))] } ?? [])
    }
  }

  static func entry(_ set: CertifiedSample) -> Certificate.Entry {
    entry(set.name, set.level) { () throws(WorkbenchError) in
      let prepared = try fit([DecimalColumn(name: "y", values: set.values)], "y ~ 1")
      let result = try prepared.leastSquares(isDiagnosed: false)
      let correlation = autocorrelation(prepared.data.sample.response)
      return [
        (.mean, digits(of: result.coefficients.first?.estimate, set.mean)),
        (.standardDeviation, digits(of: result.sigma, set.standardDeviation)),
        (.autocorrelation, LogRelativeError.digits(of: correlation, certified: set.autocorrelation)),
      ]
    }
  }

  static func entry(_ set: CertifiedAnova) -> Certificate.Entry {
    entry(set.name, set.level) { () throws(WorkbenchError) in
      let result = try fit(set.columns, "y ~ factor(treatment)").leastSquares(isDiagnosed: false)
      return [
        (.f, digits(of: result.test("F")?.statistic, set.f)),
        (.residualDeviation, digits(of: result.sigma, set.residualDeviation)),
        (.rSquared, digits(of: result.rSquared, set.rSquared)),
      ]
    }
  }

  /// A set that cannot be fitted has no digits.
  private static func entry(
    _ name: String, _ level: CertifiedLevel,
    _ figures: () throws(WorkbenchError) -> [(PeerDigits.Quantity, Double)]
  ) -> Certificate.Entry {
    let digits = (try? figures()) ?? []
    return Certificate.Entry(
      name: name, level: level.rawValue, digits: digits.map { ($0.0.rawValue, $0.1) })
  }

  /// Decimal text written as CSV and read as a user's file is.
  private static func fit(
    _ columns: [DecimalColumn], _ formula: String
  ) throws(WorkbenchError) -> PreparedRegression {
    var text = columns.map(\.name).joined(separator: ",") + "\n"
    for row in 0..<(columns.first?.values.count ?? 0) {
      text += columns.map { $0.values[row] }.joined(separator: ",") + "\n"
    }
    return try PreparedRegression(
      RegressionRequest(file: "certified", formula: formula), PreparedRegression.formula(formula),
      DataFile(name: "certified", bytes: Array(text.utf8)))
  }

  /// The fewest digits over all coefficients; none where they differ by name.
  private static func coefficients(
    _ result: RegressionResult, _ set: CertifiedRegression,
    _ digits: (RegressionResult.Coefficient, CertifiedRegression.Coefficient) -> Double
  ) -> Double {
    guard result.coefficients.map(\.name) == set.coefficients.map(\.name) else { return 0 }
    return zip(result.coefficients, set.coefficients).map { digits($0, $1) }.min() ?? 0
  }

  private static func digits(of value: Double?, _ certified: String) -> Double {
    value.map { LogRelativeError.digits(of: $0, certified: certified) } ?? 0
  }

  /// The sum of products of neighbours over the sum of squares, both about the mean, in double-double.
  private static func autocorrelation(_ series: WideVector) -> DoubleDouble {
    let mean = series.sum / DoubleDouble(Double(series.count))
    var products = DoubleDouble(0)
    var squares = DoubleDouble(0)
    for index in 0..<series.count {
      let rest = series[index] - mean
      squares = squares + rest * rest
      if index > 0 { products = products + (series[index - 1] - mean) * rest }
    }
    return products / squares
  }
}
