import Finance
import Records
public import Vectors

/// The accounting identities, checked on every path and at the end of every run. All exact, in whole cents.
enum Identity: String, CaseIterable {
  case opening = "opening cash is the last closing cash"
  case closing = "closing cash is opening + received + interest - spent - settled"
  case lastMonth = "closing cash is the last month's"
  case commitments = "open commitments are the last ones - settled"
  case plan = "planned is paid + cut"
  case support = "support is the rate of direct spending"

  /// Cents that a `Double` holds exactly.
  static let largest = 9_007_199_254_740_991.0
}

/// A year whose figures the identities tie to each other, on one path or on eight.
protocol BalancedYear {
  associatedtype Amount: Real
  var openingCash: Amount { get }
  var received: Amount { get }
  var interest: Amount { get }
  var spent: Amount { get }
  var settled: Amount { get }
  var closingCash: Amount { get }
  var openCommitments: Amount { get }
  var plannedDirect: Amount { get }
  var direct: Amount { get }
  var cutDirect: Amount { get }
  var support: Amount { get }
  func supportOwed(by plan: FundPlan) -> Amount
}

extension YearAccount: BalancedYear {
  func supportOwed(by plan: FundPlan) -> Double { plan.support(on: direct + separation) }
}

extension LaneYear: BalancedYear {
  func supportOwed(by plan: FundPlan) -> Lanes { plan.support(on: direct + separation) }
}

/// A year with what it follows on and the cash its last month ends with.
struct Balance<Year: BalancedYear> {
  let year: Year
  let lastClosing: Year.Amount
  let lastCommitments: Year.Amount
  let lastMonth: Year.Amount

  /// The two numbers an identity says are one.
  @inline(__always)
  func sides(of identity: Identity, _ plan: FundPlan) -> (Year.Amount, Year.Amount) {
    switch identity {
    case .opening: (year.openingCash, lastClosing)
    case .closing:
      (year.closingCash, year.openingCash + year.received + year.interest - year.spent - year.settled)
    case .lastMonth: (year.closingCash, lastMonth)
    case .commitments: (year.openCommitments, lastCommitments - year.settled)
    case .plan: (year.plannedDirect, year.direct + year.cutDirect)
    case .support: (year.support, year.supportOwed(by: plan))
    }
  }
}

extension FundAccounts {
  /// The first identity that does not hold, in words with both numbers; `nil` where all hold.
  public func brokenIdentity(of plan: FundPlan, timeline: Timeline) -> String? {
    for (index, year) in years.enumerated() {
      let label = "\(plan.fund.id) \(timeline.years[index])"
      guard max(year.closingCash.magnitude, year.received.magnitude) <= Identity.largest else {
        return
          "\(label): amounts pass \(Money.grouped(cents: Int(Identity.largest))), the most that is exact "
          + "to the cent; look at interest, exchange shocks and the horizon"
      }
      let balance = Balance(
        year: year, lastClosing: index > 0 ? years[index - 1].closingCash : plan.openingCash,
        lastCommitments: index > 0 ? years[index - 1].openCommitments : plan.openCommitments,
        lastMonth: monthEndCash[timeline.bounds[index + 1] - 1])
      for identity in Identity.allCases {
        let (left, right) = balance.sides(of: identity, plan)
        if left != right { return "\(label): \(identity.rawValue): \(left) against \(right) cents" }
      }
    }
    return nil
  }
}

extension LaneAccounts {
  /// The paths on which any identity does not hold; `FundAccounts.brokenIdentity` says which.
  public func broken(of plan: FundPlan, timeline: Timeline) -> LaneMask {
    var hold = LaneMask(true)
    var (lastClosing, lastCommitments) = (Lanes(plan.openingCash), Lanes(plan.openCommitments))
    for index in years.indices {
      let balance = Balance(
        year: years[index], lastClosing: lastClosing, lastCommitments: lastCommitments,
        lastMonth: monthEndCash[timeline.bounds[index + 1] - 1])
      hold = (hold .& balance.hold(plan))
      (lastClosing, lastCommitments) = (years[index].closingCash, years[index].openCommitments)
    }
    return .!hold
  }
}

extension Balance<LaneYear> {
  /// The paths on which the year's amounts are exact and every identity holds.
  @inline(__always)
  fileprivate func hold(_ plan: FundPlan) -> LaneMask {
    var hold = max(year.closingCash.magnitude, year.received.magnitude) .<= Identity.largest
    for identity in Identity.allCases {
      let (left, right) = sides(of: identity, plan)
      hold = (hold .& (left .== right))
    }
    return hold
  }
}
