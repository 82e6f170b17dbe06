import Probability

/// The central path: agreements as scheduled, habit at its probability.
extension GivingSampler {
  /// What the central projection receives. Instalments are paid when due (plus a scenario's delay), those that
  /// are overdue at the probability of each month; a gift by habit is its probability x the last gift, spread
  /// over the months still to come by their probability; a renewal is its probability x the last yearly amount.
  /// Parameters stand at their means.
  public func central() -> GivingPath {
    var result = GivingPath()
    for index in plans.indices {
      for receipt in plans[index].recorded {
        result.payments.append(payment(receipt, of: index, paid: receipt.due))
      }
      centralInstalments(of: index, into: &result)
      centralYears(of: index, into: &result)
    }
    return result
  }

  private func centralInstalments(of index: Int, into result: inout GivingPath) {
    for instalment in plans[index].instalments {
      let year = yearIndex(ofMonth: instalment.due)
      if let year, plans[index].fixed[year] != nil { continue }
      let promised = year.map { plans[index].punctual[$0] } ?? false
      if monthsOpen(instalment.due, of: index) > 0 && !promised {
        centralOverdue(instalment, of: index, into: &result)
      } else {
        let paid = earliestPaid(due: instalment.due, of: index)
        result.payments.append(payment(instalment, of: index, paid: paid))
      }
    }
  }

  /// What is overdue, over the months of the projection by their probability; the rest stays open.
  private func centralOverdue(
    _ instalment: GiverPlan.Instalment, of index: Int, into result: inout GivingPath
  ) {
    let timing = timings[index]
    let age = monthsOpen(instalment.due, of: index)
    let survival = timing.curve.survival(age)
    let chances = timing.collection.chances(open: survival)
    let coming = instalment.cents * (1 - chances.never - chances.inPart * (1 - timing.collection.share.mean))
    let start = max(instalment.due, horizon.seenThrough + 1)
    let delay = earliestPaid(due: instalment.due, of: index) - start
    var sum = 0.0
    for month in age..<max(age + 1, horizon.yearStarts[horizon.years - 1] + 12 - instalment.due) {
      let open = survival > 0 ? timing.curve.survival(month + 1) / survival : 0
      let part = (coming * (1 - open)).rounded() - sum
      guard part > 0 else { continue }
      sum += part
      let paid = max(instalment.due + month, start) + delay
      result.payments.append(payment(instalment, cents: part, of: index, paid: paid))
    }
    if sum < instalment.cents {
      let rest = instalment.cents - sum
      result.payments.append(payment(instalment, cents: rest, of: index, paid: Payment.never))
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
        let chance = future.step(in: year) {
          chanceStillToCome(self.centralChance($0, of: index), in: year, of: index)
        }
        let expected = (chance * Elementary.exp(future.last ?? plan.giver.firstGift)).rounded()
        if offset >= 0 { centralHabit(expected, in: offset, of: index, into: &result) }
      }
    }
  }

  /// P(gives next year) at the parameters' means.
  private func centralChance(_ state: GivingState, of index: Int) -> Double {
    let giver = plans[index].giver
    return BehaviourDraw(fit.behaviour).chance(state, giver.surroundings, shift: giver.effect.mean)
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
    let passed = horizon.monthsPassed(of: year)
    var (sum, share) = (0.0, 0.0)
    for due in months {
      share += timings[index].calendar.share(of: due - horizon.yearStarts[year], after: passed)
      let part = (due == months.upperBound - 1 ? expected : (expected * share).rounded()) - sum
      guard part > 0 else { continue }
      sum += part
      centralGift(part, currency: 0, due: due, in: year, of: index, &result)
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
  mutating func step(in year: Int, _ chanceOf: (GivingState) -> Double) -> Double {
    if let ended = bound, year > ended.through {
      habit.add(start.last.map { start.giving($0) } ?? start, ended.chance)
      bound = nil
    }
    let (chance, next) = habit.step(chanceOf)
    habit = next
    if let lapsed = lapsing {
      habit.add(lapsed.state, lapsed.chance)
      lapsing = nil
    }
    return chance
  }
}

/// Probabilities of the states habit can be in, where a gift is always the last one again.
struct StateDistribution {
  private var states: [(state: GivingState, weight: Double)]

  /// Nobody yet.
  init() { states = [] }
  init(_ state: GivingState) { states = [(state, 1)] }

  /// P(gives) in the next year and the distribution after it.
  func step(_ chanceOf: (GivingState) -> Double) -> (chance: Double, next: StateDistribution) {
    var chance = 0.0
    var next = self
    next.states = []
    for (state, weight) in states {
      let gives = chanceOf(state)
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

  /// Adds a state, joining it with one of the same streak, gap and number of gifts: what else can differ (when
  /// the earlier gaps were) the model does not see.
  mutating func add(_ state: GivingState, _ weight: Double) {
    let place = states.firstIndex { entry in
      entry.state.streak == state.streak && entry.state.gap == state.gap && entry.state.gifts == state.gifts
    }
    if let place { states[place].weight += weight } else { states.append((state, weight)) }
  }
}
