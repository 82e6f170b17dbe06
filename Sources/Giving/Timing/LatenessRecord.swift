import Finance
import Records

/// How promptly one contributor paid what it had agreed, counted from a book's dated receipts.
public struct LatenessRecord: Sendable, Equatable, Codable {
  /// Instalments paid in or before the month they were due.
  public var onTime = 0
  /// Instalments paid 1, 2 ... 10 months late.
  public var months = Array(repeating: 0, count: LatenessBelief.lastMonth)
  /// Instalments not paid in their month and still open before a year is over.
  public var open = 0
  /// Instalments open for longer than `LatenessBelief.lastMonth` months, paid since or not.
  public var notThisYear = 0
  /// Of these: paid since, and months in which one was not.
  public var arrearsPaid = 0
  public var arrearsMonths = 0

  public init() {}

  public var paidLate: Int { months.reduce(0, +) }
  public var late: Int { paidLate + open + notThisYear }
  public var instalments: Int { onTime + late }

  /// One instalment that was paid so many months after its due month.
  public mutating func addPaid(_ late: Int) {
    if late <= 0 {
      onTime += 1
    } else if late <= LatenessBelief.lastMonth {
      months[late - 1] += 1
    } else {
      notThisYear += 1
      arrearsPaid += 1
      arrearsMonths += late - LatenessBelief.lastMonth - 1
    }
  }

  /// One instalment of which so many months after its due month have passed without its payment.
  public mutating func addOpen(_ passed: Int) {
    if passed < LatenessBelief.lastMonth {
      open += 1
    } else {
      notThisYear += 1
      arrearsMonths += passed - LatenessBelief.lastMonth
    }
  }
}

extension LatenessRecord {
  /// Counts the agreements of one contributor with every fund of the book.
  ///
  /// Nothing is known of what fell due before a fund's ledger begins, of agreements without a receipt, and of
  /// those with a receipt known by year alone. An instalment is paid in the month in which all receipts up to
  /// then cover all that was due; what is open on the as-of date counts with the months that are over.
  init(of contributor: String, in book: Book, asOf: CalendarDate) {
    self.init()
    let over = Month(asOf).lastDay <= asOf ? Month(asOf) : Month(asOf).advanced(by: -1)
    for agreement in book.agreements where agreement.contributor == contributor {
      guard let start = book.ledgerStart(of: agreement.fund),
        let receipts = LatenessRecord.receipts(of: agreement, in: book)
      else { continue }
      var due = 0
      for instalment in agreement.schedule(through: Month(asOf)) where instalment.due >= start {
        due += instalment.cents
        var paid = 0
        let covering = receipts.first { receipt in
          paid += receipt.cents
          return paid >= due
        }
        if let covering {
          addPaid(instalment.due.distance(to: covering.month))
        } else if instalment.due <= over {
          addOpen(instalment.due.distance(to: over))
        }
      }
    }
  }

  /// The dated receipts of an agreement by month; `nil` where there is none or one is known by year alone.
  private static func receipts(of agreement: Agreement, in book: Book) -> [(month: Month, cents: Int)]? {
    var receipts: [(month: Month, cents: Int)] = []
    for row in book.contributions where row.agreement == agreement.id && row.stage == .received {
      guard case .day(let date) = row.occasion else { return nil }
      receipts.append((Month(date), row.amount.cents))
    }
    return receipts.isEmpty ? nil : receipts.sorted { $0.month < $1.month }
  }
}
