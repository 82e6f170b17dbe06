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
    forEachAmount { check.take($0, $1, $2) }
    check.report(&problems)
  }

  /// Every amount that may be in a foreign currency, with the time its rate is taken from.
  func forEachAmount(_ body: (Money, Occasion, Provenance) -> Void) {
    for row in levels { body(row.amount, .year(row.years.lowerBound), row.provenance) }
    for row in agreements { body(row.amount, .day(row.signed), row.provenance) }
    for row in contributions { body(row.amount, row.occasion, row.provenance) }
    for row in expenditures { body(row.amount, row.occasion, row.provenance) }
    for row in inKind { body(row.value, .year(row.year), row.provenance) }
    for row in budget { body(row.amount, .year(row.year), row.provenance) }
    for row in posts { body(row.yearlyCost, .day(row.from), row.provenance) }
  }
}
