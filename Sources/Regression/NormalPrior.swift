/// Independent normal priors, one per coefficient, in the order of the design's columns.
public struct NormalPrior: Sendable, Equatable, Codable {
  /// The coefficients expected before seeing data.
  public var means: [Double]
  /// How far from them, in the coefficient's own unit: above zero; `.infinity` is a flat prior.
  ///
  /// In `LinearModel` they are in units of sigma: coefficient ~ N(mean, sigma^2 sd^2).
  public var standardDeviations: [Double]

  /// A prior from its means and standard deviations, equally many.
  public init(means: [Double], standardDeviations: [Double]) {
    self.means = means
    self.standardDeviations = standardDeviations
  }

  /// A flat prior for a number of coefficients: what the data say, alone.
  public static func flat(_ count: Int) -> NormalPrior {
    NormalPrior(
      means: [Double](repeating: 0, count: count),
      standardDeviations: [Double](repeating: .infinity, count: count))
  }
}
