import Probability

/// The years of a giver on a path: what is fixed, agreed or renewed, and otherwise habit.
extension GivingSampler {
  /// What a path has come to know of a giver while its years go by.
  struct Course {
    var state: GivingState
    /// The year in which an agreement that ended may be followed by another.
    var renewal: GiverPlan.Renewal?
    /// The last year of a renewed agreement.
    var renewedThrough = Int.min
  }

  func drawYears(of draw: Draw, into result: inout GivingPath) {
    let giver = plans[draw.giver].giver
    var course = Course(state: giver.state, renewal: plans[draw.giver].renewal)
    let last = horizon.firstYear + horizon.years - 1
    for year in min(giver.origin + 1, horizon.firstYear)...last {
      advance(&course, to: year, draw, into: &result)
    }
  }

  /// One year: a scenario's word goes before an agreement, an agreement before a renewal, all before habit.
  private func advance(
    _ course: inout Course, to year: Int, _ draw: Draw, into result: inout GivingPath
  ) {
    let offset = year - horizon.firstYear
    let isNew = year > plans[draw.giver].giver.origin
    if offset >= 0, let fixed = plans[draw.giver].fixed[offset] {
      give(fixed, in: offset, by: draw.giver, into: &result)
      if isNew { course.state = course.state.after(fixed) }
    } else if !isNew {
      return
    } else if (offset >= 0 && plans[draw.giver].covered[offset]) || year <= course.renewedThrough {
      if let last = course.state.last { course.state.give(last) }
    } else if !plans[draw.giver].giver.habitual {
      return
    } else if let open = course.renewal, open.year == year {
      renewOrLapse(&course, open, draw, into: &result)
    } else {
      course.state = drawHabit(course.state, in: year, draw, into: &result)
    }
  }

  /// The year after an agreement's end: another of the stated term, or a first missed year.
  private func renewOrLapse(
    _ course: inout Course, _ open: GiverPlan.Renewal, _ draw: Draw, into result: inout GivingPath
  ) {
    course.renewal = nil
    let chance = streams[draw.giver].renewal.uniform(path: draw.path, draw: UInt64(open.year))
    guard chance < settings.renewalProbability, let last = course.state.last else {
      course.state = course.state.missing()
      return
    }
    let yearly = nextGift(after: course.state, last: last, in: open.year, draw)
    renew(open, yearly: yearly, draw, into: &result)
    course.renewedThrough = open.year + settings.renewalTerm - 1
    course.renewal = GiverPlan.Renewal(
      year: course.renewedThrough + 1, monthOffset: open.monthOffset, upfront: open.upfront)
    course.state = course.state.giving(yearly)
  }

  /// A year in which habit decides: gives or not, how much, and in which month.
  private func drawHabit(
    _ state: GivingState, in year: Int, _ draw: Draw, into result: inout GivingPath
  ) -> GivingState {
    let giver = plans[draw.giver].giver
    let annual = draw.parameters.behaviour.chance(
      state, giver.surroundings, shift: draw.effect + draw.parameters.giving(in: year, of: horizon))
    let chance = chanceStillToCome(annual, in: year, of: draw.giver)
    guard streams[draw.giver].gives.uniform(path: draw.path, draw: UInt64(year)) < chance else {
      return state.missing()
    }
    let gift = nextGift(after: state, last: state.last ?? plans[draw.giver].giver.firstGift, in: year, draw)
    let offset = year - horizon.firstYear
    if offset >= 0, let due = habitualMonth(offset, draw) {
      let part = GiverPlan.Instalment(
        due: due, cents: Elementary.exp(gift).rounded(), currency: 0, recognised: offset)
      if plans[draw.giver].giver.cashLedger {
        let paid = due + plans[draw.giver].delay[offset]
        result.payments.append(payment(part, of: draw.giver, paid: paid))
      } else {
        collect(part, draw, into: &result)
      }
    }
    return state.giving(gift)
  }

  /// The logarithm of the next gift of a contributor.
  private func nextGift(after state: GivingState, last: Double, in year: Int, _ draw: Draw) -> Double {
    let stream = streams[draw.giver].amount
    let (again, shock) = stream.uniforms(path: draw.path, draw: UInt64(2 * year))
    let round = stream.uniform(path: draw.path, draw: UInt64(2 * year + 1))
    let next = draw.parameters.behaviour.amount(
      after: state, last: last, plans[draw.giver].giver.surroundings, SIMD4(again, shock, round, 0),
      shape: fit.behaviour.residuals, shift: draw.parameters.change(in: year, of: horizon))
    return min(next, GivingSampler.largestGift)
  }

  private func give(
    _ gift: GiverPlan.FixedGift, in year: Int, by index: Int, into result: inout GivingPath
  ) {
    guard gift.cents > 0 else { return }
    result.payments.append(
      Payment(
        giver: index, cents: gift.cents, currency: gift.currency, recognised: year, due: gift.due,
        paid: gift.due + plans[index].delay[year]))
  }
}

extension GivingState {
  /// The state after a year a scenario has fixed.
  func after(_ fixed: GiverPlan.FixedGift) -> GivingState {
    fixed.remembered > 0 ? giving(Elementary.log(fixed.remembered)) : missing()
  }
}
