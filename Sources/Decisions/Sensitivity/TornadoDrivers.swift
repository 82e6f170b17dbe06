import Budgeting
import Finance
import Giving
import Judgement
import Measures
import Outlook
import Probability
import Records
import Scenarios
import Simulation

/// Makes the drivers of a tornado from what a run's own models say, and from plain assumptions where they say nothing.
struct TornadoDrivers {
  private let trial: Trial
  private(set) var all: [TornadoDriver] = []
  /// Drivers that have no range, in words.
  private(set) var fixed: [String] = []

  /// 10 % points below and 90 % points above, in standard deviations of a normal number.
  static let reach = 1.2815515655446004
  /// Plan size at its points (assumption).
  static let planSize = (low: Rate(basisPoints: -1_000), high: Rate(basisPoints: 1_000))
  /// Plan growth at its points, beside the scenario's (assumption).
  static let planGrowth = (low: -200, high: 200)
  /// Share of the recommended levels at its points (assumption).
  static let takeUp = (low: Rate(basisPoints: 3_000), high: Rate(basisPoints: 9_000))

  private var base: Assumptions { trial.base }
  private var years: ClosedRange<Int> {
    let labels = base.timeline.years.map(\.year)
    return labels[0]...labels[labels.count - 1]
  }

  /// - Throws: `OutlookError`, what a simulation throws, `Interrupted`.
  init(_ trial: Trial, _ plan: SensitivityPlan, isCancelled: @Sendable () -> Bool) throws {
    self.trial = trial
    try addGivers(plan, isCancelled)
    try addExchange()
    try addTakeUp()
    try addPlan()
    try addTiming()
    addYearEffect()
  }

  // MARK: Givers

  private mutating func addGivers(_ plan: SensitivityPlan, _ isCancelled: @Sendable () -> Bool) throws {
    let largest = try ExpectedGiver.largest(of: trial, to: plan.funds(of: trial))
    let givers = largest.prefix(plan.mostGivers).map(\.index)
    let layout = PathLayout(base)
    let totals = PathScan(
      SimulatedPaths(base), layout: layout, measures: [], threads: trial.threads
    ) { columns in
      givers.map { giver in
        SumMeasure((0..<layout.years).map { columns.layout.received(giver: giver, year: $0) })
      }
    }
    for (giver, paths) in zip(givers, try totals.values(isCancelled: isCancelled)) {
      try addGiver(giver, yearly: paths.map { $0 / Double(layout.years) })
    }
  }

  private mutating func addGiver(_ index: Int, yearly: [Double]) throws {
    let giver = base.givers[index].giver
    let ordered = yearly.sorted()
    let points = [0.1, 0.9].map { ordered[Int((Double(ordered.count - 1) * $0).rounded())] }
    let amounts = points.map { Int($0.rounded(.toNearestOrAwayFromZero)) }
    let id = "giving \(giver.contributor) \(giver.fund)"
    guard amounts[0] < amounts[1] else {
      fixed.append("\(id): \(units(amounts[0])) a year at both points")
      return
    }
    let scenarios = amounts.map { cents in
      adding(
        .setContribution(
          SetContribution(
            contributor: giver.contributor, fund: giver.fund, years: years,
            amount: Money(cents: cents, currency: base.book.centre.budgetCurrency),
            month: month(of: base.givers[index]))))
    }
    try add(
      id, scenarios, amounts.map { "\(units($0)) a year" },
      source: "points of its yearly average over this run's futures; then given every year for certain")
  }

  /// The month of the year in which an agreement of the giver falls due, else the seventh (assumption).
  private func month(of plan: GiverPlan) -> Int {
    guard let due = plan.instalments.first(where: { $0.due >= 0 })?.due else { return 7 }
    let year = base.timeline.years.indices.last { base.horizon.yearStarts[$0] <= due } ?? 0
    return min(12, max(1, due - base.horizon.yearStarts[year] + 1))
  }

  private func units(_ cents: Int) -> String {
    "\(base.book.centre.budgetCurrency) \(Money.groupedUnits(cents: cents))"
  }

  // MARK: Exchange rates

  /// A level that holds for all years: the points of the average of a random walk over its months.
  private mutating func addExchange() throws {
    let months = base.timeline.monthCount - min(base.horizon.seenThrough + 1, base.timeline.monthCount)
    let count = Double(months)
    let spread = ((count + 1) * (2 * count + 1) / (6 * max(count, 1))).squareRoot()
    for (index, currency) in base.exchange.currencies.enumerated().dropFirst() {
      let reach = TornadoDrivers.reach * base.exchange.monthlyDeviation[index] * spread
      let changes = [-reach, reach].map { log in
        Rate(basisPoints: Int(((Elementary.exp(log) - 1) * 10_000).rounded(.toNearestOrAwayFromZero)))
      }
      guard months > 0, changes[0] < changes[1] else {
        fixed.append("exchange \(currency): it does not move")
        continue
      }
      let scenarios = changes.map {
        adding(.exchangeShock(ExchangeShock(currency: currency, change: $0, from: years.lowerBound)))
      }
      try add(
        "exchange \(currency)", scenarios, changes.map { "value \($0)" },
        source: "this run's exchange outlook: points of the average over its months")
    }
  }

  // MARK: What a scenario states

  private mutating func addTakeUp() throws {
    let stated = base.scenario.changes.contains { if case .collectLevels = $0.kind { true } else { false } }
    guard stated else { return }
    let shares = [TornadoDrivers.takeUp.low, TornadoDrivers.takeUp.high]
    let scenarios = shares.map { share in
      var scenario = base.scenario
      scenario.changes = scenario.changes.map { $0.collecting(share) }
      return scenario
    }
    try add(
      "take-up of levels", scenarios, shares.map { "\($0) of the levels" },
      source: "assumption: the range of the standard battery, 30 % to 90 %")
  }

  private mutating func addPlan() throws {
    let size = [TornadoDrivers.planSize.low, TornadoDrivers.planSize.high]
    let core = base.funds.filter { $0.fund.purpose == .core }.map(\.fund.id)
    let scenarios = size.map { change in
      base.scenario.adding(
        core.map {
          Change.decided(.scalePlan(ScalePlan(change: change, years: planned, fund: $0)))
        })
    }
    try add(
      "plan-size", scenarios, size.map { "plan \($0)" },
      source: "assumption: a tenth below and above the plan")
    let own = base.scenario.assumptions.planGrowth ?? .zero
    let growth = [TornadoDrivers.planGrowth.low, TornadoDrivers.planGrowth.high].map {
      Rate(basisPoints: own.basisPoints + $0)
    }
    let grown = growth.map { rate in
      var scenario = base.scenario
      scenario.assumptions.planGrowth = rate
      return scenario
    }
    try add(
      "plan-growth", grown, growth.map { "\($0) a year" },
      source: "assumption: two points below and above the scenario's \(own)")
  }

  /// The year after the last one too: the reserve is measured on it.
  private var planned: ClosedRange<Int> { years.lowerBound...years.upperBound + 1 }

  // MARK: When and together

  private mutating func addTiming() throws {
    guard base.settings.onTimeProbability == nil else {
      fixed.append("paid-on-time: the scenario states it")
      return
    }
    let crowd = base.giving.timing.lateness.crowd.onTime
    let chances = [0.1, 0.9].map { betaQuantile($0, crowd.yes, crowd.no) }
    guard chances[0] < chances[1] else { return }
    let assumptions = chances.map { chance in
      var assumptions = base
      assumptions.settings.onTimeProbability = chance
      return assumptions
    }
    add(
      "paid-on-time", assumptions,
      chances.map { "every giver pays \(Int(($0 * 100).rounded())) % in the month due" },
      source: "\(base.giving.timing.lateness.source), as counted for the crowd")
  }

  /// The same effect in every year: the points of the average of independent years.
  private mutating func addYearEffect() {
    let effect = base.giving.behaviour.yearEffect
    guard effect.participation > 0 || effect.change > 0 else {
      fixed.append("common year effect: the model has none")
      return
    }
    let lean = TornadoDrivers.reach / Double(base.timeline.years.count).squareRoot()
    let assumptions = [-lean, lean].map { deviations in
      var assumptions = base
      assumptions.settings.yearEffect = deviations
      return assumptions
    }
    let percent = Int((lean * 100).rounded())
    add(
      "common year effect", assumptions,
      ["below", "above"].map { "every year \(percent) % of a deviation \($0) a usual one" },
      source: "the giving model (\(base.giving.prior.name)): points of the average of its years")
  }

  // MARK: Building

  private func adding(_ kind: Change.Kind) -> Scenario {
    base.scenario.adding([.decided(kind)])
  }

  private mutating func add(
    _ id: String, _ scenarios: [Scenario], _ words: [String], source: String
  ) throws(OutlookError) {
    let low = try trial.assumptions(of: scenarios[0])
    add(id, [low, try trial.assumptions(of: scenarios[1])], words, source: source)
  }

  private mutating func add(_ id: String, _ points: [Assumptions], _ words: [String], source: String) {
    all.append(
      TornadoDriver(
        label: TornadoDriver.Label(id: id, low: words[0], high: words[1], source: source), low: points[0],
        high: points[1]))
  }
}

extension Change {
  /// The same with another share of the levels, where it is of them.
  fileprivate func collecting(_ share: Rate) -> Change {
    guard case .collectLevels(let levels) = kind else { return self }
    return Change(
      kind: .collectLevels(
        CollectLevels(
          share: share, fund: levels.fund, years: levels.years, month: levels.month, group: levels.group)),
      location: location)
  }
}
