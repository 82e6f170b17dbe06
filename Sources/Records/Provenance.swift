public import Finance
public import Tabular

/// Where a figure comes from and since when it could be known.
public struct Provenance: Hashable, Sendable {
  /// A symbol and paragraph, or a text that begins with `assumption`.
  public let source: String
  /// Nothing may see the figure as of an earlier date.
  public let knownOn: CalendarDate
  public let location: SourceLocation

  public init(source: String, knownOn: CalendarDate, location: SourceLocation) {
    (self.source, self.knownOn, self.location) = (source, knownOn, location)
  }

  /// Whether the source says that the figure is assumed rather than found.
  public var isAssumption: Bool { source.lowercased().hasPrefix("assumption") }
}

/// When something happened: on a day, or some time in a year.
public enum Occasion: Hashable, Sendable {
  case day(CalendarDate)
  case year(Int)

  /// The year named, or the calendar year of the day.
  public var calendarYear: Int {
    switch self {
    case .day(let date): date.year
    case .year(let year): year
    }
  }

  /// The fiscal year it falls in; a year named by itself is a fiscal year.
  public func fiscalYear(startMonth: Int) -> Int {
    switch self {
    case .day(let date): FiscalYear(containing: Month(date), startMonth: startMonth).year
    case .year(let year): year
    }
  }
}
