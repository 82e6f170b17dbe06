public import Finance
import OrderedCollections
public import Records

/// When money comes, as a fit knows it: what crowds do, and what the book shows of its own contributors.
public struct GivingTiming: Sendable, Equatable, Codable {
  public let collection: CollectionModel
  public let lateness: LatenessModel
  /// Contributors with instalments whose payment can be dated.
  public let records: [Own]
  /// Months of gifts by habit, by fund.
  public let calendars: [FundMonths]

  public struct Own: Sendable, Equatable, Codable {
    public let contributor: String
    public let record: LatenessRecord
  }

  /// First gifts of a year by month of the fiscal year, agreements left out.
  public struct FundMonths: Sendable, Equatable, Codable {
    public let fund: String
    /// At least half of the ledger's gifts are known by day.
    public let seenMonthly: Bool
    /// At least half of its receipts are known by day, so that what is not there has not been paid.
    public let receiptsMonthly: Bool
    public let months: [Int]
    public let contributors: [OwnMonths]
  }

  public struct OwnMonths: Sendable, Equatable, Codable {
    public let contributor: String
    public let months: [Int]
  }

  /// Gifts that each month weighs before the book is read: every month as likely (assumption).
  public static let giftsBeforehand = 1.0

  /// Without a book's own evidence.
  public init(collection: CollectionModel, lateness: LatenessModel) {
    (self.collection, self.lateness, records, calendars) = (collection, lateness, [], [])
  }

  /// Reads a book; it uses no crowd newer than the as-of date.
  public init(book: Book, asOf: CalendarDate) {
    collection = .stated(asOf: asOf)
    lateness = .stated(asOf: asOf)
    records = book.contributors.values.map {
      Own(contributor: $0.id, record: LatenessRecord(of: $0.id, in: book, asOf: asOf))
    }.filter { $0.record.instalments > 0 }
    calendars = book.centre.funds.values.map { FundMonths(of: $0, in: book) }
  }

  public func record(of contributor: String) -> LatenessRecord {
    records.first { $0.contributor == contributor }?.record ?? LatenessRecord()
  }

  /// The crowd and the contributor's own payments.
  public func belief(of contributor: String) -> LatenessBelief {
    lateness.crowd.adding(record(of: contributor))
  }

  /// The fund's months under even ones, the contributor's own under the fund's: the fund weighs as much as
  /// the crowd does beside a contributor's own months late.
  public func calendar(of contributor: String, to fund: String) -> HabitCalendar {
    guard let entry = calendars.first(where: { $0.fund == fund }) else { return .even }
    let common = entry.months.map { GivingTiming.giftsBeforehand + Double($0) }
    let scale = lateness.crowd.months.reduce(0, +) / common.reduce(0, +)
    let own = entry.contributors.first { $0.contributor == contributor }?.months
    return HabitCalendar(
      weights: common.indices.map { common[$0] * scale + Double(own?[$0] ?? 0) },
      seenMonthly: entry.seenMonthly)
  }
}

extension GivingTiming.FundMonths {
  init(of fund: Fund, in book: Book) {
    let stage = GivingHistory.commitmentStage(of: fund, in: book)
    let start = book.centre.fiscalYearStart
    var (dated, rows) = (0, 0)
    var first: OrderedDictionary<String, OrderedDictionary<Int, Int>> = [:]
    for row in book.contributions
    where row.fund == fund.id && row.stage == stage && row.agreement == nil && row.amount.cents > 0 {
      rows += 1
      guard case .day(let date) = row.occasion else { continue }
      dated += 1
      let year = FiscalYear(containing: Month(date), startMonth: start)
      let month = year.first.distance(to: Month(date))
      first[row.contributor, default: [:]][year.year, default: 11].formMinimum(month)
    }
    let own = first.map { contributor, years in
      var months = Array(repeating: 0, count: 12)
      for month in years.values { months[month] += 1 }
      return GivingTiming.OwnMonths(contributor: contributor, months: months)
    }
    self.init(
      fund: fund.id, seenMonthly: rows > 0 && 2 * dated >= rows,
      receiptsMonthly: GivingTiming.FundMonths.knowsReceiptsByDay(fund, in: book),
      months: (0..<12).map { month in own.reduce(0) { $0 + $1.months[month] } }, contributors: own)
  }

  private static func knowsReceiptsByDay(_ fund: Fund, in book: Book) -> Bool {
    let receipts = book.contributions.filter { $0.fund == fund.id && $0.stage == .received }
    let dated = receipts.count { row in
      if case .day = row.occasion { true } else { false }
    }
    return !receipts.isEmpty && 2 * dated >= receipts.count
  }
}

extension Int {
  fileprivate mutating func formMinimum(_ other: Int) { self = Swift.min(self, other) }
}
