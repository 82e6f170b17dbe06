import Budgeting
import Finance
import Giving
import Measures
import OrderedCollections
import Outlook
import Records
import Scenarios
import Simulation

/// Measures every indicator on the ledger, on the central path and on all paths.
struct IndicatorTable {
  let ensemble: Ensemble
  let book: Book
  let definitions: [String: Definition]
  let core: CoreGivers
  /// By fund: years before the projection.
  let recorded: [[RecordedYear]]
  /// By fund: those years and the central path after them.
  private(set) var records: [FundRecord?] = []

  init(_ ensemble: Ensemble) {
    self.ensemble = ensemble
    book = ensemble.assumptions.book
    definitions = Dictionary(uniqueKeysWithValues: Glossary.indicators.map { ($0.id, $0) })
    core = CoreGivers(ensemble.assumptions)
    let (book, first) = (book, ensemble.assumptions.timeline.years[0].year)
    recorded = ensemble.assumptions.funds.map { RecordedYear.all(of: $0.fund, in: book, before: first) }
    records = ensemble.assumptions.funds.indices.map { FundRecord(self, fund: $0) }
  }

  var all: [IndicatorRow] {
    let funds = core.coreFunds
    let measured =
      funds.flatMap(recordedRows) + funds.flatMap(centralRows) + funds.flatMap(simulatedRows) + mixRows
      + funds.flatMap(windowRows) + funds.flatMap(breadthRows) + funds.flatMap(balanceRows)
      + funds.flatMap(promiseRows) + funds.flatMap(exposureRows) + funds.flatMap(withoutLargestRows)
      + funds.flatMap(horizonRows) + mandateRows + earmarkedRows
    return measured + funds.flatMap { unmeasuredRows($0, beside: measured) }
  }

  var years: [FiscalYear] { ensemble.assumptions.timeline.years }

  // MARK: Rows

  /// Indicators that mean nothing where the book names no host: a share of 0 % would pass for a good one.
  private static let ofHost: Set = [
    "host-receipts", "voluntary-core-receipts", "host-share", "host-share-three-years",
  ]

  /// A row with its verdict; `nil` for an indicator the glossary does not know, or of a host there is not.
  /// - Parameters:
  ///   - window: years a recorded value is taken over, the last of them `year`.
  ///   - files: where the rows of a recorded value stand; contributions and agreements where nothing is said.
  func row(
    _ id: String, _ value: Double?, year: Int, fund: String, basis: IndicatorRow.Basis,
    statistic: String = "value", source: String, window: Int = 1, files: [Evidence.LedgerFile]? = nil
  ) -> IndicatorRow? {
    guard let definition = definitions[id], book.centre.host != nil || !IndicatorTable.ofHost.contains(id)
    else { return nil }
    let judged = ["value", "q50", "probability"].contains(statistic)
    let scale = definition.unit == .budgetCurrency ? 100.0 : 1
    return IndicatorRow(
      year: year, fund: fund, basis: basis, definition: definition, statistic: statistic, value: value,
      verdict: judged ? value.flatMap { value in definition.threshold?.verdict(value / scale) } : nil,
      source: source,
      evidence: IndicatorTable.evidence(fund: fund, year: year, basis: basis, window: window, files: files))
  }

  private static func evidence(
    fund: String, year: Int, basis: IndicatorRow.Basis, window: Int, files: [Evidence.LedgerFile]?
  ) -> Evidence {
    switch basis {
    case .recorded:
      .ledger(
        fund: fund, years: year - window + 1...year, files: files ?? [.contributions, .agreements])
    case .central: .central(fund: fund, year: year)
    case .simulated: .paths(fund: fund, year: year)
    }
  }

  // MARK: The ledger

  private func recordedRows(_ index: Int) -> [IndicatorRow] {
    let fund = ensemble.assumptions.funds[index].fund
    return self.recorded[index].flatMap { recorded -> [IndicatorRow] in
      let giving = withMembers(recorded.giving(book), year: recorded.year)
      let facts = facts(recorded, giving: giving)
      return facts.indicators(core.givers(Array(giving.keys), year: recorded.year)).compactMap {
        $0.value == nil
          ? nil
          : row(
            $0.id, $0.value, year: recorded.year, fund: fund.id, basis: .recorded,
            source: recorded.givingSource, files: IndicatorTable.files($0.id))
      }
    }
  }

  /// Giving of a year with the members that gave nothing: they were asked too.
  func withMembers(
    _ giving: OrderedDictionary<String, Int>, year: Int
  ) -> OrderedDictionary<String, Int> {
    book.contributors.values.reduce(into: giving) { all, contributor in
      let asked = contributor.kind != .adjustment && contributor.spell(in: year).councilMember
      if asked { all[contributor.id, default: 0] += 0 }
    }
  }

  /// Where the figures of a recorded indicator stand.
  private static func files(_ id: String) -> [Evidence.LedgerFile] {
    switch id {
    case "months-of-spending": [.balances, .expenditures]
    case "support-cost-ratio", "staff-share": [.expenditures]
    case "in-kind-share": [.inKind, .contributions, .agreements]
    case "attainment": [.levels, .contributions, .agreements]
    default: [.contributions, .agreements]
    }
  }

  private func facts(_ recorded: RecordedYear, giving: OrderedDictionary<String, Int>) -> YearFacts {
    var facts = YearFacts(received: giving.values.map(Double.init))
    let spent = recorded.spent.values.reduce(0, +)
    if !recorded.spent.isEmpty { facts.spent = Double(spent) }
    if !recorded.spent.isEmpty, recorded.spent[.unclassified] == nil {
      let support = recorded.spent[.programmeSupport] ?? 0
      facts.support = Double(support)
      facts.direct = Double(spent - support)
      facts.staff = Double(recorded.spent[.staff] ?? 0)
    }
    facts.closingCash = recorded.closingCash.map(Double.init)
    facts.inKind = inKind(in: recorded.year)
    return facts
  }

  /// In-kind support of a year; `nil` where the book values none in any year.
  private func inKind(in year: Int) -> Double? {
    guard !book.inKind.isEmpty else { return nil }
    return book.inKind.filter { $0.year == year }.reduce(0) {
      $0 + Double(book.inBudgetCurrency($1.value, on: .year($1.year)) ?? 0)
    }
  }

  // MARK: The central path

  private func centralRows(_ index: Int) -> [IndicatorRow] {
    let fund = ensemble.assumptions.funds[index].fund.id
    return years.indices.flatMap { year -> [IndicatorRow] in
      let account = ensemble.central.accounts[index].years[year]
      let names = core.indices(of: fund).map { ensemble.assumptions.givers[$0].giver.contributor }
      let measured = centralFacts(index, year: year).indicators(core.givers(names, year: years[year].year))
      let amounts: [(id: String, value: Double?)] = [
        ("funding-gap", account.fundingGap)
      ]
      // An expected amount is above zero for everyone who may give: counting heads needs paths.
      return (measured + amounts).filter { $0.id != "contributing-members" }.compactMap {
        row(
          $0.id, $0.value, year: years[year].year, fund: fund, basis: .central,
          source: $0.value == nil ? whyNot($0.id, index) : "central projection")
      }
    }
  }

  /// Why an indicator of the central path has no value.
  private func whyNot(_ id: String, _ index: Int) -> String {
    let reason =
      id == "in-kind-share" && !book.inKind.isEmpty
      ? "support in kind is not projected; see replacement-cost" : Unmeasured(self, fund: index).reason(id)
    return "not measurable, because \(reason)"
  }

  private func centralFacts(_ index: Int, year: Int) -> YearFacts {
    let plan = ensemble.assumptions.funds[index]
    let account = ensemble.central.accounts[index].years[year]
    let own = core.indices(of: plan.fund.id)
    var facts = YearFacts(
      received: own.map {
        ensemble.central.received[$0 * years.count + year] + core.begun($0, fund: index, year: year)
      })
    facts.months = ensemble.assumptions.timeline.months(of: year).count
    (facts.direct, facts.support) = (account.direct + account.separation, account.support)
    facts.spent = account.spent
    facts.staff = plan.units.indices.reduce(account.separation) { sum, unit in
      plan.units[unit].objectClass == .staff
        ? sum + ensemble.central.accounts[index].paidByUnit[year * plan.units.count + unit] : sum
    }
    (facts.closingCash, facts.freeCash) = (account.closingCash, account.freeCash)
    facts.reserveRequired = account.reserveRequired
    facts.lowestCash = account.lowestCash
    facts.plan = account.plannedDirect + account.plannedSupport
    facts.agreed = agreed(own, year: year)
    // Of what came before the projection begins no currency is kept.
    let isWhole = year > 0 || core.begun[index].isEmpty
    facts.otherCurrencies = isWhole ? otherCurrencies(own, year: year) : nil
    return facts
  }

  /// Instalments that fall due in the year, at the as-of rate.
  func agreed(_ givers: [Int], year: Int) -> Double {
    let months = ensemble.assumptions.timeline.months(of: year)
    return givers.flatMap { ensemble.assumptions.givers[$0].instalments }
      .filter { months.contains($0.due) }
      .reduce(0) { $0 + ($1.cents * ensemble.assumptions.exchange.values[$1.currency]).rounded() }
  }

  /// What is due in the year in other currencies, at the as-of rate.
  func otherCurrencies(_ givers: [Int], year: Int) -> Double {
    let months = ensemble.assumptions.timeline.months(of: year)
    let rates = ensemble.assumptions.exchange.values
    return givers.map { ensemble.assumptions.givers[$0] }.reduce(0) { sum, plan in
      if let gift = plan.fixed[year] {
        return gift.currency == 0 ? sum : sum + (gift.cents * rates[gift.currency]).rounded()
      }
      return plan.instalments.filter { months.contains($0.due) && $0.currency != 0 }
        .reduce(sum) { $0 + ($1.cents * rates[$1.currency]).rounded() }
    }
  }
}
