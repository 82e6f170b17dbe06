import Budgeting
import Finance
import Giving
import Measures
import Outlook
import Records
import Scenarios
import Simulation
import Tabular

/// What becomes of a fund on the central path if its largest contributor pays nothing.
struct LargestContributorTest {
  let contributor: String
  /// Months of the projection before that of the first shortfall; `nil`: none comes.
  let monthsToShortfall: Int?
  /// Months before the first that ends below zero.
  let monthsToCashOut: Int?
  /// Months of the projection.
  let months: Int

  /// `nil` where nobody gives in the first projected year, or the fund plans nothing.
  init?(_ table: IndicatorTable, fund index: Int) {
    let assumptions = table.ensemble.assumptions
    let fund = assumptions.funds[index].fund.id
    let planned = table.ensemble.central.accounts[index].years
    guard planned.contains(where: { $0.plannedDirect > 0 }),
      let largest = table.largestGivers.first(where: { $0.fund == fund && $0.basis == .central })
    else { return nil }
    let years = table.years[0].year...table.years[table.years.count - 1].year
    let stop = SetContribution(
      contributor: largest.contributor, fund: fund, years: years,
      amount: Money(cents: 0, currency: table.book.centre.budgetCurrency), month: 1)
    let change = Change(
      kind: .setContribution(stop), location: SourceLocation(file: "largest-contributor test", line: 1))
    guard
      let without = try? Assumptions(
        book: table.book, scenario: assumptions.scenario.once(with: change), giving: assumptions.giving),
      let central = try? Simulator(without, threads: 1).run().central
    else { return nil }
    contributor = largest.contributor
    months = assumptions.timeline.monthCount
    monthsToShortfall = central.accounts[index].years.first { $0.shortfall > 0 }?.shortfallMonth
    monthsToCashOut = central.accounts[index].monthEndCash.firstIndex { $0 < 0 }
  }
}

extension Scenario {
  /// The same question with a further change, for its central path alone.
  fileprivate func once(with change: Change) -> Scenario {
    Scenario(
      name: name, title: title, author: author, question: question, asOf: asOf, horizon: horizon, seed: seed,
      paths: 1, assumptions: assumptions, changes: changes + [change], response: response, sweep: nil,
      files: files)
  }
}

extension IndicatorTable {
  func withoutLargestRows(_ index: Int) -> [IndicatorRow] {
    guard let test = LargestContributorTest(self, fund: index) else { return [] }
    let fund = ensemble.assumptions.funds[index].fund.id
    let measured = [
      ("months-to-shortfall-without-largest", test.monthsToShortfall),
      ("months-to-cash-out-without-largest", test.monthsToCashOut),
    ]
    return measured.compactMap { id, months in
      row(
        id, Double(months ?? test.months), year: years[0].year, fund: fund, basis: .central,
        source: "central projection without \(test.contributor)"
          + (months == nil ? ", none within its \(test.months) months" : ""))
    }
  }
}
