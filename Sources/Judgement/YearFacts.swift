import Measures

/// What indicators are computed from: one fund's (or the centre's) year on one basis, in whole cents.
struct YearFacts {
  /// Cash received net of refunds, by giver of `Givers`.
  var received: [Double]
  /// Months the spending was measured over; fewer than 12 where a projection begins inside the year.
  var months = 12
  var extrabudgetary = 0.0
  var regularBudget = 0.0
  /// All that was spent; `direct`, `support` and `staff` are known only where it is split by class.
  var spent: Double?
  var direct: Double?
  var support: Double?
  var staff: Double?
  var closingCash: Double?
  var freeCash: Double?
  var reserveRequired: Double?
  var lowestCash: Double?
  var plan: Double?
  var agreed: Double?
  var inKind: Double?
  var otherCurrencies: Double?
}

/// Who the givers of `YearFacts.received` are in one year.
struct Givers {
  let contributors: [String]
  let isHost: [Bool]
  let isMember: [Bool]
  /// Recommended level in cents; 0: none.
  let level: [Double]
}

extension YearFacts {
  /// Every indicator these facts allow, in the glossary's order; `nil` where not measurable.
  func indicators(_ givers: Givers) -> [(id: String, value: Double?)] {
    let core = received.reduce(0, +)
    let positive = received.reduce(0) { $0 + max($1, 0) }
    let host = zip(received, givers.isHost).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    let others = zip(received, givers.isHost).map { $1 ? 0 : $0 }
    let hasMembers = givers.isMember.contains(true)
    return [
      ("core-receipts", core),
      ("host-receipts", host),
      ("voluntary-core-receipts", core - host),
      ("attainment", attainment(givers)),
      (
        "contributing-members",
        hasMembers ? Double(zip(received, givers.isMember).count { $0.0 > 0 && $0.1 }) : nil
      ),
      ("agreed-cover", pair(agreed, plan, Predictability.agreedCover(agreed:plan:))),
      ("host-share", Concentration.share(of: max(host, 0), total: positive)),
      ("largest-other-share", Concentration.share(of: max(others.max() ?? 0, 0), total: positive)),
      ("hhi", Concentration.herfindahl(received)),
      ("effective-contributors", Concentration.effectiveContributors(received)),
      ("reserve-ratio", pair(freeCash, reserveRequired, Resilience.reserveRatio(balance:required:))),
      (
        "months-of-spending",
        pair(closingCash, spent) { Resilience.monthsOfSpending(cash: $0, spending: $1, months: months) }
      ),
      ("lowest-month-cash", lowestCash),
      ("support-cost-ratio", pair(support, spent, Concentration.share(of:total:))),
      ("staff-share", pair(staff, direct, Efficiency.staffShare(staff:directSpending:))),
      ("in-kind-share", inKind.flatMap { FundingMix.inKindShare(inKind: $0, cash: max(core, 0)) }),
      (
        "non-budget-currency-share",
        pair(otherCurrencies, positive, FundingMix.nonBudgetCurrencyShare(inOtherCurrencies:total:))
      ),
    ]
  }

  private func attainment(_ givers: Givers) -> Double? {
    let asked = givers.level.reduce(0, +)
    let paid = zip(received, givers.level).reduce(0) { $0 + ($1.1 > 0 ? $1.0 : 0) }
    return Predictability.attainment(received: paid, recommended: asked)
  }

  private func pair(_ left: Double?, _ right: Double?, _ formula: (Double, Double) -> Double?) -> Double? {
    guard let left, let right else { return nil }
    return formula(left, right)
  }
}
