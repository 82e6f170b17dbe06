/// What one United States dollar costs in a currency (`local_per_usd`), as the United Nations prints its
/// operational rates.
public struct ExchangeRate: Hashable, Sendable {
  public let currency: Currency
  public let localPerDollar: Double

  /// `localPerDollar` is positive and finite.
  public init(currency: Currency, localPerDollar: Double) {
    precondition(localPerDollar > 0 && localPerDollar.isFinite, "a rate is positive, not \(localPerDollar)")
    (self.currency, self.localPerDollar) = (currency, localPerDollar)
  }

  public static let dollar = ExchangeRate(currency: .usd, localPerDollar: 1)

  /// `cents` of this rate's currency in the currency of `other`, rounded once, halves away from zero.
  public func convert(_ cents: Int, to other: ExchangeRate) -> Int {
    if currency == other.currency { return cents }
    return Int((Double(cents) * other.localPerDollar / localPerDollar).rounded(.toNearestOrAwayFromZero))
  }
}
