import Finance
import Tabular

/// Finds amounts that no rate turns into the budget currency, and names the first of each file and currency.
struct RateCheck {
  private struct Key: Hashable {
    let file: String
    let currency: Currency
  }

  /// Amounts of one file that need rates of one currency.
  private struct Lack {
    let location: SourceLocation
    let amount: Money
    let month: Month
    var earliest: Month
    var count = 1
  }

  private let budgetCurrency: Currency
  private let firstQuoted: [Currency: Month]
  private var lacks: [Key: Lack] = [:]

  init(budgetCurrency: Currency, quotes: [ExchangeRates.Quote]) {
    self.budgetCurrency = budgetCurrency
    firstQuoted = Dictionary(quotes.map { ($0.rate.currency, $0.month) }, uniquingKeysWith: min)
  }

  mutating func take(_ amount: Money, _ occasion: Occasion, _ provenance: Provenance) {
    guard amount.currency != budgetCurrency else { return }
    let month = occasion.lastMonth
    for currency in [amount.currency, budgetCurrency] where currency != .usd {
      if let first = firstQuoted[currency], first <= month { continue }
      let key = Key(file: provenance.location.file, currency: currency)
      guard let earliest = lacks[key]?.earliest else {
        lacks[key] = Lack(location: provenance.location, amount: amount, month: month, earliest: month)
        continue
      }
      lacks[key]?.count += 1
      lacks[key]?.earliest = min(earliest, month)
    }
  }

  func report(_ problems: inout Problems) {
    let ordered = lacks.sorted {
      ($0.value.location, $0.key.currency) < ($1.value.location, $1.key.currency)
    }
    for (key, lack) in ordered {
      let extent =
        lack.count == 1
        ? "" : "; \(lack.count) amounts of this file need one, the earliest for \(lack.earliest)"
      problems.error(
        lack.location,
        "no rate turns \(lack.amount) into \(budgetCurrency); exchange-rates.csv has no \(key.currency) for "
          + "\(lack.month) or an earlier month, add one\(extent)")
    }
  }
}

extension Occasion {
  /// The month whose rate, or the last one before it, turns an amount into another currency.
  var lastMonth: Month {
    switch self {
    case .day(let date): Month(date)
    case .year(let year): Month(year: year, month: 12)
    }
  }
}
