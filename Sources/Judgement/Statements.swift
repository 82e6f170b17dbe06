import Budgeting
import Finance
import Giving
import OrderedCollections
import Outlook
import Records
import Simulation

/// Recorded years from the ledger and projected years from the central path, line by line. Every total is the
/// sum of the lines printed above it.
struct Statements {
  private let ensemble: Ensemble
  private let book: Book

  init(_ ensemble: Ensemble) {
    self.ensemble = ensemble
    book = ensemble.assumptions.book
  }

  var all: [StatementLine] {
    let first = ensemble.assumptions.timeline.years[0].year
    return ensemble.assumptions.funds.indices.flatMap { index in
      RecordedYear.all(of: ensemble.assumptions.funds[index].fund, in: book, before: first)
        .flatMap(recorded) + ensemble.assumptions.timeline.years.indices.flatMap { central(index, year: $0) }
    }
  }

  // MARK: Recorded

  private func recorded(_ year: RecordedYear) -> [StatementLine] {
    var lines = Lines(year: year.year, fund: year.fund.id, basis: .recorded)
    if let cash = year.openingCash { lines.add("cash.opening", cash) }
    lines.addGroup("received", year.received)
    if !year.received.isEmpty { addSupported(year.received, rate: year.fund.supportCost, to: &lines) }
    lines.addGroup("recognised", year.recognised)
    if !year.spent.isEmpty {
      for (objectClass, cents) in year.spent { lines.add("spent.\(objectClass.rawValue)", cents) }
      lines.add("spent.total", year.spent.values.reduce(0, +))
    }
    if let cash = year.closingCash { lines.add("cash.closing", cash) }
    return lines.all
  }

  /// What gross receipts support: direct programme and support cost, host and others apart.
  private func addSupported(_ received: OrderedDictionary<String, Int>, rate: Rate, to lines: inout Lines) {
    let host = received.reduce(0) { $0 + ($1.key == book.centre.host ? $1.value : 0) }
    let others = received.values.reduce(0, +) - host
    for (who, gross) in [("host", host), ("others", others)] where gross != 0 {
      let split = rate.split(gross: gross)
      lines.add("supports.\(who).direct", split.direct)
      lines.add("supports.\(who).programme-support", split.support)
      lines.add("supports.\(who).gross", gross)
    }
  }

  // MARK: Central

  private func central(_ index: Int, year: Int) -> [StatementLine] {
    let assumptions = ensemble.assumptions
    let plan = assumptions.funds[index]
    let account = ensemble.central.accounts[index].years[year]
    var lines = Lines(
      year: assumptions.timeline.years[year].year, fund: plan.fund.id, basis: .central)
    let received = byContributor(ensemble.central.received, fund: plan.fund.id, year: year)
    lines.add("cash.opening", account.openingCash)
    lines.addGroup("received", received)
    addSupported(received, rate: plan.fund.supportCost, to: &lines)
    if account.interest != 0 { lines.add("interest", account.interest) }
    addSpending(index, year: year, account: account, to: &lines)
    lines.add("commitments.settled", account.settled)
    lines.add("cash.closing", account.closingCash)
    lines.add("reserve.required", account.reserveRequired)
    lines.add("planned.direct", account.plannedDirect)
    lines.add("planned.programme-support", account.plannedSupport)
    lines.add("planned.total", account.plannedDirect + account.plannedSupport)
    lines.add("shortfall", account.shortfall)
    lines.add("funding-gap", account.fundingGap)
    addAccrual(index, year: year, received: received, to: &lines)
    return lines.all
  }

  private func addSpending(_ index: Int, year: Int, account: YearAccount, to lines: inout Lines) {
    let units = ensemble.assumptions.funds[index].units
    let paid = ensemble.central.accounts[index].paidByUnit
    var classes: OrderedDictionary<ObjectClass, Double> = [:]
    for unit in units.indices {
      classes[units[unit].objectClass, default: 0] += paid[year * units.count + unit]
    }
    classes.sort { $0.key < $1.key }
    for (objectClass, cents) in classes where cents != 0 {
      lines.add("spent.\(objectClass.rawValue)", cents)
    }
    if account.separation != 0 { lines.add("spent.separation", account.separation) }
    lines.add("spent.programme-support", account.support)
    lines.add("spent.total", account.spent)
  }

  /// Revenue beside cash, and what is owed.
  private func addAccrual(
    _ index: Int, year: Int, received: OrderedDictionary<String, Int>, to lines: inout Lines
  ) {
    let assumptions = ensemble.assumptions
    let years = assumptions.timeline.years.count
    let recognised = byContributor(
      ensemble.central.recognised, fund: assumptions.funds[index].fund.id, year: year)
    lines.addGroup("recognised", recognised)
    let opening =
      year == 0
      ? assumptions.openingReceivable[index] : ensemble.central.receivable[index * years + year - 1]
    let closing = ensemble.central.receivable[index * years + year]
    let cash = Double(received.values.reduce(0, +))
    let revenue = Double(recognised.values.reduce(0, +))
    lines.add("receivable.opening", opening)
    lines.add("receivable.exchange-and-other", closing - opening - revenue + cash)
    lines.add("receivable.closing", closing)
    lines.add("receivable.allowance", ensemble.central.allowance[index * years + year])
  }

  /// A year's amounts of a fund's givers by contributor, zeros left out.
  private func byContributor(_ amounts: [Double], fund: String, year: Int) -> OrderedDictionary<String, Int> {
    let years = ensemble.assumptions.timeline.years.count
    var sums: OrderedDictionary<String, Int> = [:]
    for (index, plan) in ensemble.assumptions.givers.enumerated() where plan.giver.fund == fund {
      let cents = Int(amounts[index * years + year])
      if cents != 0 { sums[plan.giver.contributor, default: 0] += cents }
    }
    return sums
  }
}

/// Collects the lines of one year.
private struct Lines {
  let year: Int
  let fund: String
  let basis: IndicatorRow.Basis
  private(set) var all: [StatementLine] = []

  init(year: Int, fund: String, basis: IndicatorRow.Basis) {
    (self.year, self.fund, self.basis) = (year, fund, basis)
  }

  mutating func add(_ line: String, _ cents: Int) {
    all.append(StatementLine(year: year, fund: fund, basis: basis, line: line, amount: cents))
  }

  mutating func add(_ line: String, _ cents: Double) { add(line, Int(cents)) }

  /// One line a contributor and their total.
  mutating func addGroup(_ name: String, _ amounts: OrderedDictionary<String, Int>) {
    guard !amounts.isEmpty else { return }
    for (contributor, cents) in amounts { add("\(name).\(contributor)", cents) }
    add("\(name).total", amounts.values.reduce(0, +))
  }
}
