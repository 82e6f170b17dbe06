import Budgeting
import Finance
import Giving
import Outlook
import Records
import Scenarios
import TestSupport

/// The assumptions of a scenario on a book with a fit of that book.
func resolve(_ builder: BookBuilder, _ scenario: Scenario) throws -> Assumptions {
  let book = builder.book()
  let fit = try GivingModel(prior: .plain).fit(book, asOf: scenario.asOf)
  return try Assumptions(book: book, scenario: scenario, giving: fit)
}

/// A host with a standing agreement, a member of each group, a plan for 2021 and 2022.
func founding() -> BookBuilder {
  var builder = BookBuilder()
  builder.fund("core")
  builder.contributor("host")
  builder.contributor("ada", group: .ldc)
  builder.contributor("bo")
  builder.level(.ldc, 7000)
  builder.level(.developing, 30_000)
  builder.agreement(
    "standing", by: "host", from: "2020-01-01", to: nil, amount: 870_000, conditional: true, .yearly)
  builder.contribution("host", "2020", 870_000, agreement: "standing")
  builder.contribution("ada", "2019", 5000)
  builder.balance("2020-12-31", cash: 400_000, openCommitments: 30_000)
  for year in 2021...2022 {
    builder.line("travel", .travel, year, 60_000)
    builder.line("premises", .operating, year, 0, discretionary: false)
  }
  builder.post("head", from: "2015-01-01", yearly: 120_000, notice: 3, separation: 40_000)
  return builder
}

extension Assumptions {
  func plan(_ contributor: String, fund: String = "core") -> GiverPlan? {
    givers.first { $0.giver.contributor == contributor && $0.giver.fund == fund }
  }

  /// Planned direct cost by unit and year.
  func planned(fund: Int = 0) -> [String: [Double]] {
    Dictionary(
      uniqueKeysWithValues: funds[fund].units.map { unit in
        (
          unit.id,
          timeline.years.indices.map { timeline.months(of: $0).reduce(0) { $0 + unit.monthly[$1] } }
        )
      })
  }
}
