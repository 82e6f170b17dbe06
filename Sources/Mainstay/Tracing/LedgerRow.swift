import Finance
import OrderedCollections
import Records
import Tabular

/// A row of the book as a trace shows it.
struct LedgerRow: Hashable {
  let text: String
  let provenance: Provenance
}

/// Finds the rows of a book behind a figure.
struct LedgerRows {
  let book: Book

  private var start: Int { book.centre.fiscalYearStart }

  /// Rows of `contributions.csv`; `nil` leaves a criterion out.
  func contributions(
    fund: String?, contributor: String? = nil, year: Int? = nil, stages: [Stage]
  ) -> [LedgerRow] {
    book.contributions.filter { row in
      (fund == nil || row.fund == fund) && (contributor == nil || row.contributor == contributor)
        && (year == nil || row.occasion.fiscalYear(startMonth: start) == year)
        && stages.contains(row.stage)
    }.map { row in
      LedgerRow(
        text:
          "\(amount(row.amount, row.occasion)) \(row.stage.rawValue), \(row.contributor), \(day(row.occasion))",
        provenance: row.provenance)
    }
  }

  func agreements(contributor: String? = nil, fund: String) -> [LedgerRow] {
    book.agreements.filter { $0.fund == fund && (contributor == nil || $0.contributor == contributor) }.map {
      let each = $0.instalments == .yearly ? " a year" : ""
      let end = $0.to.map { " to \($0)" } ?? ""
      return LedgerRow(
        text: "\(money($0.amount))\(each) agreed, \($0.contributor), \($0.id), from \($0.from)\(end)",
        provenance: $0.provenance)
    }
  }

  func expenditures(fund: String, year: Int, objectClass: String? = nil) -> [LedgerRow] {
    book.expenditures.filter {
      $0.fund == fund && $0.occasion.fiscalYear(startMonth: start) == year
        && (objectClass == nil || $0.objectClass.rawValue == objectClass)
    }.map(expenditure)
  }

  private func expenditure(_ row: Expenditure) -> LedgerRow {
    LedgerRow(
      text: "\(amount(row.amount, row.occasion)) \(row.objectClass.rawValue), \(day(row.occasion))",
      provenance: row.provenance)
  }

  func balance(fund: String, at end: Month) -> [LedgerRow] {
    balances(book.balances.last { $0.fund == fund && Month($0.date) == end })
  }

  /// The last balance before a month.
  func balance(fund: String, before month: Month) -> [LedgerRow] {
    balances(
      book.balances.filter { $0.fund == fund && Month($0.date) < month }
        .max { $0.date < $1.date })
  }

  private func balances(_ balance: Balance?) -> [LedgerRow] {
    guard let balance else { return [] }
    let open = balance.openCommitments.map { ", open commitments \(Money.grouped(cents: $0))" } ?? ""
    return [
      LedgerRow(
        text: "\(Money.grouped(cents: balance.cash)) cash on \(balance.date)\(open)",
        provenance: balance.provenance)
    ]
  }

  /// Planned lines of a year and posts that cost in it; `objectClass` `nil`: all.
  func plan(fund: String, year: Int, objectClass: String? = nil) -> [LedgerRow] {
    let lines = book.budget.filter {
      $0.fund == fund && $0.year == year && (objectClass == nil || $0.objectClass.rawValue == objectClass)
    }.map {
      LedgerRow(
        text: "\(money($0.amount)) planned, \($0.line) (\($0.objectClass.rawValue)), \($0.year)",
        provenance: $0.provenance)
    }
    let staff = objectClass == nil || objectClass == ObjectClass.staff.rawValue
    return lines + (staff ? posts(fund: fund, year: FiscalYear(year, startMonth: start)) : [])
  }

  private func posts(fund: String, year: FiscalYear) -> [LedgerRow] {
    book.posts.filter {
      $0.fund == fund && Month($0.from) <= year.last && ($0.to.map { Month($0) >= year.first } ?? true)
    }.map {
      let end = $0.to.map { " to \($0)" } ?? ""
      return LedgerRow(
        text: "\(money($0.yearlyCost)) a year, post \($0.id) (\($0.grade)), from \($0.from)\(end)",
        provenance: $0.provenance)
    }
  }

  func inKind(year: Int) -> [LedgerRow] {
    book.inKind.filter { $0.year == year }.map {
      LedgerRow(
        text: "\(money($0.value)) in kind, \($0.contributor), \($0.what), \($0.year)",
        provenance: $0.provenance)
    }
  }

  func levels(year: Int) -> [LedgerRow] {
    book.levels.filter { $0.years.contains(year) }.map { level in
      let who =
        switch level.subject {
        case .contributor(let id): id
        case .group(let group): group.rawValue
        }
      return LedgerRow(text: "\(money(level.amount)) recommended, \(who)", provenance: level.provenance)
    }
  }

  /// Rows of a file, all or only the assumed ones.
  func rows(of file: String, assumedOnly: Bool) -> [LedgerRow] {
    (all.first { $0.name == file }?.rows ?? []).filter { !assumedOnly || $0.provenance.isAssumption }
  }

  /// Rows of any file with a source.
  func rows(source: String) -> [LedgerRow] {
    all.flatMap(\.rows).filter { $0.provenance.source == source }
  }

  /// Rows of the whole book by file.
  var all: [(name: String, rows: [LedgerRow])] {
    let funds = Array(book.centre.funds.keys)
    let contributed = contributions(fund: nil, stages: Stage.allCases)
    let spent = book.expenditures.map(expenditure)
    let planned = book.budget.map {
      LedgerRow(text: "\(money($0.amount)) planned, \($0.line), \($0.year)", provenance: $0.provenance)
    }
    let posts = book.posts.map {
      LedgerRow(
        text: "\(money($0.yearlyCost)) a year, post \($0.id) (\($0.grade))", provenance: $0.provenance)
    }
    let levels = book.levels.map {
      LedgerRow(text: "\(money($0.amount)) recommended", provenance: $0.provenance)
    }
    let kinds = Set(book.inKind.map(\.year)).sorted().flatMap { inKind(year: $0) }
    let rates = book.exchangeRates.currencies.flatMap { currency in
      book.exchangeRates.quotes(of: currency).map {
        LedgerRow(text: "rate of \(currency) in \($0.month)", provenance: $0.provenance)
      }
    }
    return [
      ("contributions.csv", contributed), ("agreements.csv", funds.flatMap { agreements(fund: $0) }),
      ("expenditures.csv", spent), ("budget.csv", planned), ("posts.csv", posts),
      ("balances.csv", book.balances.flatMap { balances($0) }), ("in-kind.csv", kinds),
      ("levels.csv", levels), ("exchange-rates.csv", rates),
    ]
  }

  // MARK: Words

  private func money(_ amount: Money) -> String {
    "\(Money.grouped(cents: amount.cents)) \(amount.currency)"
  }

  /// An amount, and what it is in the budget currency where it is in another.
  private func amount(_ amount: Money, _ occasion: Occasion) -> String {
    let currency = book.centre.budgetCurrency
    guard amount.currency != currency, let cents = book.inBudgetCurrency(amount, on: occasion) else {
      return money(amount)
    }
    return "\(money(amount)) = \(Money.grouped(cents: cents)) \(currency)"
  }

  private func day(_ occasion: Occasion) -> String {
    switch occasion {
    case .day(let date): "\(date)"
    case .year(let year): "\(year)"
    }
  }
}
