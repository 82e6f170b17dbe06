import Finance
import Records
import TestSupport
import Testing

@testable import Giving

@Suite("a contributor's own payments")
struct LatenessRecordTests {
  private func record(asOf: String = "2020-12-31", _ write: (inout BookBuilder) -> Void) -> LatenessRecord {
    var builder = BookBuilder()
    builder.fund("core")
    builder.contributor("ada")
    builder.agreement("a", by: "ada", from: "2018-03-01", to: "2020-12-31", amount: 300, .equal(3))
    write(&builder)
    return LatenessRecord(of: "ada", in: builder.book(), asOf: day(asOf))
  }

  @Test("an instalment is on time when the sum due is there in its month")
  func punctual() {
    func paid(_ builder: inout BookBuilder) {
      builder.contribution("ada", "2018-03-20", 100, agreement: "a")
      builder.contribution("ada", "2019-04-02", 100, agreement: "a")
      builder.contribution("ada", "2020-01-15", 100, agreement: "a")
    }
    let whole = record(paid)
    #expect((whole.onTime, whole.late, whole.months[0]) == (2, 1, 1))
    // The third was not due yet: paid before it was, it tells nothing.
    #expect(record(asOf: "2020-02-15", paid).instalments == 2)
  }

  @Test("what is open counts with the months that are over, and arrears by the month")
  func open() {
    func first(_ builder: inout BookBuilder) {
      builder.contribution("ada", "2018-03-20", 100, agreement: "a")
    }
    // The month of the as-of date is not over before its last day.
    #expect(record(asOf: "2019-03-30", first).instalments == 1)
    let late = record(asOf: "2019-03-31", first)
    #expect((late.onTime, late.open, late.notThisYear) == (1, 1, 0))
    let arrears = record(asOf: "2020-04-30", first)
    #expect((arrears.open, arrears.notThisYear, arrears.arrearsPaid, arrears.arrearsMonths) == (1, 1, 0, 3))
    let caught = record {
      first(&$0)
      $0.contribution("ada", "2020-03-05", 200, agreement: "a")
    }
    #expect((caught.onTime, caught.notThisYear, caught.arrearsPaid, caught.arrearsMonths) == (2, 1, 1, 1))
  }

  @Test("receipts known by year alone, and agreements without a receipt, say nothing of months")
  func undated() {
    #expect(record { _ in }.instalments == 0)
    #expect(record { $0.contribution("ada", "2018", 100, agreement: "a") }.instalments == 0)
  }

  @Test("a fit holds the record of those who have one")
  func fit() throws {
    var builder = BookBuilder()
    builder.fund("core")
    for name in ["ada", "bo"] { builder.contributor(name) }
    builder.agreement("a", by: "ada", from: "2011-03-01", to: "2020-12-31", amount: 1000, .equal(10))
    for year in 2011...2020 { builder.contribution("ada", "\(year)-03-20", 100, agreement: "a") }
    let timing = try GivingModel(prior: .plain).fit(builder.book(), asOf: day("2021-06-30")).timing
    #expect(timing.records.map(\.contributor) == ["ada"] && timing.lateness.dataYear == 2020)
    #expect(timing.belief(of: "ada").onTime.mean > 0.92)
    #expect(timing.belief(of: "bo") == timing.lateness.crowd)
  }
}
