public import Vectors

/// The one accounting kernel: decisions by year, cash by month (METHODS section 1), eight paths at once.
///
/// At the beginning of a year the response cuts, in its order, what the money in sight cannot carry. In the year
/// spending follows cash to date: where a month does not fit beside the reserve, more is put off in the same
/// order; what cannot be stopped is paid all the same, from the reserve and then into the red.
/// The central projection and every simulated path run through this code. All amounts are whole cents, whose sums
/// are exact in any order; each lane is what its path alone would be.
public struct FundKernel: Sendable {
  public let plan: FundPlan
  public let timeline: Timeline
  /// Receipts projected for each year, on which the yearly decision rests.
  public let expected: [Double]

  // What never changes between paths.
  let schedule: Schedule
  let planned: [PlannedUnit]
  let unitsByStep: [[Int]]
  /// Units a month may put off.
  let lines: [Int]
  let posts: [Int]
  /// Posts not begun when the projection does.
  let vacancies: [Int]
  let grossFactor: Double

  // The state of the paths, reused from eight paths to the next.
  var unit: [UnitState]
  var cash = Lanes(0)
  var directToDate = Lanes(0)
  var supportToDate = Lanes(0)
  var year = LaneYear()
  /// Whether any path departs, or has departed this year, from the plan; while none does, what is paid to date is
  /// the plan to date on all of them.
  var isAltered = false
  /// Whether any path may have put something off this year.
  var isBehind = false

  public init(plan: FundPlan, timeline: Timeline, expected: [Double]) {
    (self.plan, self.timeline, self.expected) = (plan, timeline, expected)
    schedule = Schedule(plan, timeline)
    let planned = plan.units.map { PlannedUnit($0, timeline) }
    unitsByStep = (0..<plan.steps).map { step in
      plan.units.indices.filter { plan.units[$0].acts(at: step) }
    }
    posts = plan.units.indices.filter { plan.units[$0].isPost }
    lines = plan.units.indices.filter { !plan.units[$0].isPost && plan.units[$0].stop != nil }
    vacancies = planned.indices.filter { planned[$0].startsVacant }
    grossFactor = plan.grossFactor
    unit = planned.map { UnitState(vacant: $0.startsVacant) }
    self.planned = planned
  }

  /// Runs eight paths.
  /// - Parameters:
  ///   - receipts: cash received in each month of the timeline, by path.
  ///   - accounts: overwritten; made for this plan and timeline.
  ///   - byUnit: whether `accounts.paidByUnit` is wanted.
  public mutating func run(
    receipts: LaneColumn, into accounts: inout LaneAccounts, byUnit: Bool = false
  ) {
    begin()
    if byUnit { for index in accounts.paidByUnit.indices { accounts.paidByUnit[index] = Lanes(0) } }
    for index in timeline.years.indices {
      beginYear(index)
      for month in timeline.months(of: index) {
        let asPlanned = run(month, receipts[month])
        accounts.monthEndCash[month] = cash
        if byUnit { record(month, of: index, asPlanned: asPlanned, in: &accounts) }
      }
      endYear(index)
      accounts.years[index] = year
    }
  }

  /// Runs some kernels of one fund, each with eight paths of its own, a month of one after that of another: every month
  /// waits for the last of its own paths alone, so that the processor always has others to go on with.
  /// - Parameters:
  ///   - receipts: of the first eight paths by month, then of the next.
  ///   - accounts: one for each kernel.
  public static func run(
    _ kernels: inout [FundKernel], receipts: LaneColumn, into accounts: inout [LaneAccounts]
  ) {
    guard let timeline = kernels.first?.timeline else { return }
    for eight in kernels.indices { kernels[eight].begin() }
    for index in timeline.years.indices {
      for eight in kernels.indices { kernels[eight].beginYear(index) }
      for month in timeline.months(of: index) {
        for eight in kernels.indices {
          _ = kernels[eight].run(month, receipts[eight * timeline.monthCount + month])
          accounts[eight].monthEndCash[month] = kernels[eight].cash
        }
      }
      for eight in kernels.indices {
        kernels[eight].endYear(index)
        accounts[eight].years[index] = kernels[eight].year
      }
    }
  }

  /// Runs one path.
  public mutating func run(receipts: [Double], byUnit: Bool = false) -> FundAccounts {
    var accounts = LaneAccounts(
      years: timeline.years.count, months: timeline.monthCount, units: plan.units.count)
    let store = LaneStore(eights: receipts.count)
    let column = store.column(receipts.count)
    for month in receipts.indices { column[month] = Lanes(receipts[month]) }
    withExtendedLifetime(store) { run(receipts: column, into: &accounts, byUnit: byUnit) }
    return accounts.accounts(lane: 0)
  }

  private mutating func begin() {
    cash = Lanes(plan.openingCash)
    for index in unit.indices { unit[index] = UnitState(vacant: planned[index].startsVacant) }
  }

  // MARK: The year

  private mutating func beginYear(_ index: Int) {
    let income = incomeInSight(index)
    year = LaneYear()
    year.openingCash = cash
    year.reserveRequired = Lanes(plan.reserveRequired[index])
    year.lowestCash = Lanes(.infinity)
    directToDate = Lanes(0)
    supportToDate = Lanes(0)
    decide(index, income: income)
  }

  private mutating func endYear(_ index: Int) {
    let months = timeline.months(of: index)
    year.plannedDirect = Lanes(schedule.directToDate[months.upperBound - 1])
    year.plannedSupport = Lanes(schedule.supportToDate[months.upperBound - 1])
    year.direct = directToDate - year.separation
    year.support = supportToDate
    year.fundingGap = year.cutDirect + plan.support(on: year.cutDirect)
    year.settled = Lanes(schedule.commitments[months.lowerBound] - schedule.commitments[months.upperBound])
    year.openCommitments = Lanes(schedule.commitments[months.upperBound])
    year.closingCash = cash
  }

  // MARK: The month

  /// Returns whether every path kept to the plan.
  private mutating func run(_ month: Int, _ receipts: Lanes) -> Bool {
    receive(receipts, in: month)
    let isShort = measureShortfall(month)
    let asPlanned = !isAltered && !isShort
    if asPlanned { carryOut(month) } else { spend(month) }
    measureMonthEnd(month)
    return asPlanned
  }

  /// Takes in the month's receipts and interest, and pays its part of earlier commitments.
  private mutating func receive(_ amount: Lanes, in month: Int) {
    if plan.monthlyInterest > 0 {
      let interest = (cash .> 0).only((cash * plan.monthlyInterest).rounded)
      year.interest += interest
      cash += interest
    }
    year.received += amount
    cash += amount - schedule.settled[month]
  }

  /// The approved plan to date against what could be spent to date with the reserve held: cash as if nothing had
  /// been spent this year, less what is tied. Returns whether any path falls short.
  private mutating func measureShortfall(_ month: Int) -> Bool {
    let planned = schedule.directToDate[month] + schedule.supportToDate[month]
    let excess = planned - (cash + (directToDate + supportToDate) - schedule.tied[month])
    let isShort = excess .> 0
    guard isShort.any else { return false }
    year.shortfallMonth = (isShort .& (year.shortfallMonth .< 0)).select(Double(month), year.shortfallMonth)
    year.shortfall = max(year.shortfall, excess)
    return true
  }

  /// Pays a month in which every path keeps to the plan: none departed from it before, and none falls short, so
  /// the plan to date fits and with it the month.
  private mutating func carryOut(_ month: Int) {
    cash = cash - schedule.gross[month]
    directToDate = Lanes(schedule.directToDate[month])
    supportToDate = Lanes(schedule.supportToDate[month])
    for index in vacancies where schedule.planned[month * schedule.units + index] > 0 {
      unit[index].vacant = LaneMask(false)
    }
  }

  private mutating func measureMonthEnd(_ month: Int) {
    let isLowest = cash .< year.lowestCash
    year.lowestMonth = isLowest.select(Double(month), year.lowestMonth)
    year.lowestCash = isLowest.select(cash, year.lowestCash)
    year.breach = max(year.breach, schedule.tied[month] - cash)
  }

  private func record(_ month: Int, of year: Int, asPlanned: Bool, in accounts: inout LaneAccounts) {
    for index in unit.indices {
      let paid = asPlanned ? Lanes(schedule.planned[month * schedule.units + index]) : unit[index].due
      accounts.paidByUnit[year * unit.count + index] += paid
    }
  }
}
