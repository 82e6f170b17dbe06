public import Finance

/// Monthly rates of the book; the dollar is always 1.
public struct ExchangeRates: Sendable {
  private let byCurrency: [Currency: [Quote]]

  /// One quoted month.
  public struct Quote: Sendable, Hashable {
    public let month: Month
    public let rate: ExchangeRate
    public let provenance: Provenance

    public init(month: Month, rate: ExchangeRate, provenance: Provenance) {
      (self.month, self.rate, self.provenance) = (month, rate, provenance)
    }
  }

  public init(_ quotes: [Quote]) {
    byCurrency = Dictionary(grouping: quotes, by: \.rate.currency).mapValues {
      $0.sorted { $0.month < $1.month }
    }
  }

  /// Currencies quoted, in alphabetical order.
  public var currencies: [Currency] { byCurrency.keys.sorted() }

  /// All quotes of a currency, by month.
  public func quotes(of currency: Currency) -> [Quote] { byCurrency[currency] ?? [] }

  /// The last rate quoted for a month not later than `month`, or `nil` where none is.
  public func rate(of currency: Currency, in month: Month) -> ExchangeRate? {
    if currency == .usd { return .dollar }
    return quotes(of: currency).last { $0.month <= month }?.rate
  }

  /// The plain mean of the rates quoted for a calendar year, or the last earlier quote.
  public func meanRate(of currency: Currency, in year: Int) -> ExchangeRate? {
    if currency == .usd { return .dollar }
    let rates = quotes(of: currency).filter { $0.month.year == year }.map(\.rate.localPerDollar)
    guard !rates.isEmpty else { return rate(of: currency, in: Month(year: year, month: 12)) }
    return ExchangeRate(currency: currency, localPerDollar: rates.reduce(0, +) / Double(rates.count))
  }
}
