import TestSupport
import Testing

@testable import Giving

@Suite("the month of a gift by habit")
struct HabitCalendarTests {
  private let even = HabitCalendar(weights: Array(repeating: 2, count: 12), seenMonthly: true)
  private let spring = HabitCalendar(weights: [0, 0, 1, 6, 3, 0, 0, 0, 0, 0, 0, 1], seenMonthly: true)

  @Test("no gift so far: p (1 - F) / (1 - p F), falling to nothing")
  func stillToCome() {
    #expect(even.chanceStillToCome(annual: 0.8, monthsPassed: 0) == 0.8)
    #expect(abs(even.chanceStillToCome(annual: 0.8, monthsPassed: 9) - 0.8 * 0.25 / 0.4) < 1e-12)
    for calendar in [even, spring] {
      for passed in 0..<12 {
        let now = calendar.chanceStillToCome(annual: 0.8, monthsPassed: passed)
        #expect(calendar.chanceStillToCome(annual: 0.8, monthsPassed: passed + 1) <= now)
      }
      #expect(calendar.chanceStillToCome(annual: 0.8, monthsPassed: 12) == 0)
    }
    let unseen = HabitCalendar(weights: Array(repeating: 2, count: 12), seenMonthly: false)
    #expect(unseen.chanceStillToCome(annual: 0.8, monthsPassed: 9) == 0.8)
  }

  @Test("months come with their shares, after those that have passed")
  func months() {
    for calendar in [even, spring] {
      for passed in 0..<12 {
        let draws = (0..<1200).map { calendar.month(after: passed, (Double($0) + 0.5) / 1200) }
        for month in 0..<12 {
          let share = Double(draws.count { $0 == month }) / 1200
          #expect(abs(share - calendar.share(of: month, after: passed)) < 0.002, "\(month) after \(passed)")
        }
      }
    }
  }

  @Test("a book that knows its gifts by day shows months, the contributor's own and the fund's")
  func book() throws {
    var builder = BookBuilder()
    builder.fund("core")
    for name in ["ada", "bo", "cy"] { builder.contributor(name) }
    for year in 2011...2020 {
      builder.contribution("ada", "\(year)-04-10", 100)
      builder.contribution("ada", "\(year)-11-10", 1)
    }
    builder.contribution("bo", "2019-10-02", 5)
    let timing = GivingTiming(book: builder.book(), asOf: day("2020-12-31"))
    #expect(timing.calendars.map(\.seenMonthly) == [true])
    #expect(timing.calendars[0].months == [0, 0, 0, 10, 0, 0, 0, 0, 0, 1, 0, 0])
    let shares = ["ada", "bo", "cy"].map { timing.calendar(of: $0, to: "core").share(of: 3, after: 0) }
    #expect(shares[0] > shares[2] && shares[2] > 1.0 / 12 && shares[1] < shares[2])
    builder.contribution("cy", "2012", 3)
    for year in 1990...2010 { builder.contribution("cy", "\(year)", 3) }
    #expect(!GivingTiming(book: builder.book(), asOf: day("2020-12-31")).calendars[0].seenMonthly)
  }
}
