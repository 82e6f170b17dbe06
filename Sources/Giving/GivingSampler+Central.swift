import Probability

/// The central path: agreements as scheduled, habit at its probability.
extension GivingSampler {
  /// What the central projection receives. Instalments are paid when due (plus a scenario's delay); a gift by
  /// habit is its probability x the last gift, spread evenly over the months still to come; a renewal is its
  /// probability x the last yearly amount. Parameters stand at their means.
  public func central() -> GivingPath {
    var result = GivingPath()
    for index in plans.indices {
      addRecorded(of: index, into: &result)
      centralInstalments(of: index, into: &result)
      centralYears(of: index, into: &result)
    }
    return result
  }

  private func centralInstalments(of index: Int, into result: inout GivingPath) {
    for instalment in plans[index].instalments {
      let year = yearIndex(ofMonth: instalment.due)
      if let year, plans[index].fixed[year] != nil { continue }
      result.payments.append(
        Payment(
          giver: index, cents: instalment.cents, currency: instalment.currency,
          recognised: instalment.recognised, due: instalment.due,
          paid: earliestPaid(due: instalment.due, of: index)))
    }
  }

  private func centralYears(of index: Int, into result: inout GivingPath) {
    let plan = plans[index]
    var future = CentralFuture(plan)
    let last = horizon.firstYear + horizon.years - 1
    for year in min(plan.giver.origin + 1, horizon.firstYear)...last {
      let offset = year - horizon.firstYear
      if offset >= 0, let fixed = plan.fixed[offset] {
        centralGift(fixed.cents, currency: fixed.currency, due: fixed.due, in: offset, of: index, &result)
        guard year > plan.giver.origin else { continue }
        future.fix(fixed)
      } else if year <= plan.giver.origin {
        continue
      } else if offset >= 0 && plan.covered[offset] {
        future.habit = future.habit.allGave()
      } else if plan.giver.habitual {
        if let (renewal, chance) = future.renew(in: year, settings) {
          let yearly = future.last.map { chance * Elementary.exp($0) } ?? 0
          centralRenewal(renewal, yearly: yearly.rounded(), of: index, into: &result)
        }
        let chance = future.step(in: year, fit.participation.means)
        let expected = (chance * Elementary.exp(future.last ?? plan.giver.firstGift)).rounded()
        if offset >= 0 { centralHabit(expected, in: offset, of: index, into: &result) }
      }
    }
  }

  private func centralGift(
    _ cents: Double, currency: Int, due: Int, in year: Int, of index: Int, _ result: inout GivingPath
  ) {
    guard cents > 0 else { return }
    result.payments.append(
      Payment(
        giver: index, cents: cents, currency: currency, recognised: year, due: due,
        paid: due + plans[index].delay[year]))
  }

  private func centralHabit(_ expected: Double, in year: Int, of index: Int, into result: inout GivingPath) {
    let months = horizon.openMonths(of: year)
    guard !months.isEmpty, expected > 0 else { return }
    for (position, part) in equalParts(of: Int(expected), count: months.count).enumerated() where part > 0 {
      centralGift(
        Double(part), currency: 0, due: months.lowerBound + position, in: year, of: index, &result)
    }
  }

  private func centralRenewal(
    _ renewal: GiverPlan.Renewal, yearly cents: Double, of index: Int, into result: inout GivingPath
  ) {
    guard cents > 0 else { return }
    for part in instalments(of: renewal, by: index) {
      result.payments.append(
        Payment(
          giver: index, cents: cents, currency: 0, recognised: part.recognised, due: part.due,
          paid: earliestPaid(due: part.due, of: index)))
    }
  }
}

/// A giver's future with its probabilities: bound by a renewed agreement, or free to give by habit.
private struct CentralFuture {
  /// Who is free, with the probabilities of its states.
  var habit: StateDistribution
  /// The last gift, or what a scenario fixed since.
  private(set) var last: Double?
  private var renewal: GiverPlan.Renewal?
  /// Probability of being bound, and through which year.
  private var bound: (chance: Double, through: Int)?
  /// Who has let an agreement lapse: its streak has ended in the year of the question.
  private var lapsing: (state: GivingState, chance: Double)?
  private let start: GivingState

  init(_ plan: GiverPlan) {
    start = plan.giver.state
    last = start.last
    habit = StateDistribution(start)
    renewal = plan.renewal
  }

  /// A year in which a scenario says what is given.
  mutating func fix(_ gift: GiverPlan.FixedGift) {
    habit = gift.remembered > 0 ? habit.allGave() : habit.noneGave()
    if gift.remembered > 0 { last = Elementary.log(gift.remembered) }
  }

  /// The renewal that is a question in `year`, with the probability that it comes.
  mutating func renew(
    in year: Int, _ settings: GivingSettings
  ) -> (renewal: GiverPlan.Renewal, chance: Double)? {
    guard let open = renewal, open.year == year else { return nil }
    let asked = bound?.chance ?? 1
    let chance = asked * settings.renewalProbability
    if bound == nil { habit = StateDistribution() }
    lapsing = (start.last.map { start.giving($0).missing() } ?? start, asked - chance)
    bound = (chance, year + settings.renewalTerm - 1)
    renewal = GiverPlan.Renewal(
      year: year + settings.renewalTerm, monthOffset: open.monthOffset, upfront: open.upfront)
    return (open, chance)
  }

  /// Probability of a gift by habit in `year`; states move on. Who lets an agreement lapse gives nothing in
  /// that year.
  mutating func step(in year: Int, _ coefficients: [Double]) -> Double {
    if let ended = bound, year > ended.through {
      habit.add(start.last.map { start.giving($0) } ?? start, ended.chance)
      bound = nil
    }
    let (chance, next) = habit.step(coefficients)
    habit = next
    if let lapsed = lapsing {
      habit.add(lapsed.state, lapsed.chance)
      lapsing = nil
    }
    return chance
  }
}

/// Probabilities of the states habit can be in: streaks 1 to 5 and more, gaps 1 to 4 and more, never.
struct StateDistribution {
  private var states: [(state: GivingState, weight: Double)]

  /// Nobody yet.
  init() { states = [] }
  init(_ state: GivingState) { states = [(state, 1)] }

  /// P(gives) in the next year and the distribution after it.
  func step(_ coefficients: [Double]) -> (chance: Double, next: StateDistribution) {
    var chance = 0.0
    var next = self
    next.states = []
    for (state, weight) in states {
      let gives = Elementary.logistic(ParticipationDesign.logit(state, coefficients))
      chance += weight * gives
      next.add(state.giving(state.last ?? 0), weight * gives)
      next.add(state.missing(), weight * (1 - gives))
    }
    return (chance, next)
  }

  func allGave() -> StateDistribution { mapped { $0.giving($0.last ?? 0) } }
  func noneGave() -> StateDistribution { mapped { $0.missing() } }

  private func mapped(_ change: (GivingState) -> GivingState) -> StateDistribution {
    var next = self
    next.states = []
    for (state, weight) in states { next.add(change(state), weight) }
    return next
  }

  /// Adds a state, joining it with one that the model cannot tell from it.
  mutating func add(_ state: GivingState, _ weight: Double) {
    let place = states.firstIndex { entry in
      min(entry.state.streak, ParticipationDesign.longestStreak)
        == min(state.streak, ParticipationDesign.longestStreak)
        && min(entry.state.gap, ParticipationDesign.longestGap)
          == min(state.gap, ParticipationDesign.longestGap)
        && (entry.state.last == nil) == (state.last == nil)
    }
    if let place { states[place].weight += weight } else { states.append((state, weight)) }
  }
}
