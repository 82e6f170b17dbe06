import Probability
import Vectors

/// The years of a giver on eight paths: what is fixed, agreed or renewed, and otherwise habit.
extension GivingSampler {
  /// What the paths have come to know of a giver while its years go by.
  struct Course {
    var state: LaneState
    /// The paths on which an agreement that ends may be followed by another, and the year of that question: the
    /// same on all of them, since every term is as long.
    var open: LaneMask
    var renewal: GiverPlan.Renewal?
    /// The paths bound by a renewed agreement, and its last year.
    var bound = LaneMask(false)
    var boundThrough = Int.min
  }

  func drawYears(of draw: Draw, into block: inout GivingBlock) {
    let plan = plans[draw.giver]
    var course = Course(
      state: LaneState(plan.giver.state), open: LaneMask(plan.renewal != nil), renewal: plan.renewal)
    let last = horizon.firstYear + horizon.years - 1
    for year in min(plan.giver.origin + 1, horizon.firstYear)...last {
      advance(&course, to: year, draw, into: &block)
      // A question that a scenario or an agreement has overtaken is not asked again.
      if let asked = course.renewal, asked.year == year { course.open = LaneMask(false) }
    }
  }

  /// One year: a scenario's word goes before an agreement, an agreement before a renewal, all before habit.
  private func advance(
    _ course: inout Course, to year: Int, _ draw: Draw, into block: inout GivingBlock
  ) {
    let offset = year - horizon.firstYear
    let isNew = year > plans[draw.giver].giver.origin
    if offset >= 0, let fixed = plans[draw.giver].fixed[offset] {
      give(fixed, in: offset, by: draw.giver, into: &block)
      if isNew { course.state.follow(fixed) }
    } else if isNew && offset >= 0 && plans[draw.giver].covered[offset] {
      course.state.give(course.state.last, where: course.state.hasGiven)
    } else if isNew && plans[draw.giver].giver.habitual {
      free(&course, in: year, draw, into: &block)
    }
  }

  /// A year that nothing fixes: bound by a renewed agreement, the question of a renewal, or habit.
  private func free(_ course: inout Course, in year: Int, _ draw: Draw, into block: inout GivingBlock) {
    var free = LaneMask(true)
    if year <= course.boundThrough {
      course.state.give(course.state.last, where: course.bound .& course.state.hasGiven)
      free = .!course.bound
    }
    if let question = course.renewal, question.year == year, course.open.any {
      free = (free .& .!course.open)
      renewOrLapse(&course, question, draw, into: &block)
    }
    if free.any { drawHabit(&course.state, in: year, where: free, draw, into: &block) }
  }

  /// The year after an agreement's end: another of the stated term, or a first missed year.
  private func renewOrLapse(
    _ course: inout Course, _ question: GiverPlan.Renewal, _ draw: Draw, into block: inout GivingBlock
  ) {
    let asked = course.open
    let chance = streams[draw.giver].renewal.uniform(paths: draw.first, draw: UInt64(question.year))
    let renewed = asked .& (chance .< settings.renewalProbability) .& course.state.hasGiven
    if renewed.any {
      let yearly = nextGift(after: course.state, in: question.year, draw, block)
      renew(question, yearly: yearly, where: renewed, draw, into: &block)
      course.state.give(yearly, where: renewed)
    }
    course.state.miss(where: asked .& .!renewed)
    (course.open, course.bound) = (renewed, renewed)
    course.boundThrough = question.year + settings.renewalTerm - 1
    course.renewal = GiverPlan.Renewal(
      year: course.boundThrough + 1, monthOffset: question.monthOffset, upfront: question.upfront)
  }

  /// A year in which habit decides on the paths of `mask`: gives or not, how much, and in which month.
  private func drawHabit(
    _ state: inout LaneState, in year: Int, where mask: LaneMask, _ draw: Draw, into block: inout GivingBlock
  ) {
    let shift = draw.effect + block.givingShifts[self.shift(of: year)]
    let annual = block.crowd.chance(state, plans[draw.giver].giver.surroundings, shift: shift)
    let chance = chanceStillToCome(annual, in: year, of: draw.giver)
    let uniform = streams[draw.giver].gives.uniform(paths: draw.first, draw: UInt64(year))
    let gives = mask .& (uniform .< chance)
    if gives.any {
      let gift = nextGift(after: state, in: year, draw, block)
      pay(gives.only(Lanes.exp(gift).rounded), in: year - horizon.firstYear, draw, into: &block)
      state.give(gift, where: gives)
    }
    state.miss(where: mask .& .!gives)
  }

  /// What habit gives, in a month that is still to come.
  private func pay(_ cents: Lanes, in offset: Int, _ draw: Draw, into block: inout GivingBlock) {
    guard offset >= 0, !horizon.openMonths(of: offset).isEmpty else { return }
    let due = habitualMonth(offset, draw)
    if plans[draw.giver].giver.cashLedger {
      block.payments.append(
        LanePayment(
          giver: draw.giver, cents: cents, currency: 0, recognised: offset, due: due,
          paid: due + Double(plans[draw.giver].delay[offset])))
    } else {
      // A month still to come cannot have been missed yet.
      let part = Due(due: due, year: offset, age: 0, cents: cents, currency: 0, recognised: offset)
      collect(part, draw, into: &block)
    }
  }

  /// The logarithm of the next gift of a contributor.
  private func nextGift(after state: LaneState, in year: Int, _ draw: Draw, _ block: GivingBlock) -> Lanes {
    let giver = plans[draw.giver].giver
    let stream = streams[draw.giver].amount
    let (again, shock) = stream.uniforms(paths: draw.first, draw: UInt64(2 * year))
    let round = stream.uniform(paths: draw.first, draw: UInt64(2 * year + 1))
    let next = block.crowd.amount(
      after: state, last: state.hasGiven.select(state.last, Lanes(giver.firstGift)), giver.surroundings,
      (again, shock, round), shift: block.changeShifts[shift(of: year)])
    return min(next, Lanes(GivingSampler.largestGift))
  }

  private func give(
    _ gift: GiverPlan.FixedGift, in year: Int, by index: Int, into block: inout GivingBlock
  ) {
    guard gift.cents > 0 else { return }
    block.payments.append(
      LanePayment(
        Payment(
          giver: index, cents: gift.cents, currency: gift.currency, recognised: year, due: gift.due,
          paid: gift.due + plans[index].delay[year])))
  }
}

extension LaneState {
  /// Moves on by a year a scenario has fixed.
  mutating func follow(_ fixed: GiverPlan.FixedGift) {
    if fixed.remembered > 0 {
      give(Lanes(Elementary.log(fixed.remembered)), where: LaneMask(true))
    } else {
      miss(where: LaneMask(true))
    }
  }
}
