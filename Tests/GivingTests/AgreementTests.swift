import Finance
import Giving
import Records
import TestSupport
import Testing

@Suite("agreement schedules")
struct AgreementTests {
  private func agreement(
    from: String, to: String?, amount: Int = 100, _ instalments: Agreement.Instalments
  ) -> Agreement {
    var builder = BookBuilder()
    builder.agreement("a", by: "host", from: from, to: to, amount: amount, instalments)
    return builder.book().agreements[0]
  }

  private func dues(_ agreement: Agreement, through: String) -> [String] {
    agreement.schedule(through: Month(day(through))).map { "\($0.due) \($0.cents)" }
  }

  @Test("equal parts: one a year from the first month, the last takes the odd cents")
  func equal() {
    let three = agreement(from: "2021-05-10", to: "2023-12-31", .equal(3))
    #expect(dues(three, through: "2030-01-01") == ["2021-05 3333", "2022-05 3333", "2023-05 3334"])
    #expect(dues(three, through: "2022-05-01") == ["2021-05 3333", "2022-05 3333"])
    #expect(dues(three, through: "2021-04-30").isEmpty)
    #expect(three.yearlyCents == 3333)
  }

  @Test("yearly: the full amount each year, until its end or without one")
  func yearly() {
    let standing = agreement(from: "2020-03-01", to: nil, .yearly)
    #expect(
      dues(standing, through: "2022-12-01") == ["2020-03 10000", "2021-03 10000", "2022-03 10000"])
    #expect(dues(standing, through: "2022-02-28") == ["2020-03 10000", "2021-03 10000"])
    #expect(dues(standing, through: "2020-02-28").isEmpty)
    let ending = agreement(from: "2020-03-01", to: "2022-02-28", .yearly)
    #expect(dues(ending, through: "2030-12-01") == ["2020-03 10000", "2021-03 10000"])
    #expect(ending.yearlyCents == 10_000)
  }

  @Test("dated instalments stand as written")
  func dated() {
    let parts = [
      Agreement.DatedAmount(due: day("2021-03-31"), cents: 4000),
      Agreement.DatedAmount(due: day("2023-09-30"), cents: 5000),
    ]
    let written = agreement(from: "2021-01-01", to: "2023-12-31", .dated(parts))
    #expect(dues(written, through: "2030-01-01") == ["2021-03 4000", "2023-09 5000"])
    #expect(written.yearlyCents == 3333)
  }

  @Test("terms in fiscal years: January to March of an April year belong to the year before")
  func fiscalYears() {
    let term = agreement(from: "2021-02-01", to: "2023-03-31", .equal(2))
    #expect(term.lastYear(startMonth: 1) == 2023)
    #expect(term.lastYear(startMonth: 4) == 2022)
    #expect((2019...2025).filter { term.covers($0, startMonth: 1) } == [2021, 2022, 2023])
    #expect((2019...2025).filter { term.covers($0, startMonth: 4) } == [2020, 2021, 2022])
    let standing = agreement(from: "2021-02-01", to: nil, .yearly)
    #expect(standing.lastYear(startMonth: 1) == nil)
    #expect((2019...2025).filter { standing.covers($0, startMonth: 1) } == [2021, 2022, 2023, 2024, 2025])
  }
}
