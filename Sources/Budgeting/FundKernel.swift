/// The one accounting kernel: decisions by year, cash by month (METHODS section 1).
///
/// At the beginning of a year the response cuts, in its order, what the money in sight cannot carry. In the year
/// spending follows cash to date: where a month does not fit beside the reserve, more is put off in the same
/// order; what cannot be stopped is paid all the same, from the reserve and then into the red.
/// The central projection and every simulated path run through this code. All amounts are whole cents.
public struct FundKernel: Sendable {
  public let plan: FundPlan
  public let timeline: Timeline
  /// Receipts projected for each year, on which the yearly decision rests.
  public let expected: [Double]

  // What never changes between paths.
  let plannedDirect: [Double]
  let plannedGrossToDate: [Double]
  let unitsByStep: [[Int]]
  /// Whether a unit's post has not begun when the projection does.
  let vacantAtStart: [Bool]

  // The path's state, reused from path to path.
  var unit: [UnitState]
  var cash = 0.0
  var commitments = 0.0
  var directToDate = 0.0
  var supportToDate = 0.0
  var year = YearAccount()

  struct UnitState: Sendable {
    /// Months of notice left; -1: no notice given.
    var notice = -1
    var ended = false
    /// A post under notice by this or an earlier year's decision.
    var leaving = false
    /// The share of the plan this year's decision releases, from a month on.
    var released = 1.0
    var releasedFrom = 0
    var vacant = false
    /// Put off earlier this year.
    var backlog = 0.0
    /// To be paid this month.
    var due = 0.0
  }

  public init(plan: FundPlan, timeline: Timeline, expected: [Double]) {
    (self.plan, self.timeline, self.expected) = (plan, timeline, expected)
    plannedDirect = (0..<timeline.monthCount).map { month in
      plan.units.reduce(0) { $0 + $1.monthly[month] }
    }
    var toDate: [Double] = []
    for year in timeline.years.indices {
      var direct = 0.0
      for month in timeline.months(of: year) {
        direct += plannedDirect[month]
        toDate.append(direct + plan.support(on: direct))
      }
    }
    plannedGrossToDate = toDate
    unitsByStep = (0..<plan.steps).map { step in
      plan.units.indices.filter { plan.units[$0].acts(at: step) }
    }
    vacantAtStart = plan.units.map { $0.isPost && $0.monthly.first == 0 }
    unit = Array(repeating: UnitState(), count: plan.units.count)
  }

  /// Runs one path.
  /// - Parameters:
  ///   - receipts: cash received in each month of the timeline.
  ///   - accounts: overwritten; made for this plan and timeline.
  ///   - byUnit: whether `accounts.paidByUnit` is wanted.
  public mutating func run(receipts: [Double], into accounts: inout FundAccounts, byUnit: Bool = false) {
    cash = plan.openingCash
    commitments = plan.openCommitments
    for index in unit.indices { unit[index] = UnitState(vacant: vacantAtStart[index]) }
    if byUnit { for index in accounts.paidByUnit.indices { accounts.paidByUnit[index] = 0 } }
    for index in timeline.years.indices {
      beginYear(index)
      for month in timeline.months(of: index) {
        receive(receipts[month])
        settleCommitments(month)
        measureShortfall(month)
        spend(month)
        accounts.monthEndCash[month] = cash
        measureMonthEnd(month)
        if byUnit { record(month, of: index, in: &accounts) }
      }
      endYear(index)
      accounts.years[index] = year
    }
  }

  // MARK: The year

  private mutating func beginYear(_ index: Int) {
    let lastReceived = follows(aWholeYear: index) ? year.received : nil
    year = YearAccount()
    year.openingCash = cash
    year.openCommitments = commitments
    year.reserveRequired = plan.reserveRequired[index]
    year.lowestCash = .infinity
    directToDate = 0
    supportToDate = 0
    decide(index, lastReceived: lastReceived)
  }

  private func follows(aWholeYear index: Int) -> Bool {
    index > 0 && timeline.months(of: index - 1).count == 12
  }

  private mutating func endYear(_ index: Int) {
    let months = timeline.months(of: index)
    for month in months { year.plannedDirect += plannedDirect[month] }
    year.plannedSupport = plan.support(on: year.plannedDirect)
    year.support = supportToDate
    year.fundingGap = year.cutDirect + plan.support(on: year.cutDirect)
    year.closingCash = cash
    year.openCommitments = commitments
  }

  // MARK: The month

  private mutating func receive(_ amount: Double) {
    let interest =
      plan.monthlyInterest > 0 && cash > 0
      ? (cash * plan.monthlyInterest).rounded(.toNearestOrAwayFromZero) : 0
    cash += amount + interest
    year.received += amount
    year.interest += interest
  }

  private mutating func settleCommitments(_ month: Int) {
    guard commitments > 0 else { return }
    let left = Double(max(1, FundPlan.settlementMonths - month))
    let paid = (commitments / left).rounded(.toNearestOrAwayFromZero)
    commitments -= paid
    cash -= paid
    year.settled += paid
  }

  /// The approved plan to date against what could be spent to date with the reserve held.
  private mutating func measureShortfall(_ month: Int) {
    // Cash as if nothing had been spent this year; commitments leave cash and their own balance together.
    let spentToDate = year.direct + year.separation + supportToDate
    let spendable = cash + spentToDate - commitments - year.reserveRequired
    let excess = plannedGrossToDate[month] - spendable
    guard excess > 0 else { return }
    if year.shortfallMonth < 0 { year.shortfallMonth = month }
    year.shortfall = max(year.shortfall, excess)
  }

  private mutating func measureMonthEnd(_ month: Int) {
    if cash < year.lowestCash { (year.lowestCash, year.lowestMonth) = (cash, month) }
    year.breach = max(year.breach, year.reserveRequired - (cash - commitments))
  }

  private func record(_ month: Int, of year: Int, in accounts: inout FundAccounts) {
    for index in unit.indices {
      accounts.paidByUnit[year * unit.count + index] += unit[index].due
    }
  }
}

extension SpendingUnit {
  var isPost: Bool {
    if case .post = stop { return true }
    return false
  }

  /// Whether a response step has anything to do with this unit.
  func acts(at step: Int) -> Bool {
    switch stop {
    case .postpone(let own): own == step
    case .post(let hold, let end): hold == step || end == step
    case nil: false
    }
  }
}
