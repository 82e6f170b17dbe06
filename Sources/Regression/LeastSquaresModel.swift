public import LinearAlgebra

/// A linear model with normal errors: response = design * coefficients + sigma / sqrt(weight) * error.
///
/// Without priors this is (weighted) least squares. With them it is the conjugate posterior, for
///     coefficients | sigma ~ N(m, sigma^2 D),  D the diagonal of the prior's squared deviations, P = D^-1,
///     sigma^2 ~ scaled inverse chi-square(nu, s^2):
///     coefficients b = (X'WX + P)^-1 (X'Wy + P m),
///     degrees of freedom = nu + rows of positive weight - coefficients with a flat prior,
///     sigma^2 = (nu s^2 + (y - Xb)'W(y - Xb) + (b - m)'P(b - m)) / degrees of freedom.
/// Given sigma the coefficients are N(b, sigma^2 (X'WX + P)^-1); unconditionally Student t around b.
/// With no rows and a proper prior of both kinds the posterior is the prior.
/// Source: Gelman and others, Bayesian Data Analysis, 3rd edition, 14.2 and 14.8.
public struct LeastSquaresModel: Sendable {
  /// The prior of the coefficients, in units of sigma; none is flat.
  public let prior: NormalPrior?
  /// The prior of sigma^2: scaled inverse chi-square with these degrees of freedom and this scale, a
  /// standard deviation like sigma; none is proportional to 1 / sigma^2.
  public let variancePrior: (degreesOfFreedom: Double, scale: Double)?

  /// A model from its priors.
  public init(
    prior: NormalPrior? = nil, variancePrior: (degreesOfFreedom: Double, scale: Double)? = nil
  ) {
    self.prior = prior
    self.variancePrior = variancePrior
  }

  /// Fits the model by refined least squares, proper priors entering as pseudo rows.
  ///
  /// - Parameters:
  ///   - design: n rows by k columns; the intercept, where wanted, is a column of ones.
  ///   - response: n values.
  ///   - weights: n numbers, not negative: the variance of row i is sigma^2 / weight; none means ones.
  ///   - names: k column names, for errors and reports.
  /// - Throws: any `RegressionError` but those of logistic models.
  public func fit(
    design: Matrix, response: [Double], weights: [Double]? = nil, names: [String]
  ) throws(RegressionError) -> LeastSquaresFit {
    let data = try Observations(design, response, weights, prior, names)
    let roots = weights?.map { $0.squareRoot() }
    let targets = roots.map { zip(response, $0).map { $0 * $1 } } ?? response
    let solution = try data.solve(roots: roots, targets: targets, inverse: true)
    let coefficients = solution.coefficients.high
    let fitted = data.predict(coefficients)
    let freedom = degreesOfFreedom(data)
    let sigma = (sumOfSquares(solution) / DoubleDouble(freedom)).squareRoot().value
    return LeastSquaresFit(
      names: names, coefficients: coefficients, unscaledCovariance: solution.inverseGram,
      covariance: solution.inverseGram.scaled(by: sigma * sigma), sigma: sigma,
      degreesOfFreedom: freedom,
      residuals: roots == nil
        ? Array(solution.residuals.high.prefix(design.rows)) : zip(response, fitted).map { $0 - $1 },
      fitted: fitted)
  }

  private func degreesOfFreedom(_ data: Observations) -> Double {
    let flat = data.design.columns - data.properPriors.count
    return (variancePrior?.degreesOfFreedom ?? 0) + Double(data.weightedRows - flat)
  }

  /// nu s^2 plus the squares of all residuals, those of the pseudo rows of the prior included.
  private func sumOfSquares(_ solution: LeastSquaresSolution) -> DoubleDouble {
    var sum = DoubleDouble(0)
    if let variancePrior {
      sum = DoubleDouble.twoProduct(variancePrior.scale, variancePrior.scale)
      sum = sum * variancePrior.degreesOfFreedom
    }
    return sum + solution.residuals.sumOfSquares
  }
}

extension Matrix {
  func scaled(by factor: Double) -> Matrix {
    Matrix(rows: rows, columns: columns, columnMajor: storage.map { $0 * factor })
  }
}
