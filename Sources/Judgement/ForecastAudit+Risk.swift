public import Records

extension ForecastAudit {
  /// The risk told for a year, and what the books show of it; cents.
  public struct Risk: Sendable {
    public let told: FrozenForecast.Plan
    /// `nil`: the book has no expense of the year.
    public let spent: Int?
    /// The fund's balance on the last day of the year.
    public let balance: Balance?

    /// What the books of the year allow to say about a shortfall.
    public var verdict: RiskVerdict {
      guard let balance else { return .noBalance }
      if balance.cash < 0 { return .cashOut }
      if balance.cash < told.reserve { return .belowReserve }
      guard let spent else { return .noExpenses }
      return spent >= told.planned ? .held : .underspent
    }
  }

  /// A shortfall: the plan cannot be met in full while the reserve is held.
  public enum RiskVerdict: Sendable, Hashable, CaseIterable {
    /// The book has no balance at the end of the year.
    case noBalance
    /// The balance is below nothing.
    case cashOut
    /// The balance is below the required reserve.
    case belowReserve
    /// The reserve is held, and of expenses the book says nothing.
    case noExpenses
    /// The reserve is held and no less than the plan was spent.
    case held
    /// The reserve is held and less than the plan was spent, for want of money or for other reasons.
    case underspent
  }
}
