import Finance
import Tabular

/// When a rate that can turn a month's amounts into another currency is first known.
struct RateOrder {
  private struct Step {
    let month: Month
    /// The earliest day on which a rate of this month or an earlier one is known.
    let known: CalendarDate
  }

  private let budgetCurrency: Currency
  private let steps: [Currency: [Step]]

  init(budgetCurrency: Currency, quotes: [ExchangeRates.Quote]) {
    self.budgetCurrency = budgetCurrency
    steps = Dictionary(grouping: quotes, by: \.rate.currency).mapValues(RateOrder.steps)
  }

  private static func steps(_ quotes: [ExchangeRates.Quote]) -> [Step] {
    var result: [Step] = []
    for quote in quotes.sorted(by: { $0.month < $1.month }) {
      let known = min(quote.provenance.knownOn, result.last?.known ?? quote.provenance.knownOn)
      result.append(Step(month: quote.month, known: known))
    }
    return result
  }

  /// Notes an amount known before any rate for it.
  func take(_ amount: Money, _ occasion: Occasion, _ row: Provenance, _ order: inout KnownOrder) {
    guard amount.currency != budgetCurrency else { return }
    let month = occasion.lastMonth
    for currency in [amount.currency, budgetCurrency] where currency != .usd {
      let step = steps[currency]?.last { $0.month <= month }
      guard let step, step.known > row.knownOn else { continue }
      order.note(row, "a rate of \(currency) for it", step.known)
    }
  }
}
