import LinearAlgebra
import Probability

/// How contributors behave: who gives again, how much, and what is uncertain about it.
///
/// Parameters with their covariance, fitted on a public panel or stated; data, written to `fit.json` and to the
/// shipped reference classes. A contributor's own chance comes from them, its `GivingState` and `Surroundings`.
public struct Behaviour: Sendable, Equatable, Codable {
  /// Of `ParticipationDesign.names`.
  public let participation: FittedCoefficients
  /// Of `RepeatDesign.names`.
  public let repeats: FittedCoefficients
  /// Of `ChangeDesign.names`.
  public let change: FittedCoefficients
  /// Of `SpreadDesign.names`.
  public let spread: FittedCoefficients
  /// Shape of a change about its location, in units of its spread.
  public let residuals: ResidualTable
  public let rounding: Rounding
  public let arrivals: Arrivals
  /// Beta counts of a first gift in a year, of one that could give and never did.
  public let firstGift: BetaCounts
  public let yearEffect: YearEffect
  /// Spread of funds and of contributors about the columns, on the logit scale.
  public let effects: EffectSpread
  /// Mean of `contributor_activity` where it is known; stands where it is not.
  public let unknownActivity: Double
  /// Who gave last year and gave again; who missed last year and returned: what the crowd does on average.
  public let renewals: BetaCounts
  public let returns: BetaCounts
  /// Contributor-years behind participation, and changes of amount behind the amount part.
  public let transitions: Int
  public let changes: Int

  /// Standard deviations of what all contributors share in one year.
  public struct YearEffect: Sendable, Equatable, Codable {
    /// Of the logit of giving.
    public let participation: Double
    /// Of ln(next / last).
    public let change: Double
  }

  /// Standard deviations of crossed effects on the logit of giving.
  public struct EffectSpread: Sendable, Equatable, Codable {
    public let contributor: Double
    public let fund: Double
  }

  /// Beta counts of "a changed amount is a round one", after a round amount and after another.
  public struct Rounding: Sendable, Equatable, Codable {
    public let afterRound: BetaCounts
    public let otherwise: BetaCounts
  }

  /// New contributors of a fund.
  public struct Arrivals: Sendable, Equatable, Codable {
    /// New contributors a year per contributor of the last year, plus one.
    public let perGiver: Double
    /// Median and standard deviation of the logarithm of a first gift in dollars.
    public let median: Double
    public let spread: Double
  }
}

/// Normal coefficients: means and their covariance, by rows.
public struct FittedCoefficients: Sendable, Equatable, Codable {
  public let names: [String]
  public let means: [Double]
  public let covariance: [[Double]]

  public init(names: [String], means: [Double], covariance: [[Double]]) {
    (self.names, self.means, self.covariance) = (names, means, covariance)
  }

  init(names: [String], means: [Double], _ covariance: Matrix) {
    self.init(
      names: names, means: means, covariance: (0..<covariance.rows).map { covariance.row($0) })
  }

  /// - Throws: where the covariance is not positive definite.
  func cholesky() throws -> Cholesky { try Cholesky(Matrix(rowMajor: covariance)) }
}

/// Two counts of a beta distribution.
public struct BetaCounts: Sendable, Equatable, Codable {
  public var yes: Double
  public var no: Double

  public init(yes: Double, no: Double) { (self.yes, self.no) = (yes, no) }
  public var mean: Double { yes / (yes + no) }
}

/// The shape of changes, one table for small and one for large gifts: 101 quantiles at (i + 1/2) / 101 of
/// (ln(next / last) - location) / spread. Large gifts have a shorter upper tail.
public struct ResidualTable: Sendable, Equatable, Codable {
  public let small: [Double]
  public let large: [Double]

  public static let size = 101
  /// Logarithm of the dollars from which a gift is large (1.2 million).
  static let largeFrom = 14.0
  /// Fewer changes than this and a class uses the shape of all.
  static let fewest = 60

  /// The value at a uniform number, linear between the quantiles.
  func value(at uniform: Double, dollars: Double) -> Double {
    let table = dollars < ResidualTable.largeFrom ? small : large
    let place = min(max(uniform * Double(table.count) - 0.5, 0), Double(table.count - 1))
    let lower = min(Int(place), table.count - 2)
    return table[lower] + (place - Double(lower)) * (table[lower + 1] - table[lower])
  }

  /// From standardised residuals with the size of the gift before.
  init(_ residuals: [(value: Double, dollars: Double)]) {
    func table(_ chosen: [(value: Double, dollars: Double)]) -> [Double] {
      let values = (chosen.count < ResidualTable.fewest ? residuals : chosen).map(\.value)
      // Nothing seen at all: a normal shape with mean distance one.
      if values.count < ResidualTable.fewest {
        return ResidualTable.levels.map { Normal.quantile($0) * 1.2533141373155003 }
      }
      return Quantiles.select(ResidualTable.levels, from: values)
    }
    small = table(residuals.filter { $0.dollars < ResidualTable.largeFrom })
    large = table(residuals.filter { $0.dollars >= ResidualTable.largeFrom })
  }

  private static let levels = (0..<size).map { (Double($0) + 0.5) / Double(size) }
}

/// Round amounts: one leading digit, or one and a half (1, 1.5, 2, ... 9.5 times a power of ten), to a millionth of
/// half that power (assumption): an amount kept as a logarithm has no last cent.
enum RoundAmount {
  /// Whether a logarithm of cents is of a round number of units.
  static func isRound(_ amount: Double) -> Bool {
    let (mantissa, _) = split(amount)
    let halves = mantissa * 2
    return abs(halves - halves.rounded()) < 1e-6
  }

  /// The nearest round amount, a logarithm of cents.
  static func nearest(_ amount: Double) -> Double {
    let (mantissa, power) = split(max(amount, 0))
    return Elementary.log((mantissa * 2).rounded() / 2 * power)
  }

  /// An amount as mantissa in [1, 10) times a power of ten, in cents.
  private static func split(_ amount: Double) -> (mantissa: Double, power: Double) {
    let cents = Elementary.exp(amount)
    var power = 1.0
    while power * 10 <= cents * (1 + 1e-12) { power *= 10 }
    return (cents / power, power)
  }
}
