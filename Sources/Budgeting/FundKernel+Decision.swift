import Finance
import Records

/// The yearly decision: what the money in sight cannot carry is cut before the year begins.
extension FundKernel {
  /// Cuts the year's plan in the order of the response until it fits the money in sight. What is decided stands
  /// for the year.
  ///
  /// Money in sight is free cash above the reserve plus the mean of what is projected for the year and what came
  /// in the year before; after an incomplete year, and in the first, the projection alone (assumption).
  mutating func decide(_ index: Int, lastReceived: Double?) {
    for number in unit.indices {
      (unit[number].backlog, unit[number].released) = (0, 1)
    }
    let income = lastReceived.map { (expected[index] + $0) / 2 } ?? expected[index]
    var gap = grossNeed(index) - (cash - commitments - year.reserveRequired + income)
    for step in 0..<plan.steps where gap > 0 {
      if step == plan.drawReserveStep { gap -= year.reserveRequired }
      // From the last in the plan upward: what a centre lists first it keeps longest.
      for number in unitsByStep[step].reversed() where gap > 0 {
        gap -= cut(number, at: step, in: index, gap: gap)
      }
    }
  }

  /// Cuts one unit's year as far as needed and possible; returns the gross saving.
  private mutating func cut(_ number: Int, at step: Int, in index: Int, gap: Double) -> Double {
    let months = timeline.months(of: index)
    let from = min(months.lowerBound + plan.units[number].noticeMonths, months.upperBound)
    switch plan.units[number].stop {
    case .postpone:
      let saving = gross(sum(number, from..<months.upperBound))
      guard saving > 0 else { return 0 }
      let share = min(1, gap / saving)
      (unit[number].released, unit[number].releasedFrom) = (1 - share, from)
      return saving * share
    case .post(let hold, _) where hold == step && unit[number].vacant:
      (unit[number].released, unit[number].releasedFrom) = (0, months.lowerBound)
      return gross(sum(number, months))
    case .post(let hold, let end) where end == step && !unit[number].leaving && !isHeld(number, hold):
      let saving = gross(sum(number, from..<months.upperBound) - plan.units[number].separation)
      guard saving > 0 else { return 0 }
      (unit[number].leaving, unit[number].notice) = (true, plan.units[number].noticeMonths)
      return saving
    default:
      return 0
    }
  }

  /// Whether this year's decision keeps a vacancy open already.
  private func isHeld(_ number: Int, _ hold: Int?) -> Bool {
    hold != nil && unit[number].vacant && unit[number].released == 0
  }

  /// Notices that have run: the posts end this month. Returns their separation cost.
  mutating func endPosts() -> Double {
    var separation = 0.0
    for number in unit.indices where unit[number].leaving && !unit[number].ended {
      if unit[number].notice > 0 {
        unit[number].notice -= 1
        continue
      }
      unit[number].ended = true
      separation += plan.units[number].separation
      year.postsEnded += 1
    }
    return separation
  }

  /// Gross cost of everything the year's plan still holds.
  private func grossNeed(_ index: Int) -> Double {
    let months = timeline.months(of: index)
    return gross(
      unit.indices.reduce(0) { sum, number in
        unit[number].ended ? sum : sum + self.sum(number, months)
      })
  }

  private func sum(_ number: Int, _ months: Range<Int>) -> Double {
    months.reduce(0) { $0 + plan.units[number].monthly[$1] }
  }

  /// Direct cost with its support cost, for a decision (not rounded).
  private func gross(_ direct: Double) -> Double {
    direct * (1 + Double(plan.fund.supportCost.basisPoints) / 10_000)
  }
}
