import Finance
import OrderedCollections
import Tabular

/// What only shows when all files are read.
extension BookReader {
  mutating func checkAcrossFiles() {
    checkHost()
    checkReplacedLines()
    checkRates()
    checkControls()
  }

  private mutating func checkHost() {
    guard let centre, let host = centre.host, let index = context.contributors else { return }
    if contributors[host] != nil { return }
    problems.error(
      hostLocation ?? centre.location,
      Wording.unknown(
        "host", host, known: index.spellings.filter { contributors[$0] != nil },
        defining: "add it to contributors.csv"))
  }

  /// Support in kind stands for a line of the plan. As of a date the line may not be planned yet, so that only
  /// the whole book is held to it.
  private mutating func checkReplacedLines() {
    guard context.asOf == nil, !faulty.contains(FileSchema.budget.name) else { return }
    let lines = Set(budget.map(\.line))
    for row in inKind where !lines.contains(row.replaces) {
      problems.error(
        row.provenance.location,
        Wording.unknown(
          "replaces", row.replaces, known: lines.sorted(), defining: "name a line of budget.csv"))
    }
  }
}

// MARK: - Exchange rates
extension BookReader {
  /// Every amount in a foreign currency needs a rate for its month or an earlier one; so does the budget
  /// currency itself where it is not the dollar.
  private mutating func checkRates() {
    guard let budgetCurrency = context.budgetCurrency, !faulty.contains(FileSchema.exchangeRates.name) else {
      return
    }
    var check = RateCheck(budgetCurrency: budgetCurrency, quotes: quotes)
    for row in levels { check.take(row.amount, .year(row.years.lowerBound), row.provenance) }
    for row in agreements { check.take(row.amount, .day(row.signed), row.provenance) }
    for row in contributions { check.take(row.amount, row.occasion, row.provenance) }
    for row in expenditures { check.take(row.amount, row.occasion, row.provenance) }
    for row in inKind { check.take(row.value, .year(row.year), row.provenance) }
    for row in budget { check.take(row.amount, .year(row.year), row.provenance) }
    for row in posts { check.take(row.yearlyCost, .day(row.from), row.provenance) }
    check.report(&problems)
  }
}

/// Finds amounts that no rate turns into the budget currency, and names the first of each file and currency.
struct RateCheck {
  private struct Lack: Hashable {
    let file: String
    let currency: Currency
  }

  private let budgetCurrency: Currency
  private let firstQuoted: [Currency: Month]
  private var lacks: [Lack: (location: SourceLocation, month: Month, amount: Money, rows: Int)] = [:]

  init(budgetCurrency: Currency, quotes: [ExchangeRates.Quote]) {
    self.budgetCurrency = budgetCurrency
    firstQuoted = Dictionary(quotes.map { ($0.rate.currency, $0.month) }, uniquingKeysWith: min)
  }

  mutating func take(_ amount: Money, _ occasion: Occasion, _ provenance: Provenance) {
    guard amount.currency != budgetCurrency else { return }
    let month =
      switch occasion {
      case .day(let date): Month(date)
      case .year(let year): Month(year: year, month: 12)
      }
    for currency in [amount.currency, budgetCurrency] where currency != .usd {
      if let first = firstQuoted[currency], first <= month { continue }
      let lack = Lack(file: provenance.location.file, currency: currency)
      let rows = (lacks[lack]?.rows ?? 0) + 1
      if rows == 1 { lacks[lack] = (provenance.location, month, amount, 1) } else { lacks[lack]?.rows = rows }
    }
  }

  func report(_ problems: inout Problems) {
    for (lack, first) in lacks.sorted(by: { $0.value.location < $1.value.location }) {
      let more = first.rows == 1 ? "" : " (and \(first.rows - 1) more rows of this file)"
      problems.error(
        first.location,
        "no rate turns \(first.amount) into \(budgetCurrency): exchange-rates.csv has none of \(lack.currency) "
          + "for \(first.month) or earlier\(more); add one")
    }
  }
}
