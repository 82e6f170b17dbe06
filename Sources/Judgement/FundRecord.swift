import Budgeting
import Finance
import Giving
import Measures
import OrderedCollections
import Outlook
import Records
import Scenarios
import Simulation

/// A fund's recorded years and the central path after them, contributor by contributor: what windows over several
/// years are measured on.
struct FundRecord {
  /// Identifiers, in the order of `history.amounts`.
  let contributors: [String]
  let history: FundHistory
  /// The last year that is not projected.
  let lastRecorded: Int

  /// `nil` where there is neither a recorded nor a projected year.
  init?(_ table: IndicatorTable, fund index: Int) {
    let assumptions = table.ensemble.assumptions
    let fund = assumptions.funds[index].fund
    let first = table.years[0].year
    let recorded = table.recorded[index]
    let years = (recorded.first?.year ?? first)...table.years[table.years.count - 1].year
    var amounts: OrderedDictionary<String, [Double]> = [:]
    func add(_ cents: Double, of contributor: String, in year: Int) {
      amounts[contributor, default: [Double](repeating: 0, count: years.count)][year - years.lowerBound] +=
        cents
    }
    for year in recorded {
      for (contributor, cents) in table.withMembers(year.giving(table.book), year: year.year) {
        add(Double(cents), of: contributor, in: year.year)
      }
    }
    for giver in table.core.indices(of: fund.id) {
      for year in table.years.indices {
        let received = table.ensemble.central.received[giver * table.years.count + year]
        add(
          received + table.core.begun(giver, fund: index, year: year),
          of: assumptions.givers[giver].giver.contributor, in: table.years[year].year)
      }
    }
    contributors = Array(amounts.keys)
    history = FundHistory(
      years: years, amounts: Array(amounts.values),
      spending: years.map { FundRecord.spent(table, index, year: $0, recorded: recorded) })
    lastRecorded = first - 1
  }

  private static func spent(
    _ table: IndicatorTable, _ index: Int, year: Int, recorded: [RecordedYear]
  ) -> Double? {
    guard let place = table.years.firstIndex(where: { $0.year == year }) else {
      let known = recorded.first { $0.year == year }?.spent ?? [:]
      return known.isEmpty ? nil : Double(known.values.reduce(0, +))
    }
    let account = table.ensemble.central.accounts[index].years[place]
    let assumptions = table.ensemble.assumptions
    return account.spent + (place == 0 ? assumptions.spentBefore(assumptions.funds[index].fund.id) : 0)
  }
}

extension Assumptions {
  /// What a fund had spent in the first projected year before the projection begins, where that is known by day.
  func spentBefore(_ fund: String) -> Double {
    book.expenditures.reduce(0) { sum, row in
      guard row.fund == fund, case .day(let date) = row.occasion,
        Month(date) >= timeline.years[0].first, Month(date) < timeline.first
      else { return sum }
      return sum + Double(book.inBudgetCurrency(row.amount, on: row.occasion) ?? 0)
    }
  }
}

extension IndicatorTable {
  /// Whether a fiscal year was over on the as-of date: only such a one is judged whole.
  func isWhole(_ year: Int) -> Bool {
    FiscalYear(year, startMonth: book.centre.fiscalYearStart).last.lastDay
      <= ensemble.assumptions.scenario.asOf
  }
}
