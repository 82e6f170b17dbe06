public import Finance

/// The months a projection runs over, cut into fiscal years; the first year may be a part of one.
public struct Timeline: Sendable, Hashable {
  public let first: Month
  public let years: [FiscalYear]
  /// Index of the first month of each year, and the number of months at the end: `years.count + 1` entries.
  public let bounds: [Int]

  /// From `first` to the end of fiscal year `horizon`. `nil` where the horizon ends before it begins.
  public init?(first: Month, horizon: Int, fiscalYearStart: Int) {
    let start = FiscalYear(containing: first, startMonth: fiscalYearStart)
    guard start.year <= horizon else { return nil }
    self.first = first
    years = (start.year...horizon).map { FiscalYear($0, startMonth: fiscalYearStart) }
    bounds = [0] + years.map { first.distance(to: $0.last) + 1 }
  }

  public var monthCount: Int { bounds[years.count] }
  public func months(of year: Int) -> Range<Int> { bounds[year]..<bounds[year + 1] }
  public func month(_ index: Int) -> Month { first.advanced(by: index) }

  /// Which year of `years` a month falls in; `nil` outside the projection.
  public func year(of month: Month) -> Int? {
    years.firstIndex { ($0.first...$0.last).contains(month) && month >= first }
  }

  /// Index of a month, or `nil` outside the projection.
  public func index(of month: Month) -> Int? {
    let index = first.distance(to: month)
    return (0..<monthCount).contains(index) ? index : nil
  }
}
