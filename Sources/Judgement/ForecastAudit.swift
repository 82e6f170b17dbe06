public import Finance
import OrderedCollections
public import Records

/// A frozen forecast held against the book's later rows: what was told, what came.
///
/// Judged are the years that begin after the as-of date and that the book has whole. Amounts are compared in
/// one stage for each fund: recognised with recognised, or received with received where the book's fund
/// has no revenue; an agreement of several years counts whole in the year in which it is booked, on both sides.
public struct ForecastAudit: Sendable {
  public let forecast: FrozenForecast
  /// Funds with a year to be judged, the one with most money first.
  public let funds: [FundAudit]
  /// Last day the book knows something of.
  public let lastKnown: CalendarDate
  /// All contributors in all years, and all funds' totals.
  public let scores: (contributors: Scores?, totals: Scores?)

  /// - Throws: `ForecastAuditError` where the book is another centre's, counts in another currency, or has no
  ///   whole year after the as-of date.
  public init(_ forecast: FrozenForecast, actuals book: Book) throws(ForecastAuditError) {
    guard forecast.centre == book.centre.id else {
      throw .otherCentre(run: forecast.centre, book: book.centre.id)
    }
    guard forecast.currency == book.centre.budgetCurrency else {
      throw .otherCurrency(run: forecast.currency, book: book.centre.budgetCurrency)
    }
    let ledger = ActualLedger(book)
    guard let lastKnown = ledger.lastKnown else { throw .nothingLater(asOf: forecast.asOf, lastKnown: nil) }
    let funds = book.centre.funds.values.compactMap { fund in
      FundAudit(fund, forecast, ledger, years: ledger.years(of: fund.id, after: forecast.asOf))
    }.sorted(by: FundAudit.precedes)
    guard !funds.isEmpty else { throw .nothingLater(asOf: forecast.asOf, lastKnown: lastKnown) }
    (self.forecast, self.funds, self.lastKnown) = (forecast, funds, lastKnown)
    scores = (
      Scores(funds.flatMap(\.cells), seed: forecast.seed, stream: "hindsight.contributors"),
      Scores(funds.flatMap(\.totals), seed: forecast.seed, stream: "hindsight.totals")
    )
  }
}

/// Why a forecast cannot be held against a book.
public enum ForecastAuditError: Error, Sendable, Equatable, CustomStringConvertible {
  case otherCentre(run: String, book: String)
  case otherCurrency(run: Currency, book: Currency)
  /// `nil`: the book has no ledger at all.
  case nothingLater(asOf: CalendarDate, lastKnown: CalendarDate?)

  public var description: String {
    switch self {
    case .otherCentre(let run, let book):
      "the run is of the centre '\(run)', the book of '\(book)'; name the book of '\(run)' with --actuals"
    case .otherCurrency(let run, let book):
      "the run counts in \(run), the book in \(book); name a book that counts in \(run)"
    case .nothingLater(let asOf, let lastKnown):
      "the run is as of \(asOf) and the book's ledger "
        + (lastKnown.map { "ends on \($0)" } ?? "is empty")
        + "; no whole year forecast by the run has records yet: name a later book, or an earlier run"
    }
  }
}
