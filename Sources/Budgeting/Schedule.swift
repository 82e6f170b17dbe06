/// What a fund's plan comes to by month and year: the same on every path, so reckoned once.
struct Schedule: Sendable {
  let units: Int
  /// Planned direct cost by month and unit: `[month * units + unit]`.
  let planned: [Double]
  /// Planned direct cost of each month, and with its support cost.
  let direct: [Double]
  let gross: [Double]
  /// The plan of the year up to and with each month.
  let directToDate: [Double]
  let supportToDate: [Double]
  /// Commitments of earlier periods paid in each month.
  let settled: [Double]
  /// Commitments open before each month and at the end: one entry more than months.
  let commitments: [Double]
  /// Cash that earlier commitments, once the month's part is paid, and the reserve tie in each month.
  let tied: [Double]

  init(_ plan: FundPlan, _ timeline: Timeline) {
    let months = 0..<timeline.monthCount
    units = plan.units.count
    planned = months.flatMap { month in plan.units.map { $0.monthly[month] } }
    let direct = months.map { month in plan.units.reduce(0) { $0 + $1.monthly[month] } }
    let toDate = timeline.years.indices.flatMap { Schedule.runningSums(direct[timeline.months(of: $0)]) }
    let support = toDate.map { plan.support(on: $0) }
    let begins = Set(timeline.bounds)
    gross = months.map { month in
      direct[month] + support[month] - (begins.contains(month) ? 0 : support[month - 1])
    }
    (self.direct, directToDate, supportToDate) = (direct, toDate, support)

    let settled = Schedule.settlements(of: plan.openCommitments, months: months.count)
    let open = [plan.openCommitments] + Schedule.runningSums(settled[...]).map { plan.openCommitments - $0 }
    tied = timeline.years.indices.flatMap { year in
      timeline.months(of: year).map { open[$0 + 1] + plan.reserveRequired[year] }
    }
    (self.settled, commitments) = (settled, open)
  }

  private static func runningSums(_ amounts: ArraySlice<Double>) -> [Double] {
    var sum = 0.0
    return amounts.map { amount in
      sum += amount
      return sum
    }
  }

  /// What is paid each month of commitments open at the beginning.
  private static func settlements(of commitments: Double, months: Int) -> [Double] {
    var open = commitments
    return (0..<months).map { month in
      guard open > 0 else { return 0 }
      let left = Double(max(1, FundPlan.settlementMonths - month))
      let paid = (open / left).rounded(.toNearestOrAwayFromZero)
      open -= paid
      return paid
    }
  }
}
