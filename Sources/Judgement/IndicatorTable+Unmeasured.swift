import Budgeting
import Finance
import Giving
import Measures
import Outlook
import Records
import Simulation

/// Indicators a book does not let be measured, and why: nothing is left out in silence, nothing is guessed.
extension IndicatorTable {
  /// One row for each indicator that has no value for the fund in any year.
  func unmeasuredRows(_ index: Int, beside measured: [IndicatorRow]) -> [IndicatorRow] {
    let fund = ensemble.assumptions.funds[index].fund.id
    let known = Set(
      measured.lazy.filter { $0.value != nil && ($0.fund == fund || $0.fund == MeasureName.centre) }
        .map(\.definition.id))
    let last = years[0].year - 1
    return Glossary.indicators.filter { !known.contains($0.id) }.compactMap { definition in
      row(
        definition.id, nil, year: last, fund: fund, basis: .recorded,
        source: "not measurable, because \(Unmeasured(self, fund: index).reason(definition.id))")
    }
  }
}

/// Why an indicator has no value.
struct Unmeasured {
  private let table: IndicatorTable
  private let fund: Fund
  private let index: Int

  init(_ table: IndicatorTable, fund index: Int) {
    (self.table, self.index) = (table, index)
    fund = table.ensemble.assumptions.funds[index].fund
  }

  private var book: Book { table.book }

  /// Ends the sentence `not measurable, because ...`.
  func reason(_ id: String) -> String {
    switch id {
    case "current-ratio", "quick-ratio", "cash-ratio", "solvency-ratio", "equity-ratio":
      balanceReason(id)
    case "attainment": "no level is recommended to a member of that year"
    case "contributing-members", "contributing-members-share": "no contributor has a seat in the council"
    case "income-volatility", "hhi-three-years", "host-share-three-years", "largest-share-three-years",
      "contributors-three-years", "retention-three-years":
      incomeReason
    case "income-cover", "operating-margin", "cumulative-margin":
      hasSpending ? incomeReason : "no spending is recorded"
    case "structural-gap", "structural-cover":
      hasPlan || hasSpending
        ? "regular income takes three recorded years" : "neither a plan nor spending is recorded"
    case "collection-rate": receiptReason ?? "nothing was due: no agreement and no pledge is recorded"
    case "months-late": receiptReason ?? "no receipt that names an agreement is dated by day"
    case "plan-error": planReason
    case "forecast-error": "it takes a frozen run and later rows; see mainstay assess --forecast"
    case "new-contributors", "lapsed-contributors", "returned-contributors":
      "the record has no two years"
    case "in-kind-share", "replacement-cost": "no support in kind is valued in in-kind.csv"
    case "earmarked-share", "hhi-with-earmarked": "the book has no earmarked fund"
    case "mandate-breach-by-horizon": "centre.yaml has no mandate rule"
    case "first-shortfall-year": "a shortfall is never more likely than not, or there is no plan"
    case "months-of-spending", "lowest-month-cash": "no balance or no spending is recorded"
    case "support-cost-ratio", "staff-share": "no spending is split by object class"
    case "reserve-ratio":
      hasPlan ? "no reserve is required" : "the book has no plan"
    case "months-to-shortfall-without-largest", "months-to-cash-out-without-largest",
      "shortfall-by-horizon", "breach-by-horizon", "cash-out-by-horizon", "agreed-cover", "shortfall",
      "funding-gap", "funding-gap-es95", "breach", "cash-out":
      hasPlan ? "nobody gives in the first projected year" : "the book has no plan for the years ahead"
    case "exchange-loss-20", "exchange-loss-20-share", "non-budget-currency-cost-share":
      "neither a plan nor spending is recorded"
    default: "no money was received"
    }
  }

  private var hasSpending: Bool { book.expenditures.contains { $0.fund == fund.id } }

  private var hasPlan: Bool {
    table.ensemble.central.accounts[index].years.contains { $0.plannedDirect > 0 }
  }

  /// Of recorded years: a plan that is ours says nothing of the centre's planning.
  private var planReason: String {
    let spent = Set(
      book.expenditures.lazy.filter { $0.fund == fund.id }.map {
        $0.occasion.fiscalYear(startMonth: book.centre.fiscalYearStart)
      })
    return book.budget.contains { $0.fund == fund.id && spent.contains($0.year) }
      ? "the plan of every year with spending is assumed, not the centre's own"
      : "no year has both a plan and spending"
  }

  private var incomeReason: String {
    let years = Set(
      book.contributions.filter { $0.fund == fund.id }.map {
        $0.occasion.fiscalYear(startMonth: book.centre.fiscalYearStart)
      }
    ).count
    return years < 3
      ? "the record has \(years) of the three years it takes" : "too few whole years have income"
  }

  private var receiptReason: String? {
    book.contributions.contains { $0.fund == fund.id && $0.stage == .received }
      ? nil : "no receipts are recorded, only what was pledged, agreed or booked"
  }

  private func balanceReason(_ id: String) -> String {
    guard let last = book.balances.last(where: { $0.fund == fund.id }) else {
      return "no balance is recorded"
    }
    let missing = FundPosition(last).missing(
      withAssets: id != "cash-ratio", withEmployees: id == "solvency-ratio" || id == "equity-ratio")
    guard !missing.isEmpty else { return "nothing is owed, or no balance closes a recorded year" }
    let liabilities = missing.contains("payable") || missing.contains("employee_liabilities")
    return "no \(liabilities ? "liabilities are" : "receivables are") recorded: balances.csv leaves "
      + "\(missing.joined(separator: ", ")) empty"
  }
}
