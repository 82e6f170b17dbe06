import Budgeting
import Finance
import Giving
import Outlook
import Records
import Scenarios
import TestSupport

@testable import Simulation

let rupee = Currency(code: "INR") ?? .usd

/// A centre with a host that pays in rupees, three members, an agreement that ends and a plan too large.
func centre() -> BookBuilder {
  var builder = BookBuilder()
  builder.fund("core")
  for member in ["host", "ada", "bo", "cy"] { builder.contributor(member) }
  builder.quote("INR", "2015-01", 60)
  builder.quote("INR", "2020-12", 75)
  builder.agreement(
    "standing", by: "host", from: "2020-03-01", to: nil, amount: 30_000_000, currency: rupee, .yearly)
  builder.contribution("host", "2020-03-01", 30_000_000, currency: rupee, agreement: "standing")
  builder.agreement("term", by: "ada", from: "2019-06-01", to: "2021-12-31", amount: 90_000, .equal(3))
  for (year, amount) in [(2016, 20_000), (2017, 25_000), (2019, 25_000), (2020, 30_000)] {
    builder.contribution("bo", "\(year)", amount)
  }
  builder.contribution("cy", "2017", 9000)
  builder.balance("2020-12-31", cash: 250_000, openCommitments: 20_000)
  builder.line("travel", .travel, 2021, 80_000)
  builder.line("workshops", .contractualServices, 2021, 90_000)
  builder.post("head", from: "2015-01-01", yearly: 200_000, notice: 3, separation: 40_000)
  return builder
}

func assumptions(_ scenario: Scenario = .sample(paths: 300)) throws -> Assumptions {
  let book = centre().book()
  let fit = try GivingModel(prior: .plain).fit(book, asOf: scenario.asOf)
  return try Assumptions(book: book, scenario: scenario, giving: fit)
}

/// Agreements that end are not renewed.
var unrenewed: NamedAssumptions {
  var named = NamedAssumptions()
  named.renewalProbability = .zero
  return named
}

/// Every number of every path: columns as `PathLayout` has them.
func columns(_ assumptions: Assumptions) throws -> [[Double]] {
  let source = SimulatedPaths(assumptions)
  let layout = PathLayout(assumptions)
  var reader = try source.reader()
  var columns = [[Double]](repeating: [], count: layout.count)
  let block = PathBlock(columns: layout.count)
  for index in 0..<PathBlock.blocks(of: source.paths) {
    block.begin(index, of: source.paths)
    try reader.read(block)
    for column in columns.indices { columns[column] += block.values(column) }
  }
  return columns
}
