public import Vectors

/// What became of one fund on eight paths: whole cents in every lane.
public struct LaneAccounts: Sendable {
  public var years: [LaneYear]
  /// Cash at the end of each month.
  public var monthEndCash: [Lanes]
  /// Direct spending by year and unit: `[year * units + unit]`; filled only when asked for.
  public var paidByUnit: [Lanes]

  public init(years: Int, months: Int, units: Int) {
    self.years = Array(repeating: LaneYear(), count: years)
    monthEndCash = Array(repeating: Lanes(0), count: months)
    paidByUnit = Array(repeating: Lanes(0), count: years * units)
  }

  /// The accounts of one of the paths.
  public func accounts(lane: Int) -> FundAccounts {
    var accounts = FundAccounts(years: 0, months: 0, units: 0)
    accounts.years = years.map { YearAccount($0, lane: lane) }
    accounts.monthEndCash = monthEndCash.map { $0[lane] }
    accounts.paidByUnit = paidByUnit.map { $0[lane] }
    return accounts
  }
}
