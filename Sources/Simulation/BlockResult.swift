import Budgeting
import Outlook
import Vectors

/// `PathResult` of eight paths.
struct BlockResult {
  /// By fund, in the order of `Assumptions.funds`.
  var accounts: [LaneAccounts]
  /// Received and recognised by giver and year: `[giver * years + year]`.
  var received: [Lanes]
  var recognised: [Lanes]
  /// Receivable and allowance at each year's end: `[fund * years + year]`.
  var receivable: [Lanes]
  var allowance: [Lanes]

  init(_ assumptions: Assumptions) {
    let timeline = assumptions.timeline
    let years = timeline.years.count
    accounts = assumptions.funds.map {
      LaneAccounts(years: years, months: timeline.monthCount, units: $0.units.count)
    }
    received = Array(repeating: Lanes(0), count: assumptions.givers.count * years)
    recognised = received
    receivable = Array(repeating: Lanes(0), count: assumptions.funds.count * years)
    allowance = receivable
  }

  mutating func clear() {
    for index in received.indices { (received[index], recognised[index]) = (Lanes(0), Lanes(0)) }
    for index in receivable.indices { (receivable[index], allowance[index]) = (Lanes(0), Lanes(0)) }
  }

  /// One of the paths.
  func path(_ lane: Int) -> PathResult {
    PathResult(
      accounts: accounts.map { $0.accounts(lane: lane) }, received: received.map { $0[lane] },
      recognised: recognised.map { $0[lane] }, receivable: receivable.map { $0[lane] },
      allowance: allowance.map { $0[lane] })
  }
}
