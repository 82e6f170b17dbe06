import Finance
import Tabular

extension BookReader {
  /// `exchange-rates.csv`.
  mutating func readExchangeRates() {
    readRows(.exchangeRates) { sheet, book in
      let (month, currency) = (sheet.column("month"), sheet.column("currency"))
      let (rate, source) = (sheet.column("local_per_usd"), sheet.column("source"))
      var lines: [String: Int] = [:]
      while sheet.next() {
        let month = sheet.monthWithinYears(month)
        let currency = sheet.currency(currency)
        let rate = sheet.localPerDollar(rate)
        guard let provenance = sheet.provenance(source), let month, let currency, let rate else { continue }
        if let first = lines["\(currency) \(month)"] {
          sheet.error("a rate of \(currency) for \(month) stands on line \(first) already; keep one")
          continue
        }
        lines["\(currency) \(month)"] = sheet.reader.line
        let quoted = ExchangeRate(currency: currency, localPerDollar: rate)
        book.quotes.append(ExchangeRates.Quote(month: month, rate: quoted, provenance: provenance))
      }
    }
  }
}

extension Sheet {
  fileprivate mutating func monthWithinYears(_ column: Column) -> Month? {
    guard let text = required(column) else { return nil }
    guard let month = month(column) else {
      error("month '\(Wording.shown(text))' is not a month; write it as YYYY-MM, such as 2020-12")
      return nil
    }
    guard let years = context.years, !years.contains(month.year) else { return month }
    error(Wording.outside("month", "\(month)", years))
    return nil
  }

  /// A positive plain decimal: digits and a point, at most 18 characters.
  fileprivate mutating func localPerDollar(_ column: Column) -> Double? {
    guard let text = required(column) else { return nil }
    if let rate = PlainNumber.decimal(text), rate > 0 { return rate }
    error(
      "\(column.name) '\(Wording.shown(text))' is not a rate; "
        + "write what one US dollar costs as a positive plain decimal, such as 73.45")
    return nil
  }
}
