import Finance
import Records

/// How a month's plan meets the cash that is there.
extension FundKernel {
  /// Pays the month: all of it where it fits, otherwise what the response leaves of it.
  mutating func spend(_ month: Int) {
    let need = fillDue(month)
    let free = cash - commitments - year.reserveRequired
    let room = directRoom(gross: free)
    if need <= room {
      makeGood(room - need)
      withdrawNotices()
      pay()
    } else {
      let separation = respond(need: need, free: free, month: month)
      pay(separation: separation)
    }
  }

  /// Each unit's plan for the month; returns the total.
  private mutating func fillDue(_ month: Int) -> Double {
    var need = 0.0
    for index in unit.indices {
      let planned = plan.units[index].monthly[month]
      let due = unit[index].ended ? 0 : planned
      year.cutDirect += planned - due
      unit[index].due = due
      need += due
    }
    return need
  }

  /// The largest direct spending this month whose gross fits `gross`, found from just above: support cost to
  /// date may round down by half a cent.
  private func directRoom(gross: Double) -> Double {
    let rate = Double(plan.fund.supportCost.basisPoints) / 10_000
    let total = directToDate + supportToDate + gross
    var room = (total / (1 + rate)).rounded(.down) + 1 - directToDate
    // A cent or two while cents are exact; beyond that the identities refuse the path.
    for _ in 0..<4 where room > 0 && room + plan.support(on: directToDate + room) - supportToDate > gross {
      room -= 1
    }
    return room
  }

  /// Carries out what was put off earlier this year, in plan order, as far as `room` goes.
  private mutating func makeGood(_ room: Double) {
    var room = room
    for index in unit.indices where unit[index].backlog > 0 && room > 0 {
      let paid = min(room, unit[index].backlog)
      unit[index].backlog -= paid
      unit[index].due += paid
      year.cutDirect -= paid
      room -= paid
    }
  }

  /// Cuts the month's dues in the order of the response. Returns the separation cost it caused.
  private mutating func respond(need: Double, free: Double, month: Int) -> Double {
    var excess = need - directRoom(gross: free)
    var separation = 0.0
    for step in 0..<plan.steps {
      if step == plan.drawReserveStep {
        // From here on the reserve may pay: only what even the reserve cannot pay is still cut.
        excess -= directRoom(gross: free + year.reserveRequired) - directRoom(gross: free)
      }
      for index in unitsByStep[step] where excess > 0 {
        let saved = stop(index, at: step, excess: excess, separation: &separation)
        unit[index].due -= saved
        year.cutDirect += saved
        excess -= saved
      }
    }
    return separation
  }

  /// Stops one unit as far as needed and possible this month; returns what that saves.
  private mutating func stop(
    _ index: Int, at step: Int, excess: Double, separation: inout Double
  ) -> Double {
    let due = unit[index].due
    guard due > 0 else { return 0 }
    switch plan.units[index].stop {
    case .postpone:
      guard noticeHasRun(index) else { return 0 }
      let saved = min(due, excess)
      unit[index].backlog += saved
      return saved
    case .post(let hold, _) where hold == step && unit[index].vacant:
      return due
    case .post(_, let end) where end == step:
      guard noticeHasRun(index) else { return 0 }
      unit[index].ended = true
      separation += plan.units[index].separation
      year.postsEnded += 1
      return due
    default:
      return 0
    }
  }

  /// Gives notice the first time it is asked; true once the notice has run.
  private mutating func noticeHasRun(_ index: Int) -> Bool {
    if unit[index].notice < 0 { unit[index].notice = plan.units[index].noticeMonths }
    if unit[index].notice == 0 { return true }
    unit[index].notice -= 1
    return false
  }

  /// A month that fits takes back every notice.
  private mutating func withdrawNotices() {
    for index in unit.indices { unit[index].notice = -1 }
  }

  /// Books what is due, its support cost and any separation.
  private mutating func pay(separation: Double = 0) {
    var direct = 0.0
    for index in unit.indices {
      direct += unit[index].due
      if unit[index].due > 0 { unit[index].vacant = false }
    }
    directToDate += direct + separation
    let support = plan.support(on: directToDate)
    cash -= direct + separation + (support - supportToDate)
    supportToDate = support
    year.direct += direct
    year.separation += separation
  }
}
