public import LinearAlgebra

/// What a model says about a new row.
public struct LinearPrediction: Sendable, Equatable {
  /// offset + row * coefficients.
  public let fitted: Double
  /// The standard error of `fitted`.
  public let standardError: Double
  /// Between these the mean of such rows lies at the level asked.
  public let confidence: Interval
  /// Between these a new response of weight one lies at the level asked.
  public let prediction: Interval

  public struct Interval: Sendable, Equatable {
    public let lower: Double
    public let upper: Double
  }
}

extension LinearFit {
  /// Predictions for rows with the columns of the design, as R's `predict.lm`.
  ///
  /// fitted +- t sqrt(x'Vx) for the mean, fitted +- t sqrt(sigma^2 + x'Vx) for a response.
  /// - Parameters:
  ///   - rows: m rows by k columns.
  ///   - offset: m values; nil for zeros.
  ///   - covariance: V; the classical one if not given. Its smallest degrees of freedom serve.
  /// - Throws: `lengthMismatch`, `notFinite`, `unsupported` for a level not between 0 and 1.
  public func predict(
    rows: WideMatrix, offset: WideVector? = nil, level: Double = 0.95, covariance: CovarianceEstimate? = nil
  ) throws(RegressionError) -> [LinearPrediction] {
    guard rows.columns == coefficients.count else {
      throw .lengthMismatch(what: "columns", expected: coefficients.count, found: rows.columns)
    }
    guard offset?.count ?? rows.rows == rows.rows else {
      throw .lengthMismatch(what: "offsets", expected: rows.rows, found: offset?.count ?? 0)
    }
    guard level > 0, level < 1 else {
      throw .unsupported("a level of \(level): give a share between 0 and 1, such as 0.95")
    }
    if let bad = firstNotFinite(rows.high) {
      throw .notFinite(row: bad % rows.rows, column: names[bad / rows.rows], value: rows.high[bad])
    }
    let centre = WideVector(count: rows.rows).subtracting(rows, times: solution.coefficients)
    let errors = covariance.map { robustErrors(rows, $0.matrix) } ?? classicalErrors(rows)
    let freedom = covariance?.references.map(\.degreesOfFreedom).min() ?? residualDegreesOfFreedom
    let reach = Reference.studentT(degreesOfFreedom: freedom).quantile(level)
    return (0..<rows.rows).map { row in
      prediction(-centre[row] + (offset?[row] ?? DoubleDouble(0)), error: errors[row], reach: reach)
    }
  }

  private func prediction(_ fitted: DoubleDouble, error: Double, reach: Double) -> LinearPrediction {
    let interval = { (width: Double) in
      LinearPrediction.Interval(
        lower: (fitted + -reach * width).value, upper: (fitted + reach * width).value)
    }
    return LinearPrediction(
      fitted: fitted.value, standardError: error, confidence: interval(error),
      prediction: interval((sigma * sigma + error * error).squareRoot()))
  }

  /// sigma |L^-1 x| for each row.
  private func classicalErrors(_ rows: WideMatrix) -> [Double] {
    let q = Whitening(solution.factor).rows(of: rows)
    return (0..<rows.rows).map { row in
      var square = 0.0
      for column in 0..<q.columns { square += q[row, column] * q[row, column] }
      return sigma * square.squareRoot()
    }
  }

  /// sqrt(x'Vx) for each row.
  private func robustErrors(_ rows: WideMatrix, _ covariance: Matrix) -> [Double] {
    (0..<rows.rows).map { row in
      let x = (0..<rows.columns).map { rows[row, $0].value }
      return zip(x, covariance.times(x)).reduce(0) { $0 + $1.0 * $1.1 }.squareRoot()
    }
  }
}
