public import Budgeting

/// What one path (or the central one) came to. Whole cents of the budget currency held in `Double`.
public struct PathResult: Sendable {
  /// By fund, in the order of `Assumptions.funds`.
  public var accounts: [FundAccounts]
  /// Received by giver and year: `[giver * years + year]`.
  public var received: [Double]
  /// The same by month: `[giver * months + month]`.
  public var receivedByMonth: [Double]
  /// Recognised (revenue) by giver and year.
  public var recognised: [Double]
  /// Receivable and allowance at each year's end: `[fund * years + year]`.
  public var receivable: [Double]
  public var allowance: [Double]

  init(
    accounts: [FundAccounts], received: [Double], receivedByMonth: [Double], recognised: [Double],
    receivable: [Double], allowance: [Double]
  ) {
    (self.accounts, self.recognised) = (accounts, recognised)
    (self.received, self.receivedByMonth) = (received, receivedByMonth)
    (self.receivable, self.allowance) = (receivable, allowance)
  }
}
