public import Outlook
import Probability

/// All paths of a simulation beside its central path.
public struct Ensemble: Sendable {
  public let assumptions: Assumptions
  public let central: PathResult
  let table: PathTable

  public var paths: Int { table.paths }

  // MARK: Columns over paths

  public func values(_ measure: FundMeasure, fund: Int, year: Int) -> ArraySlice<Double> {
    table.values(table.column(measure, fund: fund, year: year))
  }

  public func monthEndCash(fund: Int, month: Int) -> ArraySlice<Double> {
    table.values(table.cashColumn(fund: fund, month: month))
  }

  public func received(giver: Int, year: Int) -> ArraySlice<Double> {
    table.values(table.receivedColumn(giver: giver, year: year))
  }

  public func recognised(giver: Int, year: Int) -> ArraySlice<Double> {
    table.values(table.recognisedColumn(giver: giver, year: year))
  }
}

/// Mean, spread and quantiles of one quantity over paths, with the Monte Carlo error of the mean.
public struct Summary: Sendable, Hashable {
  public let mean: Double
  public let deviation: Double
  /// At `Summary.probabilities`, or those asked for.
  public let quantiles: [Double]
  /// Standard error of the mean: deviation / sqrt(paths).
  public let meanError: Double

  public static let probabilities = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95]
  public static let names = ["q05", "q10", "q25", "q50", "q75", "q90", "q95"]

  public var median: Double { quantiles[3] }

  /// Of the numbers in `values`, in any order; NaN marks a path on which the quantity cannot be measured.
  public init?(_ values: [Double]) { self.init(values[...]) }

  /// The same of a column.
  public init?(_ values: ArraySlice<Double>, probabilities: [Double] = Summary.probabilities) {
    let summary =
      values.contains(where: \.isNaN)
      ? values.filter { !$0.isNaN }.withUnsafeBufferPointer { Summary(measured: $0, probabilities) }
      : values.withUnsafeBufferPointer { Summary(measured: $0, probabilities) }
    guard let summary else { return nil }
    self = summary
  }

  /// Of numbers, none of them nan; `nil` where there are none.
  private init?(measured values: UnsafeBufferPointer<Double>, _ probabilities: [Double]) {
    guard let first = values.first else { return nil }
    if values.allSatisfy({ $0 == first }) {
      (mean, deviation, meanError) = (first, 0, 0)
      quantiles = probabilities.map { _ in first }
      return
    }
    (mean, deviation) = meanAndDeviation(values)
    meanError = deviation / Double(values.count).squareRoot()
    quantiles = Quantiles.select(probabilities, from: values)
  }
}

/// How often something happened over paths, with its Wilson interval.
public struct Frequency: Sendable, Hashable {
  public let count: Int
  public let paths: Int

  public init(count: Int, paths: Int) { (self.count, self.paths) = (count, paths) }

  public init(_ values: ArraySlice<Double>, where happens: (Double) -> Bool) {
    self.init(count: values.count(where: happens), paths: values.count)
  }

  public var probability: Double { Double(count) / Double(paths) }
  /// sqrt(p (1 - p) / n).
  public var error: Double { (probability * (1 - probability) / Double(paths)).squareRoot() }
  /// 95 % Wilson interval: 0 of 100,000 is not "never".
  public var interval: (lower: Double, upper: Double) { Wilson.interval(successes: count, trials: paths) }
}
