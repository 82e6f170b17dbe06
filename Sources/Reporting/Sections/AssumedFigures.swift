import Finance
import Records

/// Which figures of a fund's recorded years rest on a row of the book whose source is an assumption.
struct AssumedFigures {
  private let book: Book
  private let fund: String

  init(_ book: Book, fund: String) { (self.book, self.fund) = (book, fund) }

  /// - Parameter line: of the statements, such as `received.india`, `spent.total`, `cash.closing`.
  func holds(_ line: String, year: Int) -> Bool {
    let parts = line.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return false }
    let part = parts[1] == "total" ? nil : parts[1]
    return rows(parts[0], part, year).contains(where: \.isAssumption)
  }

  /// - Parameter part: a contributor, an object class or an end of the year; `nil`: all of them.
  private func rows(_ group: String, _ part: String?, _ year: Int) -> [Provenance] {
    switch group {
    case "cash": balance(at: part, year).map { [$0.provenance] } ?? []
    case "received": contributions([.received, .refunded], by: part, year)
    case "recognised": contributions([.recognised], by: part, year)
    case "spent": expenditures(part, year)
    default: []
    }
  }

  private func contributions(_ stages: Set<Stage>, by contributor: String?, _ year: Int) -> [Provenance] {
    book.contributions.filter { row in
      row.fund == fund && stages.contains(row.stage) && isIn(row.occasion, year)
        && (contributor == nil || row.contributor == contributor)
    }.map(\.provenance)
  }

  private func expenditures(_ objectClass: String?, _ year: Int) -> [Provenance] {
    book.expenditures.filter { row in
      row.fund == fund && isIn(row.occasion, year)
        && (objectClass == nil || row.objectClass.rawValue == objectClass)
    }.map(\.provenance)
  }

  /// What `balances.csv` says at the beginning or the end of a year.
  private func balance(at end: String?, _ year: Int) -> Balance? {
    let fiscal = FiscalYear(year, startMonth: book.centre.fiscalYearStart)
    let month = end == "opening" ? fiscal.first.advanced(by: -1) : fiscal.last
    return book.balances.last { $0.fund == fund && Month($0.date) == month }
  }

  private func isIn(_ occasion: Occasion, _ year: Int) -> Bool {
    occasion.fiscalYear(startMonth: book.centre.fiscalYearStart) == year
  }
}
