import Budgeting
import Finance
import Records

/// One fund's months on the central path: cumulative amounts of the year in whole cents, as its formulas have them.
struct LiveMonths {
  let receivedToDate: [Double]
  let interest: [Double]
  let settled: [Double]
  /// Commitments of earlier periods still open at the month's end.
  let open: [Double]
  let plannedDirect: [Double]
  let plannedSupport: [Double]
  let paidDirect: [Double]
  let paidSupport: [Double]
  let cash: [Double]
  /// What commitments and reserve tie.
  let tied: [Double]
  /// Plan to date beyond what may be spent to date.
  let excess: [Double]
  /// Share of the year's cuts that is made by the month's end.
  let cutShares: [Double]
  /// Share of the year's separation costs that is paid by the month's end: all of it at the end of the year.
  let separationShares: [Double]
  /// Direct spending to date beyond plan, cuts and separation: less what is put off within the year. 0 at its end.
  let besidePlan: [Double]
  /// Receipts to date that are no share of a year's amount.
  let besideGifts: [Double]

  init(plan: FundPlan, timeline: Timeline, account: FundAccounts, givers: [LiveGiver], units: [LiveUnit]) {
    let months = 0..<timeline.monthCount
    let cash = account.monthEndCash
    self.cash = cash
    func before(_ month: Int) -> Double { month == 0 ? plan.openingCash : cash[month - 1] }

    besideGifts = months.map { month in givers.reduce(0) { $0 + $1.beside[month] } }
    let receivedToDate = timeline.eachMonth { month, year in
      givers.reduce(0) {
        $0 + ($1.received[year] * $1.shares[month]).rounded(.toNearestOrAwayFromZero) + $1.beside[month]
      }
    }
    let interest = months.map {
      (max(before($0), 0) * plan.monthlyInterest).rounded(.toNearestOrAwayFromZero)
    }
    let settled = LiveMonths.settlements(of: plan.openCommitments, months: months.count)
    self.settled = settled
    let open = LiveMonths.open(plan.openCommitments, settled)
    (self.receivedToDate, self.interest, self.open) = (receivedToDate, interest, open)
    let plannedDirect = months.map { month in units.reduce(0) { $0 + $1.toDate[month] } }
    let plannedSupport = plannedDirect.map { plan.support(on: $0) }
    (self.plannedDirect, self.plannedSupport) = (plannedDirect, plannedSupport)

    // What was spent is what cash shows; its direct part is the one whose support makes it up.
    let spent = months.map { month in
      let isFirst = timeline.bounds.contains(month)
      let received = receivedToDate[month] - (isFirst ? 0 : receivedToDate[month - 1])
      return before(month) + received + interest[month] - settled[month] - cash[month]
    }
    let paidDirect = timeline.runningSums(spent).map { LiveMonths.direct(gross: $0, plan) }
    let paidSupport = paidDirect.map { plan.support(on: $0) }
    (self.paidDirect, self.paidSupport) = (paidDirect, paidSupport)

    let cuts = timeline.years.indices.map { year in units.reduce(0) { $0 + $1.cut[year] } }
    let putOff = zip(plannedDirect, paidDirect).map { $0 - $1 }
    let isPlain = timeline.years.indices.map { year in
      cuts[year] != 0 && putOff[timeline.bounds[year + 1] - 1] == cuts[year]
    }
    let cutShares = timeline.eachMonth { month, year in
      isPlain[year] ? putOff[month] / cuts[year] : LiveUnit.even(month, timeline.months(of: year))
    }
    self.cutShares = cutShares
    let separationShares = timeline.eachMonth { month, year in
      month == timeline.bounds[year + 1] - 1 ? 1.0 : 0
    }
    self.separationShares = separationShares
    besidePlan = timeline.eachMonth { month, year in
      (cuts[year] * cutShares[month]).rounded(.toNearestOrAwayFromZero) - putOff[month]
        - account.years[year].separation * separationShares[month]
    }
    let tied = timeline.eachMonth { month, year in open[month] + plan.reserveRequired[year] }
    let gross = zip(plannedDirect, plannedSupport).map { $0 + $1 }
    let paid = zip(paidDirect, paidSupport).map { $0 + $1 }
    self.tied = tied
    excess = months.map { max(0, gross[$0] - (cash[$0] + paid[$0] - tied[$0])) }
  }

  /// Earlier commitments paid in equal parts over `FundPlan.settlementMonths`, in whole cents.
  private static func settlements(of commitments: Double, months: Int) -> [Double] {
    var open = commitments
    return (0..<months).map { month in
      let paid = open > 0 ? (open / parts(month)).rounded(.toNearestOrAwayFromZero) : 0
      open -= paid
      return paid
    }
  }

  /// Parts in which what is open before a month is paid.
  static func parts(_ month: Int) -> Double { Double(max(1, FundPlan.settlementMonths - month)) }

  private static func open(_ commitments: Double, _ settled: [Double]) -> [Double] {
    var open = commitments
    return settled.map { paid in
      open -= paid
      return open
    }
  }

  /// The direct spending whose support cost makes it up to `gross`; direct + support grows with every cent.
  static func direct(gross: Double, _ plan: FundPlan) -> Double {
    let near = (gross / (1 + plan.fund.supportCost.fraction)).rounded()
    let found = (-2...2).lazy.map { near + Double($0) }.first { $0 + plan.support(on: $0) == gross }
    return found ?? near
  }
}
