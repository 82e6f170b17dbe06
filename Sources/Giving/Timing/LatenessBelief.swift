/// What is believed about how late a contributor pays: three questions asked one after the other, and one
/// about arrears, each a pseudo-count that the contributor's own payments are added to.
public struct LatenessBelief: Sendable, Equatable, Codable {
  /// Paid in the month it is due, or before.
  public var onTime: BetaCounts
  /// If not: open for `LatenessBelief.lastMonth` months and more.
  public var notThisYear: BetaCounts
  /// If later in the year: pseudo-counts of 1, 2 ... 10 months late.
  public var months: [Double]
  /// Once open for longer: paid in the next month.
  public var arrears: BetaCounts

  /// The last month of the year after a due date that has a chance of its own; what is open then is arrears.
  public static let lastMonth = 10

  /// The crowd and a contributor's own payments: conjugate, so that each own payment counts one.
  public func adding(_ record: LatenessRecord) -> LatenessBelief {
    var sum = self
    sum.onTime = sum.onTime.adding(yes: record.onTime, no: record.late)
    sum.notThisYear = sum.notThisYear.adding(yes: record.notThisYear, no: record.paidLate)
    for month in months.indices { sum.months[month] += Double(record.months[month]) }
    sum.arrears = sum.arrears.adding(yes: record.arrearsPaid, no: record.arrearsMonths)
    return sum
  }

  /// The distribution at the means of the belief.
  public var curve: LatenessCurve {
    LatenessCurve(
      onTime: onTime.mean, notThisYear: notThisYear.mean, months: months, arrears: arrears.mean)
  }
}

extension BetaCounts {
  func adding(yes: Int, no: Int) -> BetaCounts {
    BetaCounts(yes: self.yes + Double(yes), no: self.no + Double(no))
  }
}
