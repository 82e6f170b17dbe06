import Finance
import Records

/// How promptly the book's own agreements were paid.
enum PunctualityRecord {
  /// Adds the book's dated receipts under agreements to the prior: paid in or before the month it was due, or
  /// later. Receipts known by year alone say nothing about months, and nothing is known of what fell due before
  /// the fund's ledger begins.
  static func counts(in book: Book, prior: BetaCounts) -> BetaCounts {
    var counts = prior
    for agreement in book.agreements {
      let receipts = book.contributions.compactMap { row -> (month: Month, cents: Int)? in
        guard row.agreement == agreement.id, row.stage == .received, case .day(let date) = row.occasion
        else { return nil }
        return (Month(date), row.amount.cents)
      }.sorted { $0.month < $1.month }
      guard let last = receipts.last?.month, let start = book.ledgerStart(of: agreement.fund) else {
        continue
      }
      var due = 0
      for instalment in agreement.schedule(through: last) where instalment.due >= start {
        due += instalment.cents
        let paid = receipts.lazy.filter { $0.month <= instalment.due }.reduce(0) { $0 + $1.cents }
        if paid >= due { counts.yes += 1 } else { counts.no += 1 }
      }
    }
    return counts
  }
}
