internal import LinearAlgebra

/// A linear model with normal errors: response = offset + design * coefficients + sigma / sqrt(weight) *
/// error.
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
public struct LinearModel: Sendable {
  /// The prior of the coefficients, in units of sigma; none is flat.
  public let prior: NormalPrior?
  /// The prior of sigma^2: scaled inverse chi-square with these degrees of freedom and this scale, a
  /// standard deviation like sigma; none is proportional to 1 / sigma^2.
  public let variancePrior: (degreesOfFreedom: Double, scale: Double)?
  /// What is done about dependent columns.
  public let aliasing: Aliasing

  /// A model from its priors and its rule for dependent columns.
  public init(
    prior: NormalPrior? = nil, variancePrior: (degreesOfFreedom: Double, scale: Double)? = nil,
    aliasing: Aliasing = .refuse
  ) {
    self.prior = prior
    self.variancePrior = variancePrior
    self.aliasing = aliasing
  }

  /// Fits the model by refined least squares.
  ///
  /// Rows of weight zero count for nothing, but are fitted and have residuals.
  /// - Throws: `lengthMismatch`, `notFinite`, `responseNotFinite`, `invalidWeight`, `invalidPrior`,
  ///   `fewerRowsThanColumns`, `rankDeficient` (unless aliased from left to right), `numerical`.
  public func fit(_ sample: Sample) throws(RegressionError) -> LinearFit {
    try sample.check(prior: prior)
    let aliased = aliasing == .leftToRight ? dependentColumns(of: sample) : []
    guard !aliased.isEmpty else { return try fit(sample, prior, aliased: []) }
    let kept = sample.design.names.indices.filter { !aliased.contains($0) }
    return try fit(
      sample.selecting(columns: kept), prior?.selecting(columns: kept),
      aliased: aliased.map { sample.design.names[$0] })
  }

  private func dependentColumns(of sample: Sample) -> [Int] {
    GramFactor(LinearSystem(sample, prior).matrix).dependent
  }

  private func fit(
    _ sample: Sample, _ prior: NormalPrior?, aliased: [String]
  ) throws(RegressionError) -> LinearFit {
    let system = LinearSystem(sample, prior)
    let solution = try system.solve(sample.design.names)
    let flat = solution.coefficients.count - (prior?.properColumns.count ?? 0)
    return LinearFit(
      sample: sample, system: system, solution: solution, aliased: aliased,
      residualDegreesOfFreedom: (variancePrior?.degreesOfFreedom ?? 0) + Double(system.dataRows - flat),
      squares: priorSquares + solution.residuals.sumOfSquares)
  }

  /// nu s^2.
  private var priorSquares: DoubleDouble {
    guard let variancePrior else { return DoubleDouble(0) }
    return DoubleDouble.twoProduct(variancePrior.scale, variancePrior.scale) * variancePrior.degreesOfFreedom
  }
}

extension Sample {
  /// The sample without some columns of its design.
  func selecting(columns: [Int]) -> Sample {
    Sample(
      design: design.selecting(columns: columns), response: response, weights: weights, offset: offset)
  }
}
