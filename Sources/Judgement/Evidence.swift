import Finance
import Giving
public import Records
public import Tabular

/// What stands behind an indicator: rows of the book, or futures. The rows are found when they are asked for.
public enum Evidence: Sendable, Hashable {
  /// Rows of these files that speak of a fund (`all`: of every fund) in these fiscal years.
  case ledger(fund: String, years: ClosedRange<Int>, files: [LedgerFile])
  /// The central projection of a run.
  case central(fund: String, year: Int)
  /// All futures of a run: paths 0 to the number of paths less 1, the columns of this fund and year.
  case paths(fund: String, year: Int)

  /// Files of a book that hold facts.
  public enum LedgerFile: String, Sendable, Hashable, CaseIterable {
    case contributions = "contributions.csv"
    case agreements = "agreements.csv"
    case expenditures = "expenditures.csv"
    case balances = "balances.csv"
    case inKind = "in-kind.csv"
    case levels = "levels.csv"
    case budget = "budget.csv"
  }

  /// File and line of every ledger row behind it, file by file and in file order; none for futures.
  public func rows(in book: Book) -> [SourceLocation] {
    guard case .ledger(let fund, let years, let files) = self else { return [] }
    let reader = EvidenceReader(book: book, fund: fund, years: years)
    return files.flatMap { reader.provenances($0) }.map(\.location)
  }
}

/// Finds the rows of a fund and years.
private struct EvidenceReader {
  let book: Book
  let fund: String
  let years: ClosedRange<Int>

  func provenances(_ file: Evidence.LedgerFile) -> [Provenance] {
    switch file {
    case .contributions:
      book.contributions.filter { isOwn($0.fund) && isWithin($0.occasion) }.map(\.provenance)
    case .agreements: book.agreements.filter { isOwn($0.fund) && touches($0) }.map(\.provenance)
    case .expenditures:
      book.expenditures.filter { isOwn($0.fund) && isWithin($0.occasion) }.map(\.provenance)
    case .balances: book.balances.filter { isOwn($0.fund) && isWithin(.day($0.date)) }.map(\.provenance)
    case .inKind: book.inKind.filter { years.contains($0.year) }.map(\.provenance)
    case .levels: book.levels.filter { $0.years.overlaps(years) }.map(\.provenance)
    case .budget: book.budget.filter { isOwn($0.fund) && years.contains($0.year) }.map(\.provenance)
    }
  }

  private func isOwn(_ name: String) -> Bool { fund == "all" || name == fund }

  private func isWithin(_ occasion: Occasion) -> Bool {
    years.contains(occasion.fiscalYear(startMonth: book.centre.fiscalYearStart))
  }

  private func touches(_ agreement: Agreement) -> Bool {
    years.contains { agreement.covers($0, startMonth: book.centre.fiscalYearStart) }
  }
}
