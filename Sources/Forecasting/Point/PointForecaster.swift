/// A way to forecast one series by one number a period: its parameters, before it has seen any data.
///
/// A specification is fitted to a series, the fit gives forecasts: three values, none of which changes.
public protocol PointForecaster: Sendable {
  associatedtype Fit: PointFit

  /// The fewest values that it can be fitted to.
  var fewest: Int { get }

  /// The fit to a series that has been checked: at least `fewest` values, all finite.
  func fit(checked series: Span<Double>) -> Fit

  /// The fits to the first `first`, `first + 1`, ... values of a series that has been checked, in one pass
  /// where the model has a recursion.
  func rolling(checked series: Span<Double>, from first: Int) -> [Fit]
}

/// A fitted forecaster.
public protocol PointFit: Sendable {
  /// The forecast so many periods after the last value; `ahead` counts from 1.
  func forecast(ahead: Int) -> Double
}

/// A fit that takes up the next value without looking back.
public protocol UpdatableFit: PointFit {
  mutating func observe(_ value: Double)
}

/// A forecaster whose fit is a recursion from its first value.
public protocol RecursiveForecaster: PointForecaster where Fit: UpdatableFit {
  /// The fit to a single value.
  func begin(_ value: Double) -> Fit
}

/// Why a series cannot be forecast.
public enum SeriesError: Error, Equatable {
  case tooShort(values: Int, needed: Int)
  /// `position` counts from 1.
  case notFinite(position: Int)
}

extension PointForecaster {
  public var fewest: Int { 1 }

  /// The fit to equally spaced values, the oldest first.
  public func fit(_ series: [Double]) throws(SeriesError) -> Fit {
    try check(series)
    return fit(checked: series.span)
  }

  /// The fits to the first `first`, `first + 1`, ... values: a forecast from every origin.
  public func rolling(_ series: [Double], from first: Int) throws(SeriesError) -> [Fit] {
    try check(series)
    guard first >= fewest else { throw .tooShort(values: first, needed: fewest) }
    return first > series.count ? [] : rolling(checked: series.span, from: first)
  }

  public func rolling(checked series: Span<Double>, from first: Int) -> [Fit] {
    (first...series.count).map { fit(checked: series.extracting(first: $0)) }
  }

  private func check(_ series: [Double]) throws(SeriesError) {
    if let position = series.firstIndex(where: { !$0.isFinite }) { throw .notFinite(position: position + 1) }
    guard series.count >= fewest else { throw .tooShort(values: series.count, needed: fewest) }
  }
}

extension RecursiveForecaster {
  public func fit(checked series: Span<Double>) -> Fit {
    var fit = begin(series[0])
    for index in 1..<series.count { fit.observe(series[index]) }
    return fit
  }

  public func rolling(checked series: Span<Double>, from first: Int) -> [Fit] {
    var fits: [Fit] = []
    fits.reserveCapacity(series.count - first + 1)
    var fit = begin(series[0])
    if first == 1 { fits.append(fit) }
    for index in 1..<series.count {
      fit.observe(series[index])
      if index + 1 >= first { fits.append(fit) }
    }
    return fits
  }
}

extension PointFit {
  /// The forecasts of the next `horizon` periods.
  public func forecast(horizon: Int) -> [Double] {
    horizon < 1 ? [] : (1...horizon).map(forecast(ahead:))
  }
}

extension SeriesError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooShort(let values, let needed):
      "the series has \(values) of the \(needed) values that this forecast needs; "
        + "give more years or take another model"
    case .notFinite(let position):
      "value \(position) of the series is not a finite number; mend it or leave the series out"
    }
  }
}
