public import Finance
import Probability
import Records
import Scenarios

/// The currencies a projection meets and how they move: a correlated logarithmic random walk by month with no
/// expected change of value (assumption).
public struct ExchangeOutlook: Sendable, Equatable {
  /// Index 0 is the budget currency.
  public let currencies: [Currency]
  /// Value of one unit in the budget currency on the as-of date.
  public let values: [Double]
  /// Standard deviation of a month's change of the logarithm; 0 for the budget currency.
  public let monthlyDeviation: [Double]
  /// Correlation of the other currencies' changes (without the budget currency), by rows.
  public let correlation: [[Double]]
  /// Factor a scenario puts on a currency's value, by currency and month.
  public var shocks: [[Double]]

  /// Quotes a currency needs before its own history is used.
  public static let quotesNeeded = 24
  /// Yearly deviation where it has fewer (assumption).
  public static let defaultVolatility = 0.10
  /// Share of the sample correlation that is believed; the rest is none. Keeps the matrix positive definite.
  static let correlationShare = 0.95

  init(book: Book, asOf: CalendarDate, currencies others: [Currency], volatility: Rate?, months: Int) {
    let budget = book.centre.budgetCurrency
    let histories = others.map { ExchangeOutlook.changes(of: $0, in: budget, book: book) }
    let fallback = (volatility?.fraction ?? ExchangeOutlook.defaultVolatility) / 12.0.squareRoot()
    currencies = [budget] + others
    values =
      [1] + others.map { ExchangeOutlook.value(of: $0, in: budget, book: book, month: Month(asOf)) ?? 1 }
    monthlyDeviation =
      [0]
      + histories.map { history in
        history.count + 1 < ExchangeOutlook.quotesNeeded ? fallback : deviation(history.map(\.change))
      }
    correlation = others.indices.map { row in
      others.indices.map { column in
        row == column
          ? 1
          : ExchangeOutlook.correlationShare * ExchangeOutlook.correlation(histories[row], histories[column])
      }
    }
    shocks = currencies.map { _ in Array(repeating: 1, count: months) }
  }

  /// Changes a currency's value in dollars. Where it is the budget currency that loses or gains, what changes
  /// is the value of every other in it.
  mutating func apply(_ shock: ExchangeShock, fromMonth first: Int) {
    let factor = 1 + shock.change.fraction
    guard let currency = currencies.firstIndex(of: shock.currency) else { return }
    for month in first..<max(first, shocks[0].count) {
      if currency > 0 {
        shocks[currency][month] *= factor
      } else {
        for other in currencies.indices.dropFirst() { shocks[other][month] /= factor }
      }
    }
  }

  /// Value of one unit of `currency` in `budget` at the last quotes up to `month`.
  static func value(of currency: Currency, in budget: Currency, book: Book, month: Month) -> Double? {
    guard let own = book.exchangeRates.rate(of: currency, in: month),
      let base = book.exchangeRates.rate(of: budget, in: month)
    else { return nil }
    return base.localPerDollar / own.localPerDollar
  }

  /// The quotes that tell a currency's value: its own, of the dollar those of the budget currency.
  static func quotes(of currency: Currency, in budget: Currency, book: Book) -> [ExchangeRates.Quote] {
    book.exchangeRates.quotes(of: currency == .usd ? budget : currency)
  }

  /// Month-to-month changes of the logarithm of the value.
  private static func changes(
    of currency: Currency, in budget: Currency, book: Book
  ) -> [(month: Month, change: Double)] {
    let months = quotes(of: currency, in: budget, book: book).map(\.month)
    return zip(months, months.dropFirst()).compactMap { before, after in
      guard let old = value(of: currency, in: budget, book: book, month: before),
        let new = value(of: currency, in: budget, book: book, month: after)
      else { return nil }
      return (after, Elementary.log(new / old))
    }
  }

  /// Sample correlation over the months both have; 0 with fewer than `quotesNeeded`.
  private static func correlation(
    _ left: [(month: Month, change: Double)], _ right: [(month: Month, change: Double)]
  ) -> Double {
    let others = Dictionary(right.map { ($0.month, $0.change) }, uniquingKeysWith: { first, _ in first })
    let pairs = left.compactMap { entry in others[entry.month].map { (entry.change, $0) } }
    guard pairs.count + 1 >= quotesNeeded else { return 0 }
    let (x, y) = (pairs.map(\.0), pairs.map(\.1))
    let (meanX, meanY) = (mean(x), mean(y))
    let cross = pairs.reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / Double(pairs.count - 1)
    let scale = deviation(x) * deviation(y)
    return scale > 0 ? cross / scale : 0
  }
}

private func mean(_ values: [Double]) -> Double {
  values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
}

private func deviation(_ values: [Double]) -> Double {
  guard values.count > 1 else { return 0 }
  let center = mean(values)
  return (values.reduce(0) { $0 + ($1 - center) * ($1 - center) } / Double(values.count - 1)).squareRoot()
}
