import Finance
import Giving
import Judgement
import Outlook
import Records
import Scenarios
import Simulation
import TestSupport

func assess(_ builder: BookBuilder, _ scenario: Scenario) throws -> Assessment {
  let book = builder.book()
  let fit = try GivingModel(prior: .plain).fit(book, asOf: scenario.asOf)
  let assumptions = try Assumptions(book: book, scenario: scenario, giving: fit)
  return Assessment(try Simulator(judging: assumptions, threads: 1).run())
}

/// Eleven members: the host, two least developed and eight developing countries; a project of the regular budget.
func founding() -> BookBuilder {
  var builder = BookBuilder()
  builder.fund("core")
  builder.fund("project", source: .regularBudget, purpose: .earmarked, support: 0, reserve: .zero)
  builder.contributor("host")
  for number in 1...2 { builder.contributor("ldc-\(number)", group: .ldc) }
  for number in 1...8 { builder.contributor("developing-\(number)") }
  builder.contributor("regular-budget", member: false, kind: .other)
  builder.contributor("rounding", member: false, kind: .adjustment)
  builder.level(.ldc, 7000)
  builder.level(.developing, 30_000)
  builder.agreement(
    "standing", by: "host", from: "2020-01-01", to: nil, amount: 870_000, conditional: true, .yearly)
  builder.contribution("host", "2020", 870_000, agreement: "standing")
  builder.contribution("host", "2019", 400_000)
  builder.contribution("ldc-1", "2019", 7000)
  builder.contribution("developing-1", "2019", 45_000)
  builder.contribution("developing-1", "2019-11-30", 5000, stage: .refunded)
  builder.contribution("rounding", "2019", 3)
  for year in 2019...2020 {
    builder.contribution("regular-budget", "\(year)", year == 2019 ? 600_000 : 100_000, fund: "project")
  }
  builder.expenditure("2020", .staff, 300_000)
  builder.expenditure("2020", .travel, 100_000)
  builder.expenditure("2020", .programmeSupport, 52_000)
  builder.balance("2019-12-31", cash: 100_000)
  builder.balance("2020-12-31", cash: 518_000, openCommitments: 40_000)
  for year in 2021...2022 {
    builder.line("travel", .travel, year, 300_000)
    builder.line("workshops", .contractualServices, year, 200_000)
  }
  builder.post("head", from: "2015-01-01", yearly: 228_000, notice: 3, separation: 60_000)
  return builder
}
