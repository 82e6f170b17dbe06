import Budgeting
import Finance
import Giving
import Measures
import OrderedCollections
import Outlook
import Records
import Scenarios
import Simulation

/// Indicators read from the balances and the plan: ratios of what is held to what is owed, and what recurs.
extension IndicatorTable {
  func balanceRows(_ index: Int) -> [IndicatorRow] {
    let fund = ensemble.assumptions.funds[index].fund
    let recorded = recorded[index]
    return ratios(fund, recorded) + structure(index, recorded) + planError(fund, recorded)
  }

  // MARK: Ratios

  /// The balance a fund closed a fiscal year with.
  func closing(_ fund: String, _ year: Int) -> Balance? {
    let last = FiscalYear(year, startMonth: book.centre.fiscalYearStart).last
    return book.balances.last { $0.fund == fund && Month($0.date) == last }
  }

  private func ratios(_ fund: Fund, _ recorded: [RecordedYear]) -> [IndicatorRow] {
    recorded.flatMap { year -> [IndicatorRow] in
      guard let balance = closing(fund.id, year.year) else { return [] }
      let position = FundPosition(balance)
      let income = Double(year.giving(book).values.reduce(0, +))
      let measured: [(String, Double?)] = [
        ("current-ratio", position.currentRatio), ("quick-ratio", position.quickRatio),
        ("cash-ratio", position.cashRatio), ("solvency-ratio", position.solvencyRatio),
        ("equity-ratio", position.equity.flatMap { Resilience.equityRatio(equity: $0, revenue: income) }),
      ]
      return measured.compactMap { id, value in
        value.flatMap {
          row(
            id, $0, year: year.year, fund: fund.id, basis: .recorded,
            source: "ledger, balance of \(balance.date)",
            files: id == "equity-ratio" ? [.balances, .contributions, .agreements] : [.balances])
        }
      }
    }
  }

  // MARK: What recurs

  private func structure(_ index: Int, _ recorded: [RecordedYear]) -> [IndicatorRow] {
    guard let record = records[index] else { return [] }
    let fund = ensemble.assumptions.funds[index].fund.id
    let past = recorded.flatMap { year -> [IndicatorRow] in
      guard !year.spent.isEmpty, isWhole(year.year), let income = recurring(record, fund, in: year.year)
      else { return [] }
      return structureRows(
        income: income, cost: Double(year.spent.values.reduce(0, +)), year: year.year, fund: fund,
        basis: .recorded, window: 3)
    }
    let ahead = years.indices.flatMap { year -> [IndicatorRow] in
      let account = ensemble.central.accounts[index].years[year]
      // Part of a year's plan against a whole year's income would flatter.
      guard ensemble.assumptions.timeline.months(of: year).count == 12,
        let income = recurring(record, fund, in: years[year].year)
      else { return [] }
      return structureRows(
        income: income, cost: account.plannedDirect + account.plannedSupport, year: years[year].year,
        fund: fund, basis: .central, window: 1)
    }
    return past + ahead
  }

  private func structureRows(
    income: Double, cost: Double, year: Int, fund: String, basis: IndicatorRow.Basis, window: Int
  ) -> [IndicatorRow] {
    guard let cover = Resilience.structuralCover(income: income, cost: cost) else { return [] }
    let source =
      (basis == .recorded ? "ledger" : "approved plan and ledger")
      + "; regular: given in each of three recorded years, the smallest amount (assumption)"
    return [("structural-gap", cost - income), ("structural-cover", cover)].compactMap {
      row(
        $0.0, $0.1, year: year, fund: fund, basis: basis, source: source, window: window,
        files: [.contributions, .agreements, .expenditures])
    }
  }

  /// What is due under agreements in a year, and of each contributor without one the smallest yearly amount of
  /// the last three recorded whole years to it. `nil` with fewer than three.
  private func recurring(_ record: FundRecord, _ fund: String, in year: Int) -> Double? {
    let last = (record.history.years.lowerBound...max(record.history.years.lowerBound, year))
      .last { $0 <= min(year, record.lastRecorded) && isWhole($0) }
    guard let last, let window = record.history.window(3, endingIn: last) else { return nil }
    let fiscal = FiscalYear(year, startMonth: book.centre.fiscalYearStart)
    let bound = book.agreements.filter {
      $0.fund == fund && $0.covers(year, startMonth: book.centre.fiscalYearStart)
    }
    let due = bound.reduce(0.0) { $0 + dueCents($1, in: fiscal) }
    let holders = Set(bound.map(\.contributor))
    let free = record.contributors.indices.filter { !holders.contains(record.contributors[$0]) }
    let rest = FundHistory(
      years: record.history.years, amounts: free.map { record.history.amounts[$0] },
      spending: record.history.spending)
    return due + rest.regularIncome(window)
  }

  /// Instalments of an agreement that fall due in a fiscal year, in cents of the budget currency.
  func dueCents(_ agreement: Agreement, in year: FiscalYear) -> Double {
    agreement.schedule(through: year.last).filter { $0.due >= year.first }.reduce(0) { sum, part in
      let amount = Money(cents: part.cents, currency: agreement.amount.currency)
      let asOf = ensemble.assumptions.scenario.asOf
      let day = min(part.due.lastDay, asOf)
      return sum + Double(book.inBudgetCurrency(amount, on: .day(day)) ?? 0)
    }
  }

  // MARK: Plans

  /// Up to three last years with both a plan and spending. A plan that is assumed is not the centre's own.
  private func planError(_ fund: Fund, _ recorded: [RecordedYear]) -> [IndicatorRow] {
    let errors = recorded.filter { !$0.spent.isEmpty && isWhole($0.year) }.suffix(3).compactMap { year in
      book.isPlanAssumed(of: fund.id, in: year.year)
        ? nil
        : plan(of: fund, in: year.year).map {
          abs(Double(year.spent.values.reduce(0, +)) - $0) / $0
        }
    }
    guard let last = recorded.last(where: { !$0.spent.isEmpty && isWhole($0.year) }), !errors.isEmpty else {
      return []
    }
    return [
      row(
        "plan-error", errors.reduce(0, +) / Double(errors.count), year: last.year, fund: fund.id,
        basis: .recorded,
        source: "ledger and plan of \(errors.count) \(errors.count == 1 ? "year" : "years") to \(last.year)",
        window: 3, files: [.budget, .expenditures])
    ].compactMap { $0 }
  }

  /// Lines and posts of a recorded year with support cost; `nil` without a line of that year.
  private func plan(of fund: Fund, in year: Int) -> Double? {
    let lines = book.budget.filter { $0.fund == fund.id && $0.year == year }
    guard !lines.isEmpty else { return nil }
    let fiscal = FiscalYear(year, startMonth: book.centre.fiscalYearStart)
    let posts = book.posts.filter { $0.fund == fund.id }.reduce(0) { sum, post in
      let first = max(Month(post.from), fiscal.first)
      let last = min(post.to.map { Month($0) } ?? fiscal.last, fiscal.last)
      let months = max(0, first.distance(to: last) + 1)
      let yearly = book.inBudgetCurrency(post.yearlyCost, on: .year(year)) ?? 0
      return sum + roundedQuotient(yearly * months, 12)
    }
    let direct = lines.reduce(posts) { $0 + (book.inBudgetCurrency($1.amount, on: .year(year)) ?? 0) }
    return direct > 0 ? Double(direct + fund.supportCost.of(direct)) : nil
  }
}

extension Book {
  /// Whether every line of a fund's plan of a year is assumed; true without a line.
  func isPlanAssumed(of fund: String, in year: Int) -> Bool {
    budget.allSatisfy { $0.fund != fund || $0.year != year || $0.provenance.isAssumption }
  }
}

extension FundPosition {
  /// What a row of `balances.csv` says.
  init(_ balance: Balance) {
    self.init(
      cash: Double(balance.cash), receivable: balance.receivable.map(Double.init),
      payable: balance.payable.map(Double.init),
      employeeLiabilities: balance.employeeLiabilities.map(Double.init))
  }
}
