/// What became of one fund on one path: whole cents held in `Double`.
public struct FundAccounts: Sendable, Hashable {
  public var years: [YearAccount]
  /// Cash at the end of each month.
  public var monthEndCash: [Double]
  /// Direct spending by year and unit: `[year * units + unit]`; filled only when asked for.
  public var paidByUnit: [Double]

  public init(years: Int, months: Int, units: Int) {
    self.years = Array(repeating: YearAccount(), count: years)
    monthEndCash = Array(repeating: 0, count: months)
    paidByUnit = Array(repeating: 0, count: years * units)
  }
}

/// One fund's year.
public struct YearAccount: Sendable, Hashable {
  public var openingCash = 0.0
  public var received = 0.0
  public var interest = 0.0
  /// Direct spending on the plan.
  public var direct = 0.0
  /// Separation cost of posts that were ended (direct, outside the plan).
  public var separation = 0.0
  /// Support cost on both.
  public var support = 0.0
  /// Commitments of earlier periods that were paid.
  public var settled = 0.0
  public var closingCash = 0.0
  /// Commitments of earlier periods still open at the end.
  public var openCommitments = 0.0
  public var reserveRequired = 0.0

  /// The approved plan, before any response.
  public var plannedDirect = 0.0
  public var plannedSupport = 0.0
  /// Largest excess of the approved plan to date over what could be spent to date with the reserve held,
  /// before any response; 0: no shortfall.
  public var shortfall = 0.0
  /// Month index of the first such month; -1: none.
  public var shortfallMonth = -1
  /// Direct cost planned and not carried out by the end of the year.
  public var cutDirect = 0.0
  /// The cut with its support cost.
  public var fundingGap = 0.0
  /// Largest amount by which a month-end balance lay below the required reserve, after the response.
  public var breach = 0.0
  /// Lowest month-end cash and its month index.
  public var lowestCash = 0.0
  public var lowestMonth = 0
  public var postsEnded = 0

  public init() {}

  public var spent: Double { direct + separation + support }
  /// Cash not tied by earlier commitments.
  public var freeCash: Double { closingCash - openCommitments }
  public var cashOut: Bool { lowestCash < 0 }
}
