import Finance

/// Days and years.
extension Sheet {
  mutating func date(_ column: Column) -> CalendarDate? {
    guard let date = anyDate(column) else { return nil }
    return isWithinYears(date.year, date, column) ? date : nil
  }

  /// The last day of a month: a projection goes on with the month after a balance.
  mutating func monthEnd(_ column: Column) -> CalendarDate? {
    guard let date = date(column) else { return nil }
    let end = Month(date).lastDay
    if date == end { return date }
    error("\(column.name) \(date) is inside a month; give the balance of a month's end, such as \(end)")
    return nil
  }

  /// A day, or `.some(nil)` for an empty cell.
  mutating func optionalDate(_ column: Column) -> CalendarDate?? {
    if isEmpty(column) { return .some(nil) }
    return date(column).map { .some($0) }
  }

  mutating func yearNumber(_ column: Column) -> Int? {
    guard let text = required(column) else { return nil }
    guard let year = year(column) else {
      error("\(column.name) '\(Wording.shown(text))' is not a year; write four digits, such as 2020")
      return nil
    }
    return isWithinYears(year, year, column) ? year : nil
  }

  mutating func occasion(_ date: Column, _ year: Column) -> Occasion? {
    switch (isEmpty(date), isEmpty(year)) {
    case (false, true): return self.date(date).map { .day($0) }
    case (true, false): return yearNumber(year).map { .year($0) }
    case (true, true): error("date and year are both empty; fill one of them")
    case (false, false): error("date and year are both filled; keep one of them")
    }
    return nil
  }

  /// A day of any year.
  private mutating func anyDate(_ column: Column) -> CalendarDate? {
    if let date = day(column) { return date }
    guard let text = required(column) else { return nil }
    error("\(column.name) '\(Wording.shown(text))' is not \(Wording.aDate)")
    return nil
  }

  private mutating func isWithinYears(_ year: Int, _ shown: some CustomStringConvertible, _ column: Column)
    -> Bool
  {
    guard let years = context.years, !years.contains(year) else { return true }
    error(Wording.outside(column.name, "\(shown)", years))
    return false
  }
}
