import Finance
import Giving
import OrderedCollections
import Records

/// What the ledger says of one fund's fiscal year, in cents of the budget currency.
struct RecordedYear {
  let year: Int
  let fund: Fund
  /// By contributor in book order: cash received net of refunds.
  let received: OrderedDictionary<String, Int>
  /// By contributor in book order: revenue, adjustments included.
  let recognised: OrderedDictionary<String, Int>
  let spent: OrderedDictionary<ObjectClass, Int>
  let openingCash: Int?
  let closingCash: Int?
  let openCommitments: Int?

  /// Whether contributions are known as cash.
  let hasReceipts: Bool
  /// By contributor: revenue outside agreements and the instalments due in the year.
  let spread: OrderedDictionary<String, Int>

  /// Money by giver, for indicators: cash received where the book has it. Otherwise revenue with agreements
  /// spread over their instalments, so that a multi-year booking is not taken for one rich year. Adjustments
  /// are nobody's gift.
  func giving(_ book: Book) -> OrderedDictionary<String, Int> {
    (hasReceipts ? received : spread).filter { book.contributors[$0.key]?.kind != .adjustment }
  }

  /// What `giving` was taken from.
  var givingSource: String {
    hasReceipts
      ? "ledger, cash received"
      : "ledger, revenue with agreements spread over their instalments (the book has no receipts)"
  }
}

extension RecordedYear {
  /// Every year of a fund with a contribution or an expenditure, before `end`.
  static func all(of fund: Fund, in book: Book, before end: Int) -> [RecordedYear] {
    let start = book.centre.fiscalYearStart
    let contributed = book.contributions.filter { $0.fund == fund.id }
    let spent = book.expenditures.filter { $0.fund == fund.id }
    let hasReceipts = contributed.contains { $0.stage == .received }
    let years = Set(
      contributed.map { $0.occasion.fiscalYear(startMonth: start) }
        + spent.map { $0.occasion.fiscalYear(startMonth: start) })
    return years.filter { $0 < end }.sorted().map { year in
      RecordedYear(
        year: year, fund: fund, contributed: contributed, expenditures: spent, in: book,
        hasReceipts: hasReceipts)
    }
  }

  /// The part of a fiscal year before a month; rows known by year alone count at its end.
  static func begun(of fund: Fund, in book: Book, year: Int, before month: Month) -> RecordedYear {
    let contributed = book.contributions.filter { $0.fund == fund.id }
    let early = contributed.filter { row in
      guard case .day(let date) = row.occasion else { return false }
      return Month(date) < month
    }
    return RecordedYear(
      year: year, fund: fund, contributed: early, expenditures: [], in: book,
      hasReceipts: contributed.contains { $0.stage == .received }, before: month)
  }

  private init(
    year: Int, fund: Fund, contributed: [Contribution], expenditures: [Expenditure], in book: Book,
    hasReceipts: Bool, before end: Month? = nil
  ) {
    let start = book.centre.fiscalYearStart
    (self.year, self.fund, self.hasReceipts) = (year, fund, hasReceipts)
    let rows = contributed.filter { $0.occasion.fiscalYear(startMonth: start) == year }
    received = RecordedYear.sums(rows, in: book) { row in
      switch row.stage {
      case .received: 1
      case .refunded: row.amount.cents > 0 ? -1 : 1
      default: 0
      }
    }
    recognised = RecordedYear.sums(rows, in: book) { $0.stage == .recognised ? 1 : 0 }
    let fiscal = FiscalYear(year, startMonth: start)
    let months = fiscal.first..<(end ?? fiscal.last.advanced(by: 1))
    spread = RecordedYear.spread(rows, fund: fund, months: months, in: book)
    var classes: OrderedDictionary<ObjectClass, Int> = [:]
    for row in expenditures where row.occasion.fiscalYear(startMonth: start) == year {
      classes[row.objectClass, default: 0] += book.inBudgetCurrency(row.amount, on: row.occasion) ?? 0
    }
    classes.sort { $0.key < $1.key }
    spent = classes
    let closing = book.balances.last { $0.fund == fund.id && Month($0.date) == fiscal.last }
    let opening = book.balances.last {
      $0.fund == fund.id && Month($0.date) == fiscal.first.advanced(by: -1)
    }
    (openingCash, closingCash) = (opening?.cash, closing?.cash)
    openCommitments = closing.flatMap { $0.openCommitments }
  }

  private static func spread(
    _ rows: [Contribution], fund: Fund, months: Range<Month>, in book: Book
  ) -> OrderedDictionary<String, Int> {
    var sums = sums(rows, in: book) { $0.stage == .recognised && $0.agreement == nil ? 1 : 0 }
    for agreement in book.agreements where agreement.fund == fund.id {
      let due = agreement.schedule(through: months.upperBound.advanced(by: -1))
      for instalment in due where months.contains(instalment.due) {
        let amount = Money(cents: instalment.cents, currency: agreement.amount.currency)
        sums[agreement.contributor, default: 0] +=
          book.inBudgetCurrency(amount, on: .day(instalment.due.lastDay)) ?? 0
      }
    }
    return sums
  }

  /// Sums by contributor, in the order of `contributors.csv`; `sign` 0 leaves a row out.
  private static func sums(
    _ rows: [Contribution], in book: Book, sign: (Contribution) -> Int
  ) -> OrderedDictionary<String, Int> {
    var sums: OrderedDictionary<String, Int> = [:]
    for contributor in book.contributors.keys {
      let own = rows.filter { $0.contributor == contributor && sign($0) != 0 }
      guard !own.isEmpty else { continue }
      sums[contributor] = own.reduce(0) {
        $0 + sign($1) * (book.inBudgetCurrency($1.amount, on: $1.occasion) ?? 0)
      }
    }
    return sums
  }
}
