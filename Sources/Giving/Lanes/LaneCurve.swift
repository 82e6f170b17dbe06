import Probability
import Vectors

/// `LatenessCurve` of one giver on eight paths: each has its own chance to be on time and its own share of what is
/// not paid this year.
struct LaneCurve {
  let onTime: Lanes
  let notThisYear: Lanes
  private let shared: LatenessCurve

  init(_ curve: LatenessCurve, onTime: Lanes, notThisYear: Lanes) {
    (shared, self.onTime, self.notThisYear) = (curve, onTime, notThisYear)
  }

  /// P(months >= `month`).
  func survival(_ month: Int) -> Lanes {
    guard month > 0 else { return Lanes(1) }
    let late = 1 - onTime
    let within = LatenessBelief.lastMonth + 1
    if month <= within {
      return late * (notThisYear + (1 - notThisYear) * (1 - shared.cumulative[month - 1]))
    }
    return late * notThisYear * Elementary.power(1 - shared.arrears, Double(month - within))
  }

  /// Months late by inversion; see `LatenessCurve.months`.
  func months(atLeast age: Int, _ uniform: Lanes) -> Lanes {
    let least = Lanes(Double(max(age, 0)))
    let open = survival(age)
    let late = 1 - onTime
    let target = open * uniform
    let isLate = (target .<= late) .& (open .> 0)
    guard isLate.any else { return least }
    let rest = isLate.select(target / late, Lanes(1))
    let thisYear = rest .> notThisYear
    let result = thisYear.select(
      monthOfYear((1 - rest) / (1 - notThisYear)), isLate.any(outside: thisYear) ? arrears(rest) : least)
    return isLate.select(max(least, result), least)
  }

  /// The first month after which more than a share `place` of the year's late payments has come.
  private func monthOfYear(_ place: Lanes) -> Lanes {
    var month = Lanes(1)
    for later in 1..<LatenessBelief.lastMonth {
      month += (place .>= shared.cumulative[later]).only(Lanes(1))
    }
    return month
  }

  private func arrears(_ rest: Lanes) -> Lanes {
    let within = Double(LatenessBelief.lastMonth + 1)
    guard shared.arrears < 1 else { return Lanes(within) }
    let steps = Lanes.log(rest / notThisYear) / Elementary.log1p(-shared.arrears)
    return within + min(steps, Lanes(Double(LatenessCurve.longest))).roundedDown
  }
}

extension LaneMask {
  /// Whether any lane says yes that `other` denies.
  func any(outside other: LaneMask) -> Bool { (self .& .!other).any }
}

extension GiverTiming {
  /// The giver's own distribution on eight paths: who is late on one stays late on it.
  func curve(_ stream: RandomStream, paths first: UInt64) -> LaneCurve {
    LaneCurve(
      curve,
      onTime: isNeeded && drawsOnTime
        ? stream.beta(belief.onTime.yes, belief.onTime.no, paths: first, draw: 0) : Lanes(curve.onTime),
      notThisYear: isNeeded && drawsNotThisYear
        ? stream.beta(belief.notThisYear.yes, belief.notThisYear.no, paths: first, draw: 1)
        : Lanes(curve.notThisYear))
  }
}

extension CollectionModel {
  /// Eight paths of `chances(open:)`.
  func chances(open survival: Lanes) -> (never: Lanes, inPart: Lanes) {
    let open = neverChance + (1 - neverChance) * survival
    let known = survival .> 0
    return (
      known.select(neverChance / open, Lanes(neverChance)),
      known.select(inPartChance * survival / open, Lanes(inPartChance))
    )
  }
}

extension HabitCalendar {
  /// Eight paths of `chanceStillToCome(annual:monthsPassed:)`.
  func chanceStillToCome(annual: Lanes, monthsPassed: Int) -> Lanes {
    guard seenMonthly, monthsPassed > 0 else { return annual }
    let passed = within[min(monthsPassed, 12)]
    guard passed < 1 else { return Lanes(0) }
    return annual * (1 - passed) / (1 - annual * passed)
  }

  /// Eight paths of `month(after:_:)`.
  func month(after monthsPassed: Int, _ uniform: Lanes) -> Lanes {
    let start = Double(monthsPassed)
    let open = 1 - within[monthsPassed]
    guard open > 0 else { return start + (uniform * Double(12 - monthsPassed)).roundedDown }
    let target = within[monthsPassed] + uniform * open
    var month = Lanes(start)
    for later in monthsPassed + 1..<max(12, monthsPassed + 1) {
      month += (target .>= within[later]).only(Lanes(1))
    }
    return month
  }
}
