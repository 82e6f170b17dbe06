public import Budgeting

/// What one path (or the central one) came to. Whole cents of the budget currency held in `Double`.
public struct PathResult: Sendable {
  /// By fund, in the order of `Assumptions.funds`.
  public var accounts: [FundAccounts]
  /// Received by giver and year: `[giver * years + year]`.
  public var received: [Double]
  /// Recognised (revenue) by giver and year.
  public var recognised: [Double]
  /// Receivable and allowance at each year's end: `[fund * years + year]`.
  public var receivable: [Double]
  public var allowance: [Double]

  init(givers: Int, funds: Int, years: Int, accounts: [FundAccounts]) {
    self.accounts = accounts
    received = Array(repeating: 0, count: givers * years)
    recognised = received
    receivable = Array(repeating: 0, count: funds * years)
    allowance = receivable
  }

  mutating func clear() {
    for index in received.indices { (received[index], recognised[index]) = (0, 0) }
    for index in receivable.indices { (receivable[index], allowance[index]) = (0, 0) }
  }
}
