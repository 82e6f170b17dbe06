import Vectors

/// The yearly decision: what the money in sight cannot carry is cut before the year begins.
extension FundKernel {
  /// The mean of what is projected for the year and what came in the year before; after an incomplete year, and
  /// in the first, the projection alone (assumption). To be asked before the last year is forgotten.
  func incomeInSight(_ index: Int) -> Lanes {
    let follows = index > 0 && timeline.months(of: index - 1).count == 12
    return follows ? (expected[index] + year.received) / 2 : Lanes(expected[index])
  }

  /// Cuts the year's plan in the order of the response until it fits the money in sight: free cash above the
  /// reserve plus income. What is decided stands for the year.
  mutating func decide(_ index: Int, income: Lanes) {
    beginUnits()
    let free = cash - schedule.commitments[timeline.bounds[index]] - year.reserveRequired
    var gap = grossNeed(index) - (free + income)
    for step in 0..<plan.steps where (gap .> 0).any {
      if step == plan.drawReserveStep { gap -= (gap .> 0).only(year.reserveRequired) }
      // From the last in the plan upward: what a centre lists first it keeps longest.
      for number in unitsByStep[step].reversed() where (gap .> 0).any {
        gap -= cut(number, at: step, in: index, gap: gap)
      }
    }
  }

  /// A notice, of a post or of a line, goes on from year to year: with one the year is altered from its beginning.
  private mutating func beginUnits() {
    var noticed = LaneMask(false)
    for number in unit.indices {
      unit[number].beginYear()
      noticed = (noticed .| (unit[number].notice .>= 0))
    }
    isAltered = noticed.any
    isBehind = false
  }

  /// Cuts one unit's year where there is a gap, as far as needed and possible; returns the gross saving.
  private mutating func cut(_ number: Int, at step: Int, in index: Int, gap: Lanes) -> Lanes {
    let asked = gap .> 0
    switch planned[number].stop {
    case .postpone:
      return cutLine(number, in: index, asked, gap: gap)
    case .post(let hold, let end):
      let held = hold == step ? asked .& unit[number].vacant : LaneMask(false)
      let saved = keepVacant(number, in: index, held)
      guard end == step else { return saved }
      return saved + endPost(number, in: index, asked .& .!isHeld(number, hold))
    case nil:
      return Lanes(0)
    }
  }

  /// Releases a share of a line that leaves no gap, or nothing.
  private mutating func cutLine(_ number: Int, in index: Int, _ asked: LaneMask, gap: Lanes) -> Lanes {
    let saving = planned[number].years[index].afterNotice * grossFactor
    guard saving > 0 else { return Lanes(0) }
    let share = min(Lanes(1), gap / saving)
    release(number, in: index, asked, 1 - share)
    return asked.only(saving * share)
  }

  /// Does not fill a vacancy this year.
  private mutating func keepVacant(_ number: Int, in index: Int, _ held: LaneMask) -> Lanes {
    guard held.any else { return Lanes(0) }
    release(number, in: index, held, Lanes(0))
    return held.only(Lanes(planned[number].years[index].direct * grossFactor))
  }

  /// Gives notice to a post, where that saves more than the separation costs.
  private mutating func endPost(_ number: Int, in index: Int, _ asked: LaneMask) -> Lanes {
    let saving = (planned[number].years[index].afterNotice - planned[number].separation) * grossFactor
    let ending = asked .& .!unit[number].leaving
    guard saving > 0, ending.any else { return Lanes(0) }
    unit[number].leaving = (unit[number].leaving .| ending)
    unit[number].notice = ending.select(planned[number].noticeMonths, unit[number].notice)
    isAltered = true
    return ending.only(Lanes(saving))
  }

  private mutating func release(_ number: Int, in index: Int, _ asked: LaneMask, _ share: Lanes) {
    unit[number].released = asked.select(share, unit[number].released)
    unit[number].cutFrom = planned[number].years[index].cutFrom
    isAltered = true
  }

  /// Where this year's decision keeps a vacancy open already.
  private func isHeld(_ number: Int, _ hold: Int?) -> LaneMask {
    hold == nil ? LaneMask(false) : unit[number].vacant .& (unit[number].released .== 0)
  }

  /// Gross cost of everything the year's plan still holds, not rounded: it is for a decision.
  private func grossNeed(_ index: Int) -> Lanes {
    var direct = Lanes(schedule.directToDate[timeline.bounds[index + 1] - 1])
    for number in posts { direct -= unit[number].ended.only(Lanes(planned[number].years[index].direct)) }
    return direct * grossFactor
  }
}
