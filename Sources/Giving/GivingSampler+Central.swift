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
      let delay = year.map { plans[index].delay[$0] } ?? 0
      let start = instalment.due <= horizon.seenThrough ? horizon.seenThrough + 1 : instalment.due
      result.payments.append(
        Payment(
          giver: index, cents: instalment.cents, currency: instalment.currency,
          recognised: instalment.recognised, due: instalment.due, paid: max(start, 0) + delay))
    }
  }

  private func centralYears(of index: Int, into result: inout GivingPath) {
    let plan = plans[index]
    var habit = StateDistribution(plan.giver.state)
    var renewal = plan.renewal.map { (option: $0, chance: 1.0) }
    var renewed: (through: Int, chance: Double)?
    let last = horizon.firstYear + horizon.years - 1
    guard plan.giver.origin < last else { return }
    for year in (plan.giver.origin + 1)...last {
      let offset = year - horizon.firstYear
      if offset >= 0, let fixed = plan.fixed[offset] {
        centralGift(fixed.cents, currency: fixed.currency, due: fixed.due, in: offset, of: index, &result)
        habit = fixed.cents > 0 ? habit.allGave() : habit.noneGave()
        continue
      }
      if offset >= 0 && plan.covered[offset] {
        habit = habit.allGave()
        continue
      }
      guard plan.giver.habitual else { continue }
      let underRenewal = renewed.map { year <= $0.through ? $0.chance : 0 } ?? 0
      if let open = renewal, open.option.year == year {
        let chance = open.chance * settings.renewalProbability
        centralRenewal(open.option, chance: chance, of: index, into: &result)
        renewed = (year + settings.renewalTerm - 1, chance)
        renewal = (
          GiverPlan.Renewal(
            year: year + settings.renewalTerm, monthOffset: open.option.monthOffset,
            upfront: open.option.upfront), chance
        )
        habit = habit.noneGave()
        continue
      }
      let (chance, next) = habit.step(fit.participation.means)
      habit = next
      if offset >= 0 {
        centralHabit(chance * (1 - underRenewal), in: offset, of: index, into: &result)
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

  private func centralHabit(_ chance: Double, in year: Int, of index: Int, into result: inout GivingPath) {
    let giver = plans[index].giver
    let expected = (chance * Elementary.exp(giver.state.last ?? giver.firstGift)).rounded()
    let months = horizon.openMonths(of: year)
    guard !months.isEmpty, expected > 0 else { return }
    for (position, part) in equalParts(of: Int(expected), count: months.count).enumerated() where part > 0 {
      centralGift(
        Double(part), currency: 0, due: months.lowerBound + position, in: year, of: index, &result)
    }
  }

  private func centralRenewal(
    _ renewal: GiverPlan.Renewal, chance: Double, of index: Int, into result: inout GivingPath
  ) {
    guard let last = plans[index].giver.state.last else { return }
    let cents = (chance * Elementary.exp(last)).rounded()
    let first = renewal.year - horizon.firstYear
    for step in 0..<settings.renewalTerm where first + step >= 0 {
      let offset = first + step
      let start = offset < horizon.years ? horizon.yearStarts[offset] : horizon.yearStarts[0] + 12 * offset
      let due = start + renewal.monthOffset
      result.payments.append(
        Payment(
          giver: index, cents: cents, currency: 0, recognised: renewal.upfront ? max(first, 0) : offset,
          due: due, paid: due))
    }
  }
}

/// Probabilities of the states habit can be in: streaks 1 to 5 and more, gaps 1 to 4 and more, never.
struct StateDistribution {
  private var states: [(state: GivingState, weight: Double)]

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
  private mutating func add(_ state: GivingState, _ weight: Double) {
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
