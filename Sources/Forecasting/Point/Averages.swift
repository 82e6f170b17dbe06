/// The same forecast for every period ahead.
public struct FlatFit: PointFit, Equatable {
  public let level: Double

  public func forecast(ahead: Int) -> Double { level }
}

/// The last value again: `f = y_n`.
public struct Naive: RecursiveForecaster {
  public init() {}

  public func begin(_ value: Double) -> Fit { Fit(level: value) }

  public struct Fit: UpdatableFit {
    public private(set) var level: Double

    public mutating func observe(_ value: Double) { level = value }

    public func forecast(ahead: Int) -> Double { level }
  }
}

/// The mean of all values: `f = (y_1 + ... + y_n) / n`, added up in their order.
public struct HistoricAverage: RecursiveForecaster {
  public init() {}

  public func begin(_ value: Double) -> Fit { Fit(sum: value, count: 1) }

  public struct Fit: UpdatableFit {
    private(set) var sum: Double
    private(set) var count: Int

    public mutating func observe(_ value: Double) { (sum, count) = (sum + value, count + 1) }

    public func forecast(ahead: Int) -> Double { sum / Double(count) }
  }
}

/// The mean of the last `length` values, which it needs.
public struct WindowAverage: PointForecaster {
  public let length: Int

  public init(length: Int) {
    precondition(length >= 1, "a window holds at least one value")
    self.length = length
  }

  public var fewest: Int { length }

  public func fit(checked series: Span<Double>) -> FlatFit {
    var sum = 0.0
    for index in series.count - length..<series.count { sum += series[index] }
    return FlatFit(level: sum / Double(length))
  }
}

/// The median of the last three values, of one or two their mean: a lump or a missed year does not move it.
public struct MedianOfThree: PointForecaster {
  public init() {}

  public func fit(checked series: Span<Double>) -> FlatFit {
    let last = series[series.count - 1]
    guard series.count > 1 else { return FlatFit(level: last) }
    let before = series[series.count - 2]
    guard series.count > 2 else { return FlatFit(level: before + (last - before) / 2) }
    let third = series[series.count - 3]
    return FlatFit(level: max(min(last, before), min(max(last, before), third)))
  }
}

/// The straight line through the first and the last value: `f_h = y_n + h (y_n - y_1) / (n - 1)`; one value:
/// itself.
public struct Drift: RecursiveForecaster {
  public init() {}

  public func begin(_ value: Double) -> Fit { Fit(first: value, last: value, count: 1) }

  public struct Fit: UpdatableFit {
    let first: Double
    private(set) var last: Double
    private(set) var count: Int

    public mutating func observe(_ value: Double) { (last, count) = (value, count + 1) }

    public func forecast(ahead: Int) -> Double {
      count == 1 ? last : last + Double(ahead) * ((last - first) / Double(count - 1))
    }
  }
}
