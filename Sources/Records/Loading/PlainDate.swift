import Finance

/// Days, months and years read from bytes without making a string of them.
enum PlainDate {
  /// `YYYY-MM-DD`, if the calendar has the day.
  static func day(_ bytes: [UInt8], _ range: Range<Int>) -> CalendarDate? {
    guard range.count == 10, bytes[range.lowerBound + 7] == UInt8(ascii: "-"),
      let month = month(bytes, range.lowerBound..<range.lowerBound + 7),
      let day = number(bytes, range.lowerBound + 8..<range.upperBound)
    else { return nil }
    return CalendarDate(year: month.year, month: month.number, day: day)
  }

  /// `YYYY-MM`.
  static func month(_ bytes: [UInt8], _ range: Range<Int>) -> Month? {
    guard range.count == 7, bytes[range.lowerBound + 4] == UInt8(ascii: "-"),
      let year = year(bytes, range.lowerBound..<range.lowerBound + 4),
      let month = number(bytes, range.lowerBound + 5..<range.upperBound), (1...12).contains(month)
    else { return nil }
    return Month(year: year, month: month)
  }

  /// Four digits, not all of them zero.
  static func year(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.count == 4, let year = number(bytes, range), year > 0 else { return nil }
    return year
  }

  private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var number = 0
    for index in range {
      guard (48...57).contains(bytes[index]) else { return nil }
      number = number * 10 + Int(bytes[index] - 48)
    }
    return number
  }
}
