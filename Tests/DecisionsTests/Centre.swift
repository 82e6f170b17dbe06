import Giving
import Outlook
import Records
import Scenarios
import TestSupport
import Testing

@testable import Decisions

/// A centre with a host, members that give by habit, a plan and a project.
func centre() -> BookBuilder {
  var builder = BookBuilder()
  builder.fund("core", support: 1300)
  builder.fund("project", source: .regularBudget, purpose: .earmarked, support: 0)
  builder.contributor("host")
  builder.contributor("one")
  builder.contributor("two")
  builder.contributor("three", group: .ldc)
  builder.level(.developing, 30_000)
  builder.level(.ldc, 7_000)
  for year in 2015...2020 {
    builder.contribution("host", "\(year)", 400_000)
    builder.contribution("one", "\(year)", 25_000)
    if year % 2 == 0 { builder.contribution("two", "\(year)", 18_000) }
    builder.expenditure("\(year)", .staff, 300_000)
    builder.expenditure("\(year)", .travel, 60_000)
  }
  builder.agreement("host-1", by: "host", from: "2021-01-01", to: "2023-12-31", amount: 400_000, .yearly)
  for year in 2021...2024 {
    builder.line("staff", .staff, year, 290_000, discretionary: false)
    builder.line("travel", .travel, year, 75_000)
  }
  builder.balance("2020-12-31", cash: 120_000)
  builder.balance("2020-12-31", fund: "project", cash: 0)
  return builder
}

extension Trial {
  /// Of a book written in code.
  init(book builder: BookBuilder, _ scenario: Scenario = .sample(horizon: 2023, paths: 2_000)) throws {
    let book = builder.book()
    let giving = try GivingModel(prior: .plain).fit(book, asOf: scenario.asOf)
    self.init(try Assumptions(book: book, scenario: scenario, giving: giving), threads: 2)
  }
}
