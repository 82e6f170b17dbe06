import Budgeting
import Finance
import Testing

@Suite("timeline and phasing")
struct TimelineTests {
  @Test("a projection that begins inside a year runs only its remaining months")
  func partialYear() {
    let months = timeline("2021-10", horizon: 2023)
    #expect(months.years.map(\.year) == [2021, 2022, 2023])
    #expect(months.bounds == [0, 3, 15, 27])
    #expect(months.month(2) == Month(year: 2021, month: 12))
  }

  @Test("fiscal years from April: January to March belong to the year before")
  func april() {
    let months = timeline("2021-01", horizon: 2022, start: 4)
    #expect(months.years.map(\.year) == [2020, 2021, 2022])
    #expect(months.bounds == [0, 3, 15, 27])
    #expect(months.year(of: Month(year: 2021, month: 3)) == 0)
    #expect(months.year(of: Month(year: 2021, month: 4)) == 1)
    #expect(months.year(of: Month(year: 2020, month: 12)) == nil)
    #expect(months.index(of: Month(year: 2023, month: 3)) == 26)
    #expect(months.index(of: Month(year: 2023, month: 4)) == nil)
  }

  @Test("a horizon before the first month is refused")
  func refused() {
    #expect(Timeline(first: Month(year: 2022, month: 1), horizon: 2021, fiscalYearStart: 1) == nil)
    #expect(Timeline(first: Month(year: 2022, month: 1), horizon: 2021, fiscalYearStart: 4) != nil)
  }

  @Test("phased parts are whole, nearly equal and add up")
  func phasing() {
    for cents in [0, 1, 5, 6, 11, 100, 76_991_150, 99_999_999_999] {
      for count in 1...12 {
        let parts = FundPlan.phase(cents, over: count)
        #expect(parts.count == count)
        #expect(parts.reduce(0, +) == Double(cents))
        #expect((parts.max() ?? 0) - (parts.min() ?? 0) <= 1)
      }
    }
  }
}
