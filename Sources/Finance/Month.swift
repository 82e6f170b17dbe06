/// A calendar month, written `2020-12`; months count on from year to year, so they can be added and compared.
public struct Month: Hashable, Comparable, Sendable, Strideable, CustomStringConvertible {
  /// Months since January of year 0.
  public let ordinal: Int

  public init(ordinal: Int) { self.ordinal = ordinal }

  /// `month` is 1 ... 12.
  public init(year: Int, month: Int) {
    precondition((1...12).contains(month), "a month is 1 to 12, not \(month)")
    self.init(ordinal: year * 12 + month - 1)
  }

  public init(_ date: CalendarDate) { self.init(year: date.year, month: date.month) }

  /// Reads `YYYY-MM` and nothing else.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      let year = digits(parts[0]), let month = digits(parts[1]), (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month)
  }

  public var year: Int { ordinal / 12 }
  /// 1 ... 12.
  public var number: Int { ordinal % 12 + 1 }
  public var lastDay: CalendarDate {
    CalendarDate(
      uncheckedYear: year, month: number, day: CalendarDate.days(in: number, of: year))
  }

  public static func < (left: Month, right: Month) -> Bool { left.ordinal < right.ordinal }
  public func distance(to other: Month) -> Int { other.ordinal - ordinal }
  public func advanced(by count: Int) -> Month { Month(ordinal: ordinal + count) }
  public var description: String { "\(padded(year, 4))-\(padded(number, 2))" }
}

/// A budget year that begins in some calendar month; it is named by the calendar year in which it begins.
public struct FiscalYear: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let year: Int
  /// The calendar month it begins in, 1 ... 12.
  public let startMonth: Int

  public init(_ year: Int, startMonth: Int = 1) { (self.year, self.startMonth) = (year, startMonth) }

  /// The fiscal year a month falls in.
  public init(containing month: Month, startMonth: Int = 1) {
    self.init(month.number >= startMonth ? month.year : month.year - 1, startMonth: startMonth)
  }

  public var first: Month { Month(year: year, month: startMonth) }
  public var last: Month { first.advanced(by: 11) }
  public static func < (left: FiscalYear, right: FiscalYear) -> Bool { left.first < right.first }
  public var description: String { String(year) }
}
