/// Forecasts made as of past years, when what followed was not known, beside what followed.
///
/// At each origin T every model is given the rows of years up to T and nothing else, and forecasts the years
/// T + 1 ... T + horizon of every contributor to a fund with a positive gift by then, and of the fund's total.
/// Source of the scheme: Tashman, "Out-of-sample tests of forecasting accuracy", Int. J. Forecast. 16 (2000).
public struct Backtest: Sendable {
  public let rows: [Panel.Row]
  /// Rows that models learn their shared parameters from, up to each origin; `nil`: `rows`.
  public let training: [Panel.Row]?
  /// Last years known to a forecast; rising.
  public let origins: [Int]
  /// Years ahead.
  public let horizon: Int
  public let emptyYears: EmptyYears
  /// First and last year of `rows`.
  public let years: ClosedRange<Int>

  /// More years ahead than anybody plans for.
  public static let longestHorizon = 30

  /// - Parameters:
  ///   - origins: in any order; `nil`: the last three that leave a year to be scored.
  /// - Throws: `BacktestError.request` where an origin lies outside of the data or nothing follows it, where no
  ///   contributor gave by then, or the horizon is below 1.
  public init(
    rows: [Panel.Row], training: [Panel.Row]? = nil, origins: [Int]? = nil, horizon: Int = 3,
    emptyYears: EmptyYears = .zero
  ) throws(BacktestError) {
    guard let first = rows.map(\.year).min(), let last = rows.map(\.year).max() else {
      throw .request("there are no rows; add at least two years of them")
    }
    guard (1...Backtest.longestHorizon).contains(horizon) else {
      throw .request(
        "the horizon is \(horizon); write a number of years from 1 to \(Backtest.longestHorizon)")
    }
    guard first < last else {
      throw .request("all rows are of \(first); a backtest needs a later year to compare with")
    }
    self.origins = Set(origins ?? Array(max(first, last - 3)..<last)).sorted()
    (self.rows, self.training, self.horizon, self.emptyYears) = (rows, training, horizon, emptyYears)
    years = first...last
    for origin in self.origins { try check(origin) }
    guard !self.origins.isEmpty else { throw .request("no origin is named; name a year such as \(last - 1)") }
  }

  private func check(_ origin: Int) throws(BacktestError) {
    let (first, last) = (years.lowerBound, years.upperBound)
    let way = first == last - 1 ? "the only origin is \(first)" : "name years from \(first) to \(last - 1)"
    if origin == last {
      throw .request("origin \(origin): no year follows it, the data end in \(last); \(way)")
    }
    guard years.contains(origin) else {
      throw .request(
        "origin \(origin) lies outside of the data, which reach from \(first) to \(last); \(way)")
    }
    guard rows.contains(where: { $0.year <= origin && $0.amount > 0 }) else {
      throw .request("origin \(origin): no contributor has a positive gift by then; name a later year")
    }
    if let training, !training.contains(where: { $0.year <= origin }) {
      let start = training.map(\.year).min().map { "they begin in \($0)" } ?? "there are none"
      throw .request("origin \(origin): there are no training rows by then, \(start); name a later origin")
    }
  }
}
