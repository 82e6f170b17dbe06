import Budgeting
import Finance
import Giving
import Measures
import Outlook
import Records
import Simulation

/// Indicators over three years, recorded, on the central path and, joined, over both.
extension IndicatorTable {
  func windowRows(_ index: Int) -> [IndicatorRow] {
    guard let record = records[index] else { return [] }
    let fund = ensemble.assumptions.funds[index].fund.id
    let rows = record.history.years.flatMap { year -> [IndicatorRow] in
      // A year that has begun and is not over is no year to judge by.
      let isRecorded = year <= record.lastRecorded
      guard !isRecorded || isWhole(year) else { return [] }
      let measured = joined(record, year) + (isRecorded ? recordedOnly(record, year) : [])
      return measured.compactMap { measure in
        guard let value = measure.value else { return nil }
        return row(
          measure.id, value, year: year, fund: fund, basis: isRecorded ? .recorded : .central,
          source: source(measure.window, endingIn: year, record), window: measure.window,
          files: measure.spends ? [.contributions, .agreements, .expenditures] : nil)
      }
    }
    return rows
      + years.flatMap { year in
        WindowMeasure.indicators.flatMap { summaryRows($0, fund: fund, year: year.year) }
      }
  }

  private typealias Measured = (id: String, value: Double?, window: Int, spends: Bool)

  private func joined(_ record: FundRecord, _ year: Int) -> [Measured] {
    let history = record.history
    guard let window = history.window(3, endingIn: year) else { return [] }
    let totals = history.totals(window)
    let positive = totals.reduce(0) { $0 + max($1, 0) }
    let host = zip(record.contributors, totals).first { $0.0 == book.centre.host }?.1 ?? 0
    return [
      ("host-share-three-years", Concentration.share(of: max(host, 0), total: positive), 3, false),
      ("largest-share-three-years", Concentration.largestShare(totals), 3, false),
      ("hhi-three-years", Concentration.herfindahl(totals), 3, false),
      ("income-cover", history.incomeCover(window), 3, true),
      ("operating-margin", history.operatingMargin(window), 3, true),
    ]
  }

  /// What an expected path says nothing of: on it everybody gives a little, the same every year.
  private func recordedOnly(_ record: FundRecord, _ year: Int) -> [Measured] {
    let history = record.history
    let length = year - history.years.lowerBound + 1
    var measured: [Measured] = [
      ("income-volatility", history.volatility(through: year), min(5, length), false),
      ("cumulative-margin", history.cumulativeMargin(through: year), length, true),
    ]
    if let window = history.window(3, endingIn: year) {
      measured.append(("contributors-three-years", history.contributors(window), 3, false))
      measured.append(("retention-three-years", history.retention(window), 3, false))
    }
    return measured
  }

  private func source(_ window: Int, endingIn year: Int, _ record: FundRecord) -> String {
    let first = year - window + 1
    if year <= record.lastRecorded { return "ledger, \(first) to \(year)" }
    return first > record.lastRecorded
      ? "central projection, \(first) to \(year)" : "ledger and central projection, \(first) to \(year)"
  }
}
