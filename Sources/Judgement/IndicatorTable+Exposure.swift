import Budgeting
import Finance
import Giving
import Measures
import OrderedCollections
import Outlook
import Records
import Scenarios
import Simulation

/// Indicators of what hangs on other currencies and on support in kind.
extension IndicatorTable {
  func exposureRows(_ index: Int) -> [IndicatorRow] {
    let fund = ensemble.assumptions.funds[index].fund
    return recorded[index].flatMap { recordedExposure($0) }
      + years.indices.flatMap { centralExposure(index, year: $0) } + replacementRows(fund.id)
  }

  private func recordedExposure(_ recorded: RecordedYear) -> [IndicatorRow] {
    let (fund, year) = (recorded.fund.id, recorded.year)
    let spending = book.expenditures.filter { $0.fund == fund && isIn($0.occasion, year) }
    let cost = spending.reduce(0) { $0 + (book.inBudgetCurrency($1.amount, on: $1.occasion) ?? 0) }
    let foreignCost = spending.filter { $0.amount.currency != book.centre.budgetCurrency }
      .reduce(0) { $0 + (book.inBudgetCurrency($1.amount, on: $1.occasion) ?? 0) }
    let receipts = book.contributions.filter {
      $0.fund == fund && isIn($0.occasion, year)
        && $0.stage == (recorded.hasReceipts ? .received : .recognised)
        && book.contributors[$0.contributor]?.kind != .adjustment
    }
    let foreign = receipts.filter { $0.amount.currency != book.centre.budgetCurrency }
      .reduce(0) { $0 + (book.inBudgetCurrency($1.amount, on: $1.occasion) ?? 0) }
    let positive = recorded.giving(book).values.reduce(0) { $0 + max($1, 0) }
    return rows(
      income: (Double(foreign), Double(positive)), cost: (Double(foreignCost), Double(cost)), year: year,
      fund: fund, basis: .recorded, source: "ledger")
  }

  private func centralExposure(_ index: Int, year: Int) -> [IndicatorRow] {
    let fund = ensemble.assumptions.funds[index].fund.id
    guard year > 0 || core.begun[index].isEmpty else { return [] }
    let account = ensemble.central.accounts[index].years[year]
    let foreign = otherCurrencies(core.indices(of: fund), year: year)
    // The share of lines and posts of other currencies in the plan is the same with support cost.
    let (foreignPlan, plan) = plannedCurrencies(fund, years[year].year)
    let cost = account.plannedDirect + account.plannedSupport
    let foreignCost = plan > 0 ? cost * foreignPlan / plan : 0
    return rows(
      income: (foreign, nil), cost: (foreignCost.rounded(), cost), year: years[year].year, fund: fund,
      basis: .central, source: "central projection and plan")
  }

  /// Lines of a year, or of the last planned one before it, and posts by their yearly cost.
  private func plannedCurrencies(_ fund: String, _ year: Int) -> (foreign: Double, all: Double) {
    let own = book.budget.filter { $0.fund == fund }
    let last = own.map(\.year).filter { $0 <= year }.max()
    let posts = book.posts.filter { post in
      post.fund == fund && post.from.year <= year && (post.to?.year ?? year) >= year
    }.map(\.yearlyCost)
    let amounts = own.filter { $0.year == last }.map(\.amount) + posts
    let asOf = ensemble.assumptions.scenario.asOf
    return amounts.reduce((0, 0)) { sum, amount in
      let cents = Double(book.inBudgetCurrency(amount, on: .day(asOf)) ?? 0)
      return (sum.0 + (amount.currency == book.centre.budgetCurrency ? 0 : cents), sum.1 + cents)
    }
  }

  private func rows(
    income: (foreign: Double, all: Double?), cost: (foreign: Double, all: Double), year: Int, fund: String,
    basis: IndicatorRow.Basis, source: String
  ) -> [IndicatorRow] {
    let loss = ((income.foreign - cost.foreign) * 0.2).rounded(.toNearestOrAwayFromZero)
    let isKnown = cost.all > 0
    // Of a projected year the share of income stands among the yearly indicators.
    let measured: [(String, Double?)] = [
      (
        "non-budget-currency-share",
        income.all.flatMap {
          FundingMix.nonBudgetCurrencyShare(inOtherCurrencies: income.foreign, total: $0)
        }
      ),
      (
        "non-budget-currency-cost-share",
        FundingMix.nonBudgetCurrencyShare(inOtherCurrencies: cost.foreign, total: cost.all)
      ), ("exchange-loss-20", isKnown ? loss : nil),
      ("exchange-loss-20-share", isKnown ? loss / cost.all : nil),
    ]
    return measured.compactMap { id, value in
      value.flatMap {
        row(
          id, $0, year: year, fund: fund, basis: basis, source: source,
          files: [.contributions, .agreements, .expenditures])
      }
    }
  }

  // MARK: In kind

  private func replacementRows(_ fund: String) -> [IndicatorRow] {
    guard !book.inKind.isEmpty, fund == ensemble.assumptions.funds[core.coreFunds[0]].fund.id else {
      return []
    }
    let values = Dictionary(grouping: book.inKind, by: \.year).mapValues { rows in
      rows.reduce(0) { $0 + (book.inBudgetCurrency($1.value, on: .year($1.year)) ?? 0) }
    }
    let recorded = values.keys.sorted().filter { $0 < years[0].year }
    let past = recorded.compactMap {
      row(
        "replacement-cost", values[$0].map(Double.init), year: $0, fund: fund, basis: .recorded,
        source: "in-kind.csv", files: [.inKind])
    }
    guard let last = values.keys.max(), let cents = values[last] else { return past }
    return past
      + years.compactMap {
        row(
          "replacement-cost", Double(values[$0.year] ?? cents), year: $0.year, fund: fund, basis: .central,
          source: values[$0.year] == nil ? "in-kind.csv, as in \(last)" : "in-kind.csv")
      }
  }
}
