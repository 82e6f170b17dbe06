/// What a regression on a table gave: everything that is printed, in any form.
///
/// What an estimator does not define is nil. Numbers are in the units of the formula's terms.
public struct RegressionResult: Sendable {
  /// What was asked.
  public internal(set) var request: RegressionRequest
  /// How the coefficients were estimated, in words: `Least squares`.
  public var method: String
  public var coefficients: [Coefficient] = []
  /// `t` or `z`.
  public var statistic = "t"
  /// How the standard errors were estimated, in words.
  public var covariance = ""
  /// Rows used.
  public var observations = 0
  /// Units, periods, clusters or effects that the rows fall into.
  public var groups: [Groups] = []
  /// Rows less everything estimated, effects included.
  public var degreesOfFreedom: Double?
  /// The residual standard deviation.
  public var sigma: Double?
  /// The residual sum of squares.
  public var residualSumOfSquares: Double?
  public var rSquared: Double?
  public var adjustedRSquared: Double?
  /// Of a model with absorbed effects: the share of what the effects leave.
  public var withinRSquared: Double?
  public var logLikelihood: Double?
  public var deviance: Double?
  public var nullDeviance: Double?
  public var nullDegreesOfFreedom: Double?
  public var dispersion: Double?
  public var aic: Double?
  public var bic: Double?
  public var iterations: Int?
  public var tests: [Test] = []
  public var variances: [VarianceComponent] = []
  /// Of random effects: the share of a unit's mean that is taken from its rows, smallest to largest.
  public var theta: [Double] = []
  /// Of a mixed model: each unit's predicted effect.
  public var unitEffects: [UnitEffect] = []
  public var residuals: ResidualSummary?
  public var conditionNumber: Double?
  /// Variance inflation by term.
  public var inflation: [(name: String, value: Double)] = []
  /// Lines of rows left out because a value is missing.
  public var omitted: [Int] = []
  /// Columns left out because others determine them.
  public var aliased: [String] = []
  /// Worth knowing; sentences.
  public var notes: [String] = []

  init(_ request: RegressionRequest, method: String) {
    (self.request, self.method) = (request, method)
  }

  /// The test of a key.
  public func test(_ key: String) -> Test? { tests.first { $0.key == key } }
}

extension RegressionResult {
  /// One coefficient, its test against zero and its interval.
  public struct Coefficient: Sendable, Equatable {
    /// As R writes it.
    public let name: String
    public let estimate: Double
    public let standardError: Double
    /// The estimate divided by its standard error.
    public let statistic: Double
    /// Of Student's t; nil where the statistic is normal.
    public let degreesOfFreedom: Double?
    /// Two-sided.
    public let pValue: Double
    public let lower: Double
    public let upper: Double
  }

  /// A test that belongs to the estimate.
  public struct Test: Sendable, Equatable {
    /// What files call it: `F`, `hausman`.
    public let key: String
    /// What a reader calls it: `Hausman test`.
    public let title: String
    /// `F`, `chi-squared`, `z`, `DW`.
    public let symbol: String
    public let statistic: Double
    public let degreesOfFreedom: [Double]
    public let pValue: Double?
    /// Looks at the residuals, not at the coefficients.
    public let isDiagnostic: Bool

    init(
      _ key: String, _ title: String, _ symbol: String, _ statistic: Double, _ degreesOfFreedom: [Double],
      _ pValue: Double?, isDiagnostic: Bool = false
    ) {
      (self.key, self.title, self.symbol) = (key, title, symbol)
      (self.statistic, self.degreesOfFreedom, self.pValue) = (statistic, degreesOfFreedom, pValue)
      self.isDiagnostic = isDiagnostic
    }
  }

  /// How rows fall into groups.
  public struct Groups: Sendable, Equatable {
    public let name: String
    public let count: Int
    /// Rows of the smallest and of the largest group.
    public let smallest: Int
    public let largest: Int
  }

  /// A part of the variance of the response.
  public struct VarianceComponent: Sendable, Equatable {
    public let name: String
    public let variance: Double
    public var standardDeviation: Double { variance.squareRoot() }
  }

  /// The effect predicted of one unit.
  public struct UnitEffect: Sendable, Equatable {
    public let unit: String
    public let estimate: Double
  }

  /// Minimum, quartiles and maximum of residuals.
  public struct ResidualSummary: Sendable, Equatable {
    /// `Residuals`, `Weighted residuals`, `Deviance residuals`.
    public let title: String
    /// Five numbers, from the smallest.
    public let quantiles: [Double]

    /// Quantiles as R's: between the neighbours in order, by distance.
    init(_ title: String, _ residuals: [Double]) {
      self.title = title
      let ordered = residuals.sorted()
      quantiles = [0, 0.25, 0.5, 0.75, 1].map { share in
        guard !ordered.isEmpty else { return .nan }
        let place = share * Double(ordered.count - 1)
        let below = Int(place)
        let above = min(below + 1, ordered.count - 1)
        return ordered[below] + (place - Double(below)) * (ordered[above] - ordered[below])
      }
    }
  }
}
