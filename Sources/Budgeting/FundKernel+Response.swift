import Vectors

/// How a month's plan meets the cash that is there.
extension FundKernel {
  /// Pays the month: all of it where it fits, otherwise what the response leaves of it.
  mutating func spend(_ month: Int) {
    let separation = endPosts()
    let need = fillDue(month) + separation
    let free = cash - schedule.tied[month]
    let fits = need + (plan.support(on: directToDate + need) - supportToDate) .<= free
    if !fits.all || isBehind {
      let room = directRoom(gross: free)
      if fits.any { makeGood(fits.only(room - need)) }
      if !fits.all { respond(excess: (.!fits).only(need - room), free: free, room: room) }
    }
    withdrawNotices(fits)
    pay(separation: separation)
  }

  /// Notices that have run: the posts end this month. Returns their separation cost.
  private mutating func endPosts() -> Lanes {
    var separation = Lanes(0)
    for number in posts {
      let ends = unit[number].runNotice()
      separation += ends.only(Lanes(planned[number].separation))
      year.postsEnded += ends.only(Lanes(1))
    }
    return separation
  }

  /// Each unit's plan for the month; returns the total.
  private mutating func fillDue(_ month: Int) -> Lanes {
    var need = Lanes(0)
    for index in unit.indices {
      unit[index].fillDue(schedule.planned[month * schedule.units + index], in: month)
      need += unit[index].due
    }
    year.cutDirect += schedule.direct[month] - need
    return need
  }

  /// The largest direct spending this month whose gross fits `gross`, found from just above: support cost to
  /// date may round down by half a cent.
  private func directRoom(gross: Lanes) -> Lanes {
    let total = directToDate + supportToDate + gross
    var room = (total / grossFactor).roundedDown + 1 - directToDate
    // A cent or two while cents are exact; beyond that the identities refuse the path.
    for _ in 0..<4 {
      let cost = room + plan.support(on: directToDate + room) - supportToDate
      let tooMuch = (room .> 0) .& (cost .> gross)
      guard tooMuch.any else { break }
      room -= tooMuch.only(Lanes(1))
    }
    return room
  }

  /// Carries out what was put off earlier this year, in plan order, as far as `room` goes.
  private mutating func makeGood(_ room: Lanes) {
    var room = room
    for index in lines {
      let paid = unit[index].makeGood(room)
      year.cutDirect -= paid
      room -= paid
    }
  }

  /// A month that fits takes back the notices that months have given; a yearly decision, on a post, stands.
  private mutating func withdrawNotices(_ fits: LaneMask) {
    for index in lines { unit[index].notice = fits.select(-1, unit[index].notice) }
  }

  /// Puts off the month's dues in the order of the response, where there is an excess.
  private mutating func respond(excess: Lanes, free: Lanes, room: Lanes) {
    var excess = excess
    for step in 0..<plan.steps where (excess .> 0).any {
      if step == plan.drawReserveStep {
        // From here on the reserve may pay: only what even the reserve cannot pay is still cut.
        let drawn = directRoom(gross: free + year.reserveRequired) - room
        excess -= (excess .> 0).only(drawn)
      }
      for index in unitsByStep[step] where (excess .> 0).any {
        let saved = putOff(index, at: step, excess: excess)
        year.cutDirect += saved
        excess -= saved
      }
    }
  }

  /// Puts off one unit as far as needed and possible this month; returns what that saves. Posts that have begun
  /// are ended by the yearly decision only.
  private mutating func putOff(_ index: Int, at step: Int, excess: Lanes) -> Lanes {
    let asked = (excess .> 0) .& (unit[index].due .> 0)
    guard asked.any else { return Lanes(0) }
    isAltered = true
    switch planned[index].stop {
    case .postpone:
      isBehind = true
      return unit[index].postpone(asked, excess: excess, noticeMonths: planned[index].noticeMonths)
    case .post(let hold, _) where hold == step:
      return unit[index].hold(asked)
    default:
      return Lanes(0)
    }
  }

  /// Books what is due, its support cost and any separation.
  private mutating func pay(separation: Lanes) {
    var direct = separation
    for index in unit.indices { direct += unit[index].due }
    for index in vacancies { unit[index].vacant = (unit[index].vacant .& (unit[index].due .<= 0)) }
    directToDate += direct
    let support = plan.support(on: directToDate)
    cash -= direct + (support - supportToDate)
    supportToDate = support
    year.separation += separation
  }
}
