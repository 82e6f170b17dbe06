import Finance
import Probability
import Records
import TestSupport
import Testing

@testable import Giving

@Suite("history of giving")
struct HistoryTests {
  private func builder() -> BookBuilder {
    var builder = BookBuilder()
    builder.fund("core")
    builder.contributor("host")
    builder.contributor("ada")
    return builder
  }

  private func history(_ builder: BookBuilder, of id: String = "ada", asOf: String = "2020-12-31") throws
    -> (history: GivingHistory, state: GivingState, steps: [GivingStep])
  {
    let book = builder.book()
    let all = GivingHistory.all(in: book, asOf: day(asOf))
    let found = try #require(all.first { $0.contributor.id == id })
    let walk = found.walk(in: book)
    return (found, walk.state, walk.steps)
  }

  private func log(_ units: Int) -> Double { Elementary.log(Double(units * 100)) }

  @Test("streaks, gaps, last and usual gift, and the steps between them")
  func walk() throws {
    var builder = builder()
    for (year, amount) in [(2015, 100), (2016, 100), (2018, 400)] {
      builder.contribution("ada", "\(year)", amount)
    }
    builder.contribution("host", "2014", 1)
    let (history, state, steps) = try history(builder)
    #expect(history.record == 2014..<2021)
    #expect((state.streak, state.gap, state.gifts) == (0, 2, 3))
    #expect(state.last == log(400))
    #expect(abs((state.usual ?? 0) - (2 * log(100) + log(400)) / 3) < 1e-12)
    #expect(steps.map(\.year) == [2016, 2017, 2018, 2019, 2020])
    #expect(steps.map { $0.gift != nil } == [true, false, true, false, false])
    #expect(steps.map { $0.gift == $0.state.last } == [true, false, false, false, false])
    #expect(steps.map(\.state.streak) == [1, 2, 0, 1, 0])
    #expect(steps.map(\.state.gap) == [0, 0, 1, 0, 1])
  }

  @Test("a year inside an agreement is no gap and no draw; it counts as a year's part")
  func insideAgreement() throws {
    var builder = builder()
    builder.contribution("ada", "2015", 50)
    builder.agreement(
      "five", by: "ada", from: "2016-01-01", to: "2018-12-31", amount: 300, .equal(1))
    builder.contribution("ada", "2016", 300, agreement: "five")
    let (history, state, steps) = try history(builder)
    #expect(history.gifts == [2015: 5000])
    #expect(steps.map(\.year) == [2019, 2020])
    #expect(steps[0].state.streak == 4 && steps[0].state.last == log(100))
    #expect((state.streak, state.gap) == (0, 2))
  }

  @Test("negative years count as none, corrections inside a year are netted")
  func negative() throws {
    var builder = builder()
    builder.contribution("ada", "2018", 100)
    builder.contribution("ada", "2019-02-01", 100)
    builder.contribution("ada", "2019-11-01", -100)
    builder.contribution("ada", "2020", 100)
    builder.contribution("ada", "2020", -30)
    #expect(try history(builder).history.gifts == [2018: 10_000, 2020: 7000])
  }

  @Test("adjustments are nobody's, and who has no seat and never gave is no giver")
  func others() {
    var builder = builder()
    builder.contributor("rounding", kind: .adjustment)
    builder.contributor("bystander", member: false)
    builder.contributor("foundation", member: false, kind: .other)
    builder.contribution("rounding", "2019", 5)
    builder.contribution("foundation", "2019", 50)
    let all = GivingHistory.all(in: builder.book(), asOf: day("2020-12-31"))
    #expect(all.map(\.contributor.id) == ["host", "ada", "foundation"])
  }

  @Test("commitments are taken from the first stage the fund has: recognised, agreed, received, pledged")
  func stage() throws {
    var builder = builder()
    builder.contribution("ada", "2018", 1, stage: .pledged)
    #expect(try history(builder).history.gifts == [2018: 100])
    builder.contribution("ada", "2018", 2)
    #expect(try history(builder).history.gifts == [2018: 200])
    builder.contribution("ada", "2018", 3, stage: .agreed)
    #expect(try history(builder).history.gifts == [2018: 300])
    builder.contribution("host", "2018", 4, stage: .recognised)
    #expect(try history(builder).history.gifts.isEmpty)
  }

  @Test("a year that is not over counts only for those who gave in it already")
  func partialYear() throws {
    var builder = builder()
    for year in 2018...2019 { builder.contribution("ada", "\(year)", 100) }
    #expect(try history(builder, asOf: "2020-06-30").history.origin == 2019)
    #expect(try history(builder, asOf: "2020-12-31").history.origin == 2020)
    builder.contribution("ada", "2020-03-01", 100)
    let ada = try history(builder, asOf: "2020-06-30")
    #expect((ada.history.origin, ada.state.streak) == (2020, 3))
    #expect(try history(builder, of: "host", asOf: "2020-06-30").history.origin == 2019)
  }

  @Test("gifts announced for later years are no years of giving yet")
  func announced() throws {
    var builder = builder()
    builder.contribution("ada", "2019", 100, stage: .pledged)
    builder.contribution("ada", "2024", 100, stage: .pledged)
    let (history, state, _) = try history(builder, asOf: "2020-12-31")
    #expect((history.origin, state.gap) == (2020, 1))
  }

  @Test("a record that begins in a year not over knows its givers")
  func firstYear() throws {
    var builder = builder()
    builder.contribution("ada", "2020-02-10", 100)
    let (history, state, steps) = try history(builder, asOf: "2020-05-31")
    #expect(history.record == 2020..<2020 && history.origin == 2020)
    #expect(state.streak == 1 && state.last == log(100) && steps.isEmpty)
  }

  @Test("fiscal years from April: the year over in March, an origin without any record")
  func fiscalYear() throws {
    var builder = builder()
    builder.fiscalYearStart = 4
    #expect(GivingHistory.lastYearOver(on: day("2021-03-30"), startMonth: 4) == 2019)
    #expect(GivingHistory.lastYearOver(on: day("2021-03-31"), startMonth: 4) == 2020)
    let book = builder.book()
    let fit = try GivingModel(prior: .plain).fit(book, asOf: day("2021-02-15"))
    #expect(fit.givers.map(\.origin) == [2019, 2019])
    builder.contribution("ada", "2020-02-10", 7)
    #expect(try history(builder, asOf: "2021-02-15").history.gifts == [2019: 700])
  }
}
