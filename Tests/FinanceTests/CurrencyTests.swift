import Finance
import Testing

@Suite("Currencies in use")
struct CurrencyTests {
  @Test("a code in use is a currency", arguments: ["USD", "INR", "THB", "XAF", "CNY"])
  func known(code: String) { #expect(Currency(active: code)?.code == code) }

  @Test(
    "metals, test codes, former and misspelt codes are not",
    arguments: ["XAU", "XXX", "DEM", "usd", "US", ""])
  func unknown(code: String) { #expect(Currency(active: code) == nil) }

  @Test("codes are sorted and stand once")
  func sorted() {
    #expect(Currency.activeCodes == Set(Currency.activeCodes).sorted())
    #expect(Currency.activeCodes.allSatisfy { Currency(code: $0) != nil })
  }
}

@Suite("Days, months, rates and amounts")
struct FinanceTests {
  @Test("only days of the calendar are dates")
  func dates() {
    #expect(CalendarDate(iso: "2020-02-29")?.description == "2020-02-29")
    for text in [
      "2021-02-30", "2021-02-29", "1900-02-29", "2020-13-01", "2020-00-01", "20-01-01", "2020-1-1",
    ] {
      #expect(CalendarDate(iso: text) == nil)
    }
  }

  @Test("months count on over the year's end; fiscal years are named by their beginning")
  func months() {
    #expect(Month(year: 2020, month: 11).advanced(by: 3) == Month(year: 2021, month: 2))
    #expect(FiscalYear(containing: Month(year: 2021, month: 3), startMonth: 4).year == 2020)
    #expect(Month(year: 2020, month: 2).lastDay == CalendarDate(year: 2020, month: 2, day: 29))
  }

  @Test("13 % on 870,000 supports 769,911.50 of programme")
  func supportCost() throws {
    let rate = try #require(Rate(percent: "13%"))
    let parts = rate.split(gross: 87_000_000)
    #expect(parts.direct == 76_991_150)
    #expect(parts.support == 10_008_850)
  }

  @Test("rounding is to the nearest, halves away from zero")
  func rounding() {
    #expect([5, -5, 4, -4, 15].map { roundedQuotient($0, 10) } == [1, -1, 0, 0, 2])
    #expect(Money.grouped(cents: -123_456_789) == "-1,234,567.89")
    #expect(Money.decimal(cents: -5) == "-0.05")
  }
}
