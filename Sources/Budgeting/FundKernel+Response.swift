import Finance
import Records

/// How a month's plan meets the cash that is there.
extension FundKernel {
  /// Pays the month: all of it where it fits, otherwise what the response leaves of it.
  mutating func spend(_ month: Int) {
    let separation = endPosts()
    let need = fillDue(month) + separation
    let free = cash - commitments - year.reserveRequired
    let room = directRoom(gross: free)
    if need <= room {
      makeGood(room - need)
      withdrawNotices()
    } else {
      respond(excess: need - room, free: free, room: room)
    }
    pay(separation: separation)
  }

  /// Each unit's plan for the month; returns the total.
  private mutating func fillDue(_ month: Int) -> Double {
    var need = 0.0
    for index in unit.indices {
      let planned = plan.units[index].monthly[month]
      let due = unit[index].ended ? 0 : released(planned, of: index, in: month)
      year.cutDirect += planned - due
      unit[index].due = due
      need += due
    }
    return need
  }

  /// What this year's decision leaves of a month's plan, in whole cents.
  private func released(_ planned: Double, of index: Int, in month: Int) -> Double {
    unit[index].released < 1 && month >= unit[index].releasedFrom
      ? (planned * unit[index].released).rounded(.down) : planned
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

  /// Puts off the month's dues in the order of the response.
  private mutating func respond(excess: Double, free: Double, room: Double) {
    var excess = excess
    for step in 0..<plan.steps {
      if step == plan.drawReserveStep {
        // From here on the reserve may pay: only what even the reserve cannot pay is still cut.
        excess -= directRoom(gross: free + year.reserveRequired) - room
      }
      for index in unitsByStep[step] where excess > 0 {
        let saved = putOff(index, at: step, excess: excess)
        unit[index].due -= saved
        year.cutDirect += saved
        excess -= saved
      }
    }
  }

  /// Puts off one unit as far as needed and possible this month; returns what that saves. Posts that have begun
  /// are ended by the yearly decision only.
  private mutating func putOff(_ index: Int, at step: Int, excess: Double) -> Double {
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

  /// A month that fits takes back the notices that months have given; a yearly decision stands.
  private mutating func withdrawNotices() {
    for index in unit.indices where !unit[index].leaving { unit[index].notice = -1 }
  }

  /// Books what is due, its support cost and any separation.
  private mutating func pay(separation: Double) {
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
