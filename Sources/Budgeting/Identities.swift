import Finance
import Records

/// The accounting identities, checked on every path and at the end of every run. All exact, in whole cents.
extension FundAccounts {
  /// Cents that a `Double` holds exactly.
  static let largest = 9_007_199_254_740_991.0

  /// The first identity that does not hold, in words with both numbers; `nil` where all hold.
  public func brokenIdentity(of plan: FundPlan, timeline: Timeline) -> String? {
    var opening = plan.openingCash
    var commitments = plan.openCommitments
    for (index, year) in years.enumerated() {
      let label = "\(plan.fund.id) \(timeline.years[index])"
      guard max(year.closingCash.magnitude, year.received.magnitude) <= FundAccounts.largest else {
        return
          "\(label): amounts pass \(Money.grouped(cents: Int(FundAccounts.largest))), the most that is exact "
          + "to the cent; look at interest, exchange shocks and the horizon"
      }
      let closing = year.openingCash + year.received + year.interest - year.spent - year.settled
      let checks: [(String, Double, Double)] = [
        ("opening cash is the last closing cash", year.openingCash, opening),
        ("closing cash is opening + received + interest - spent - settled", year.closingCash, closing),
        ("closing cash is the last month's", year.closingCash, monthEndCash[timeline.bounds[index + 1] - 1]),
        ("open commitments are the last ones - settled", year.openCommitments, commitments - year.settled),
        ("planned is paid + cut", year.plannedDirect, year.direct + year.cutDirect),
        (
          "support is the rate of direct spending", year.support,
          plan.support(on: year.direct + year.separation)
        ),
      ]
      for (what, left, right) in checks where left != right {
        return "\(label): \(what): \(left) against \(right) cents"
      }
      (opening, commitments) = (year.closingCash, year.openCommitments)
    }
    return nil
  }
}
