import Finance
import OrderedCollections
import Records

/// What a book's ledger holds, by fund and fiscal year.
struct ActualLedger {
  let book: Book

  init(_ book: Book) { self.book = book }

  private var start: Int { book.centre.fiscalYearStart }

  /// Last day of which the ledger knows something; `nil` for an empty one.
  var lastKnown: CalendarDate? {
    func day(_ occasion: Occasion, _ known: CalendarDate) -> CalendarDate {
      if case .day(let date) = occasion { max(date, known) } else { known }
    }
    let days =
      book.contributions.map { day($0.occasion, $0.provenance.knownOn) }
      + book.expenditures.map { day($0.occasion, $0.provenance.knownOn) }
      + book.balances.map(\.date) + book.controls.map(\.provenance.knownOn)
    return days.max()
  }

  /// The fund's whole years after a day: begun after it, over by `lastKnown`, and none later than the last of
  /// which the fund has a row. A year without a row before that one is a year in which nothing came.
  func years(of fund: String, after asOf: CalendarDate) -> [Int] {
    guard let lastKnown, let last = lastYear(of: fund) else { return [] }
    let first = FiscalYear(containing: Month(asOf), startMonth: start).year + 1
    guard first <= last else { return [] }
    return (first...last).filter { FiscalYear($0, startMonth: start).last.lastDay <= lastKnown }
  }

  private func lastYear(of fund: String) -> Int? {
    let rows =
      book.contributions.lazy.filter { $0.fund == fund }.map(\.occasion)
      + book.expenditures.lazy.filter { $0.fund == fund }.map(\.occasion)
      + book.balances.lazy.filter { $0.fund == fund }.map { .day($0.date) }
    let years = rows.map { $0.fiscalYear(startMonth: start) }
    return (years + book.controls.filter { $0.fund == fund }.map(\.year)).max()
  }

  /// The stage in which a fund's money is compared: revenue where the book has any.
  func stage(of fund: String) -> Stage {
    let stages = Set(book.contributions.lazy.filter { $0.fund == fund }.map(\.stage))
    return stages.contains(.recognised) || !stages.contains(.received) ? .recognised : .received
  }

  /// The printed total of a fund's year.
  func printed(_ stage: Stage, fund: String, year: Int) -> Int? {
    let total = book.controls.first {
      $0.file == "contributions.csv" && $0.fund == fund && $0.year == year && $0.stage == stage.rawValue
    }
    return total.flatMap { book.inBudgetCurrency($0.total, on: .year(year)) }
  }

  /// The documents behind a contributor's amount of a year, each once; refunds count beside receipts.
  func sources(_ contributor: String, fund: String, year: Int, stage: Stage) -> [String] {
    let own = rows(fund, year, stage).filter { $0.contributor == contributor }
    return Array(OrderedSet(own.map(\.provenance.source)))
  }

  /// The documents behind everything that is told of a fund's year, each once.
  func sources(fund: String, year: Int, stage: Stage) -> [String] {
    let spent = book.expenditures.filter {
      $0.fund == fund && $0.occasion.fiscalYear(startMonth: start) == year
    }
    let printed = book.controls.filter {
      $0.fund == fund && $0.year == year && [stage.rawValue, "spent"].contains($0.stage)
    }
    let balance = balance(of: fund, year: year).map { [$0.provenance.source] } ?? []
    return Array(
      OrderedSet(
        rows(fund, year, stage).map(\.provenance.source) + spent.map(\.provenance.source)
          + printed.map(\.provenance.source) + balance))
  }

  private func rows(_ fund: String, _ year: Int, _ stage: Stage) -> [Contribution] {
    let stages: Set<Stage> = stage == .received ? [.received, .refunded] : [stage]
    return book.contributions.filter {
      $0.fund == fund && stages.contains($0.stage) && $0.occasion.fiscalYear(startMonth: start) == year
    }
  }

  func isAdjustment(_ contributor: String) -> Bool { book.contributors[contributor]?.kind == .adjustment }

  /// The balance at the end of a year.
  func balance(of fund: String, year: Int) -> Balance? {
    let last = FiscalYear(year, startMonth: start).last
    return book.balances.last { $0.fund == fund && Month($0.date) == last }
  }
}
