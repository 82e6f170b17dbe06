import Finance
public import Records
public import Vectors

/// Something the plan pays: a budget line or a post. Amounts are direct cost in whole cents.
public struct SpendingUnit: Sendable, Hashable {
  public let id: String
  public let title: String
  public let objectClass: ObjectClass
  /// Planned direct cost of every month of the timeline.
  public let monthly: [Double]
  /// When a response may stop it; `nil`: nothing stops it.
  public let stop: Stop?
  /// Months it still costs after notice.
  public let noticeMonths: Int
  /// Paid once when a post is ended.
  public let separation: Double

  /// How a response stops a unit, and at which step of its order.
  public enum Stop: Sendable, Hashable {
    /// Put off; made good later in the same year if money comes, otherwise cut.
    case postpone(step: Int)
    /// A post: not filled while it is still vacant (`hold`), ended for good after its notice (`end`).
    case post(hold: Int?, end: Int?)
  }

  public init(
    id: String, title: String, objectClass: ObjectClass, monthly: [Double], stop: Stop?, noticeMonths: Int,
    separation: Double
  ) {
    (self.id, self.title, self.objectClass, self.monthly) = (id, title, objectClass, monthly)
    (self.stop, self.noticeMonths, self.separation) = (stop, noticeMonths, separation)
  }
}

/// All the kernel needs to know of a fund besides its receipts. Amounts are whole cents.
public struct FundPlan: Sendable, Hashable {
  public let fund: Fund
  public let units: [SpendingUnit]
  /// Required reserve by year of the timeline: its rate x the next year's approved plan, direct plus support.
  public let reserveRequired: [Double]
  public let openingCash: Double
  /// Legal commitments of earlier periods, still to be paid.
  public let openCommitments: Double
  /// Interest on positive month-end cash, a month.
  public let monthlyInterest: Double
  /// Number of steps in the response, and which of them lets the reserve be drawn.
  public let steps: Int
  public let drawReserveStep: Int?

  public init(
    fund: Fund, units: [SpendingUnit], reserveRequired: [Double], openingCash: Double,
    openCommitments: Double,
    monthlyInterest: Double, steps: Int, drawReserveStep: Int?
  ) {
    (self.fund, self.units, self.reserveRequired) = (fund, units, reserveRequired)
    (self.openingCash, self.openCommitments) = (openingCash, openCommitments)
    (self.monthlyInterest, self.steps, self.drawReserveStep) = (monthlyInterest, steps, drawReserveStep)
  }

  /// Months over which opening commitments are paid, in equal parts (assumption).
  public static let settlementMonths = 3

  /// Gross cost over direct cost: for decisions, which do not round.
  var grossFactor: Double { 1 + Double(fund.supportCost.basisPoints) / 10_000 }

  /// Support cost on direct spending to date: rounded once, so that a year's support is the rate of its total.
  public func support(on direct: Double) -> Double {
    (direct * Double(fund.supportCost.basisPoints) / 10_000).rounded(.toNearestOrAwayFromZero)
  }

  /// The same on eight paths.
  public func support(on direct: Lanes) -> Lanes {
    (direct * Double(fund.supportCost.basisPoints) / 10_000).rounded
  }

  /// A year's amount in `count` months of whole cents that add up to it: round(A m / n) - round(A (m-1) / n).
  public static func phase(_ cents: Int, over count: Int = 12) -> [Double] {
    var sum = 0
    return (1...count).map { month in
      let next = roundedQuotient(Int128(cents) * Int128(month), Int128(count))
      defer { sum = next }
      return Double(next - sum)
    }
  }
}
