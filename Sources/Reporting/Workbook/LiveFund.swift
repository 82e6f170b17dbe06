import Budgeting
import Finance
import Giving
import Outlook
import Records
import Scenarios
import Simulation

/// One fund's central projection taken apart into what a reader may change and what follows from it. All amounts are
/// whole cents; months and years are indices of the projection.
struct LiveFund {
  let plan: FundPlan
  let timeline: Timeline
  let account: FundAccounts
  let givers: [LiveGiver]
  let units: [LiveUnit]
  let reserveRate: Rate
  /// The approved plan of the year after the last, direct cost, on which the last year's reserve rests.
  let nextPlan: Double
  /// The scenario's growth of plans, where the plan of the year after the last is the last one's grown by it.
  let growth: Rate?
  /// Cash and commitments by month.
  let months: LiveMonths

  init(_ index: Int, of ensemble: Ensemble, name: (String) -> String) {
    let assumptions = ensemble.assumptions
    let (plan, timeline) = (assumptions.funds[index], assumptions.timeline)
    let account = ensemble.central.accounts[index]
    (self.plan, self.timeline, self.account) = (plan, timeline, account)
    givers = assumptions.givers.indices.filter { assumptions.fund(of: $0) == index }.map { giver in
      let byMonth = ensemble.central.receivedByMonth[(giver * timeline.monthCount)...].prefix(
        timeline.monthCount)
      let id = assumptions.givers[giver].giver.contributor
      return LiveGiver(id: id, name: name(id), byMonth: Array(byMonth), timeline: timeline)
    }
    units = plan.units.indices.map { unit in
      let paid = timeline.years.indices.map { account.paidByUnit[$0 * plan.units.count + unit] }
      return LiveUnit(plan.units[unit], paid: paid, timeline: timeline)
    }
    reserveRate = assumptions.reserveRate(of: plan.fund)
    let last = timeline.years[timeline.years.count - 1].year
    nextPlan = Double(assumptions.approvedDirect(of: plan.fund, in: last + 1))
    let lastPlan = units.reduce(0) { $0 + ($1.planned.last ?? 0) }
    let stated = assumptions.scenario.assumptions.planGrowth ?? .zero
    let grown = (lastPlan * (1 + stated.fraction)).rounded(.toNearestOrAwayFromZero)
    growth = lastPlan != 0 && grown == nextPlan ? stated : nil
    months = LiveMonths(plan: plan, timeline: timeline, account: account, givers: givers, units: units)
  }

  /// Classes the plan has, in the order of a statement.
  var classes: [ObjectClass] { Set(units.map(\.objectClass)).sorted() }

  func plannedDirect(_ year: Int) -> Double { units.reduce(0) { $0 + $1.planned[year] } }
  func cut(_ year: Int) -> Double { units.reduce(0) { $0 + $1.cut[year] } }

  /// What is paid of a class in a year.
  func paid(_ objectClass: ObjectClass, _ year: Int) -> Double {
    units.lazy.filter { $0.objectClass == objectClass }.reduce(0) { $0 + $1.planned[year] - $1.cut[year] }
  }
}

/// What a contributor is expected to pay, and when.
struct LiveGiver {
  let id: String
  let name: String
  /// By year.
  let received: [Double]
  /// By month: the share of the year's amount that has come by its end.
  let shares: [Double]
  /// By month: what has come in the year by its end and is no share of the year's amount.
  let beside: [Double]

  init(id: String, name: String, byMonth: [Double], timeline: Timeline) {
    (self.id, self.name) = (id, name)
    let toDate = timeline.runningSums(byMonth)
    let received = timeline.years.indices.map { toDate[timeline.bounds[$0 + 1] - 1] }
    self.received = received
    // A year in which nothing is expected: what a reader enters counts at its end, as what is known by year alone.
    shares = timeline.shares(of: received, toDate) { month, months in month == months.upperBound - 1 ? 1 : 0 }
    beside = timeline.eachMonth { month, year in received[year] == 0 ? toDate[month] : 0 }
  }
}

/// A line or post of the plan.
struct LiveUnit {
  let id: String
  let objectClass: ObjectClass
  /// Direct cost by year: as planned, and what the response cuts of it.
  let planned: [Double]
  let cut: [Double]
  /// By month: the share of the year's plan that falls due by its end.
  let shares: [Double]
  /// By month: planned to date in the year, in whole cents.
  let toDate: [Double]

  init(_ unit: SpendingUnit, paid: [Double], timeline: Timeline) {
    (id, objectClass) = (unit.id, unit.objectClass)
    let toDate = timeline.runningSums(unit.monthly)
    let planned = timeline.years.indices.map { toDate[timeline.bounds[$0 + 1] - 1] }
    (self.planned, self.toDate) = (planned, toDate)
    cut = zip(planned, paid).map { $0 - $1 }
    shares = timeline.shares(of: planned, toDate, otherwise: LiveUnit.even)
  }

  /// Equal parts over the months of a year.
  static func even(_ month: Int, _ months: Range<Int>) -> Double {
    Double(month - months.lowerBound + 1) / Double(months.count)
  }
}

extension Timeline {
  /// The year a month of the projection falls in.
  func year(ofMonth month: Int) -> Int { years.indices.last { bounds[$0] <= month } ?? 0 }

  func eachMonth<Value>(_ value: (_ month: Int, _ year: Int) -> Value) -> [Value] {
    years.indices.flatMap { year in months(of: year).map { value($0, year) } }
  }

  /// Sums that begin anew with every year.
  func runningSums(_ amounts: [Double]) -> [Double] {
    years.indices.flatMap { year in
      var sum = 0.0
      return months(of: year).map { month in
        sum += amounts[month]
        return sum
      }
    }
  }

  /// Shares that give `toDate` again to the cent when they are taken of the years' `totals` and rounded: equal parts
  /// where these do, else quotients; `otherwise` in a year without a total.
  func shares(
    of totals: [Double], _ toDate: [Double], otherwise: (_ month: Int, _ months: Range<Int>) -> Double
  ) -> [Double] {
    years.indices.flatMap { year in
      let (months, total) = (months(of: year), totals[year])
      if total == 0 { return months.map { otherwise($0, months) } }
      let even = months.map { LiveUnit.even($0, months) }
      let isEven = zip(months, even).allSatisfy { month, share in
        let exact = total * share
        // Not where a spreadsheet's own rounding of half a cent might differ.
        return exact.rounded(.toNearestOrAwayFromZero) == toDate[month]
          && ((exact - exact.rounded(.down)) - 0.5).magnitude > 1e-3
      }
      return isEven ? even : months.map { toDate[$0] / total }
    }
  }
}
