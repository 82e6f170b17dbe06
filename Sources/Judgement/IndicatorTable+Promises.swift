import Budgeting
import Finance
import Giving
import Measures
import Outlook
import Records
import Scenarios
import Simulation

/// Indicators of promises kept: what was due and came, and how late.
extension IndicatorTable {
  func promiseRows(_ index: Int) -> [IndicatorRow] {
    let fund = ensemble.assumptions.funds[index].fund.id
    let recorded = recorded[index]
    let whole = recorded.map(\.year).filter(isWhole)
    let rates = whole.compactMap { year -> IndicatorRow? in
      guard let rate = collectionRate(fund, year) else { return nil }
      return row(
        "collection-rate", rate, year: year, fund: fund, basis: .recorded,
        source: "ledger, receipts against agreements and pledges")
    }
    let late = lateness(fund)
    guard let last = whole.last, !late.isEmpty else { return rates }
    let middle = late.sorted()[(late.count - 1) / 2] + late.sorted()[late.count / 2]
    let median = row(
      "months-late", Double(middle) / 2, year: last, fund: fund, basis: .recorded,
      source: "ledger, \(late.count) dated \(late.count == 1 ? "receipt" : "receipts") of agreements",
      window: last - (whole.first ?? last) + 1)
    return rates + [median].compactMap { $0 }
  }

  /// `nil` where nothing was due or no receipts are kept.
  private func collectionRate(_ fund: String, _ year: Int) -> Double? {
    let rows = book.contributions.filter { $0.fund == fund && isIn($0.occasion, year) }
    guard book.contributions.contains(where: { $0.fund == fund && $0.stage == .received }) else { return nil }
    let fiscal = FiscalYear(year, startMonth: book.centre.fiscalYearStart)
    let due = book.agreements.filter { $0.fund == fund }.reduce(0.0) { $0 + dueCents($1, in: fiscal) }
    let pledges = rows.filter { $0.stage == .pledged }
    let pledging = Set(pledges.map(\.contributor))
    let received = rows.filter {
      $0.stage == .received && ($0.agreement != nil || pledging.contains($0.contributor))
    }
    return Predictability.collectionRate(received: cents(received), due: due + cents(pledges))
  }

  /// Months between an instalment and the receipt of its turn, of every dated receipt that names an agreement.
  private func lateness(_ fund: String) -> [Int] {
    book.agreements.filter { $0.fund == fund }.flatMap { agreement -> [Int] in
      let receipts = book.contributions.filter { $0.agreement == agreement.id && $0.stage == .received }
      let dates = receipts.compactMap { row -> CalendarDate? in
        if case .day(let date) = row.occasion { date } else { nil }
      }.sorted()
      let due = agreement.schedule(through: Month(ensemble.assumptions.scenario.asOf)).map(\.due)
      return zip(due, dates).map { $0.distance(to: Month($1)) }
    }
  }

  private func cents(_ rows: [Contribution]) -> Double {
    rows.reduce(0) { $0 + Double(book.inBudgetCurrency($1.amount, on: $1.occasion) ?? 0) }
  }

  func isIn(_ occasion: Occasion, _ year: Int) -> Bool {
    occasion.fiscalYear(startMonth: book.centre.fiscalYearStart) == year
  }
}
