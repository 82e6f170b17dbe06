import Probability

/// When one giver's money comes, ready to be drawn from: the fit's belief with a scenario's word before it.
struct GiverTiming: Sendable {
  let collection: CollectionModel
  let belief: LatenessBelief
  /// At the belief's means, or as a scenario states it.
  let curve: LatenessCurve
  let calendar: HabitCalendar
  /// Whether a share is still to be drawn for each path.
  let drawsOnTime, drawsNotThisYear: Bool
  /// Whether anything of the giver can be late.
  let isNeeded: Bool
  /// Month index up to which a receipt would be known: where receipts are known by year alone, the end of the
  /// last year that is over.
  let knownThrough: Int

  init(_ plan: GiverPlan, _ timing: GivingTiming, _ settings: GivingSettings, _ horizon: GivingHorizon) {
    let giver = plan.giver
    belief = timing.belief(of: giver.contributor)
    calendar = timing.calendar(of: giver.contributor, to: giver.fund)
    collection = settings.defaultProbability.map(timing.collection.stating) ?? timing.collection
    let onTime = settings.onTimeProbability ?? belief.onTime.mean
    if let months = settings.meanMonthsLate {
      curve = LatenessCurve(onTime: onTime, meanMonthsLate: months)
    } else {
      var own = belief.curve
      own.onTime = onTime
      curve = own
    }
    drawsOnTime = settings.onTimeProbability == nil
    drawsNotThisYear = settings.meanMonthsLate == nil
    let byDay = timing.calendars.first { $0.fund == giver.fund }?.receiptsMonthly ?? true
    knownThrough = byDay ? horizon.seenThrough : horizon.lastYearOver
    isNeeded = !plan.instalments.isEmpty || plan.renewal != nil || (giver.habitual && !giver.cashLedger)
  }
}

extension GivingHorizon {
  /// Months of a fiscal year (an offset from the first; negative: before it) that are seen: 0 ... 12.
  public func monthsPassed(of year: Int) -> Int {
    guard year >= 0 else { return 12 }
    return min(max(openMonths(of: year).lowerBound - yearStarts[year], 0), 12)
  }

  /// Month index of the end of the last fiscal year that is seen whole.
  var lastYearOver: Int { (yearStarts.last { $0 <= seenThrough + 1 } ?? 0) - 1 }
}

extension GivingSampler {
  /// The chance of a gift by habit in a year: what is left of it once its seen months have brought none.
  func chanceStillToCome(_ annual: Double, in year: Int, of giver: Int) -> Double {
    timings[giver].calendar.chanceStillToCome(
      annual: annual, monthsPassed: horizon.monthsPassed(of: year - horizon.firstYear))
  }
}
