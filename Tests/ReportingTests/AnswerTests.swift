import Finance
import Giving
import Judgement
import Outlook
import Records
import Reporting
import Scenarios
import Simulation
import TestSupport
import Testing

/// What the first page says of centres unlike the shipped ones.
@Suite("the answer of a report")
struct AnswerTests {
  /// The text in one line, as read.
  private func text(_ builder: BookBuilder, _ scenario: Scenario = .sample(paths: 32)) throws -> String {
    let fit = try GivingModel(prior: .plain).fit(builder.book(), asOf: scenario.asOf)
    let assumptions = try Assumptions(book: builder.book(), scenario: scenario, giving: fit)
    let report = try Report(Simulator(judging: assumptions, threads: 1).run())
    return report.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func centre() -> BookBuilder {
    var builder = BookBuilder()
    builder.fund("core")
    builder.contributor("host")
    builder.contribution("host", "2020", 100_000)
    builder.balance("2020-12-31", cash: 50_000)
    return builder
  }

  @Test("no plan: nothing is said to fit")
  func noPlan() throws {
    let text = try text(centre())
    #expect(text.contains("The book has no plan of the fund for these years: nothing can fall short"))
    #expect(text.contains("This rests on 1 contribution row with a source"))
  }

  @Test("no host: the largest contributor by name and share, and no column or indicator of a host")
  func noHost() throws {
    var builder = centre()
    builder.host = nil
    builder.contributor("friend")
    builder.contribution("friend", "2020", 300_000)
    let text = try text(builder)
    #expect(
      text.contains("In 2020 the centre received 400,000, 75.0 % of it from friend, its largest contributor;")
    )
    #expect(text.contains("2020 recorded 400,000 friend 75.0 % 0.625 1.60"))
    #expect(text.contains("Largest contributor's share 75.0 %"))
    #expect(!text.contains("Host's share") && !text.contains("beside the host"))
  }

  @Test("several core funds: figures name theirs, and another fund's shortfall is told")
  func severalFunds() throws {
    var builder = centre()
    builder.fund("second")
    builder.balance("2020-12-31", fund: "second", cash: 0)
    builder.line("work", .operating, 2021, 1000)
    builder.line("more", .operating, 2021, 12_000, fund: "second", discretionary: false)
    let text = try text(builder)
    #expect(text.contains("The plan of fund second first does not fit in January 2021 (up to "))
    #expect(text.contains("In 2020 fund core received 100,000"))
    #expect(text.contains("LEVEL AND CONCENTRATION OF FUND CORE, THEN AND NOW"))
    #expect(text.contains("INDICATORS AND VERDICTS OF FUND CORE"))
  }

  @Test("a fiscal year that is no calendar year is explained, and one begun before the projection")
  func calendar() throws {
    var builder = centre()
    builder.fiscalYearStart = 4
    builder.contribution("host", "2020-05-01", 7)
    let text = try text(builder)
    #expect(text.contains("A year is a fiscal year: 2020 begins in April 2020."))
    #expect(text.contains("2020 is projected from January 2021 on"))
    #expect(text.contains("gave this year"))
  }
}
