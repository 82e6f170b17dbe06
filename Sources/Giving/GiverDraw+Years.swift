import Probability
import Vectors

/// The years of a giver: what is fixed, agreed or renewed, and otherwise habit.
extension GiverDraw {
  /// What is known of a giver's agreements while its years go by; which paths it speaks of stands in `work.open` and
  /// `work.bound`.
  struct Course {
    /// The question of another agreement after one that ends, the same on all paths since every term is as long.
    var renewal: GiverPlan.Renewal?
    /// The last year of a renewed agreement.
    var boundThrough = Int.min
  }

  func drawYears() {
    var course = Course(renewal: plan.renewal)
    work.open.fill(Lanes(plan.renewal == nil ? 0 : 1), count: GivingBlock.eights)
    work.bound.fill(Lanes(0), count: GivingBlock.eights)
    let last = horizon.firstYear + horizon.years - 1
    for year in min(plan.giver.origin + 1, horizon.firstYear)...last {
      advance(&course, to: year)
      // A question that a scenario or an agreement has overtaken is not asked again.
      if let asked = course.renewal, asked.year == year {
        work.open.fill(Lanes(0), count: GivingBlock.eights)
      }
    }
  }

  /// One year: a scenario's word goes before an agreement, an agreement before a renewal, all before habit.
  private func advance(_ course: inout Course, to year: Int) {
    let offset = year - horizon.firstYear
    let isNew = year > plan.giver.origin
    if offset >= 0, let fixed = plan.fixed[offset] {
      give(fixed, in: offset)
      if isNew { follow(fixed) }
    } else if isNew && offset >= 0 && plan.covered[offset] {
      for eight in 0..<GivingBlock.eights { state.giveAgain(at: eight, where: LaneMask(true)) }
    } else if isNew && plan.giver.habitual {
      free(&course, in: year)
    }
  }

  /// A year that nothing fixes: bound by a renewed agreement, the question of a renewal, or habit.
  private func free(_ course: inout Course, in year: Int) {
    let question = course.renewal.flatMap { $0.year == year ? $0 : nil }
    for eight in 0..<GivingBlock.eights {
      let bound = year <= course.boundThrough ? work.bound.mask(eight) : LaneMask(false)
      if bound.any { state.giveAgain(at: eight, where: bound) }
      let asked = question == nil ? LaneMask(false) : work.open.mask(eight)
      work.free[eight] = (.!(bound .| asked)).ones
      (work.renewed[eight], work.lapsed[eight]) = (Lanes(0), Lanes(0))
    }
    drawHabit(in: year)
    if let question { ask(question, &course) }
    drawAmounts(in: year)
    if let question { renew(question) }
    payHabit(in: year)
    for eight in 0..<GivingBlock.eights {
      let gave = work.habit.mask(eight) .| work.renewed.mask(eight)
      let missed = (work.free.mask(eight) .& .!gave) .| work.lapsed.mask(eight)
      if missed.any { state.miss(at: eight, where: missed) }
      guard gave.any else { continue }
      state.give(
        work.amount[eight], cents: work.cents[eight], round: work.isRound[eight], at: eight, where: gave)
    }
  }

  /// The year after an agreement's end: another of the stated term, or a first missed year.
  private func ask(_ question: GiverPlan.Renewal, _ course: inout Course) {
    let probability = sampler.settings.renewalProbability
    for eight in 0..<GivingBlock.eights where work.open.mask(eight).any {
      let asked = work.open.mask(eight)
      let chance = streams.renewal.uniform(paths: path(eight), draw: UInt64(question.year))
      let renewed = asked .& (chance .< probability) .& state.hasGiven.mask(eight)
      work.renewed[eight] = renewed.ones
      work.lapsed[eight] = (asked .& .!renewed).ones
      // Below its chance a uniform number is as uniform again.
      work.gives[eight] = renewed.select(chance / probability, work.gives[eight])
      (work.open[eight], work.bound[eight]) = (renewed.ones, renewed.ones)
    }
    course.boundThrough = question.year + sampler.settings.renewalTerm - 1
    course.renewal = GiverPlan.Renewal(
      year: course.boundThrough + 1, monthOffset: question.monthOffset, upfront: question.upfront)
  }

  private func give(_ gift: GiverPlan.FixedGift, in year: Int) {
    guard gift.cents > 0 else { return }
    addEverywhere(
      Payment(
        giver: giver, cents: gift.cents, currency: gift.currency, recognised: year, due: gift.due,
        paid: gift.due + plan.delay[year]))
  }

  /// Moves on by a year a scenario has fixed.
  private func follow(_ fixed: GiverPlan.FixedGift) {
    let all = LaneMask(true)
    guard fixed.remembered > 0 else {
      for eight in 0..<GivingBlock.eights { state.miss(at: eight, where: all) }
      return
    }
    let amount = Elementary.log(fixed.remembered)
    let round = Lanes(RoundAmount.isRound(amount) ? 1 : 0)
    for eight in 0..<GivingBlock.eights {
      state.give(Lanes(amount), cents: Lanes(fixed.remembered.rounded()), round: round, at: eight, where: all)
    }
  }
}
