import Vectors

/// Where a unit stands on each of eight paths.
struct UnitState: Sendable {
  /// Months of notice left; -1: no notice given.
  var notice = Lanes(-1)
  var ended = LaneMask(false)
  /// A post under notice by this or an earlier year's decision.
  var leaving = LaneMask(false)
  /// The share of the plan this year's decision releases from `cutFrom` on.
  var released = Lanes(1)
  /// The month from which `released` counts; beyond all months where no path cuts the unit.
  var cutFrom = Int.max
  var vacant: LaneMask
  /// Put off earlier this year.
  var backlog = Lanes(0)
  /// To be paid this month.
  var due = Lanes(0)

  init(vacant: Bool) { self.vacant = LaneMask(vacant) }

  /// Forgets what the last year decided and put off; notices and ended posts stay.
  mutating func beginYear() {
    (backlog, released, cutFrom) = (Lanes(0), Lanes(1), .max)
  }

  // MARK: The month

  /// Sets what is due of a month's plan, in whole cents: nothing of an ended post, else what the year's decision
  /// leaves. A share of 1 leaves whole cents as they are.
  @inline(__always)
  mutating func fillDue(_ planned: Double, in month: Int) {
    let left = month >= cutFrom ? (planned * released).roundedDown : Lanes(planned)
    due = (.!ended).only(left)
  }

  /// Counts a month of notice; yes where it has run and the post ends.
  @inline(__always)
  mutating func runNotice() -> LaneMask {
    let waiting = leaving .& .!ended
    guard waiting.any else { return waiting }
    let ends = waiting .& (notice .<= 0)
    notice -= (waiting .& .!ends).only(Lanes(1))
    ended = (ended .| ends)
    return ends
  }

  /// Carries out what was put off as far as `room` goes; returns what that costs.
  mutating func makeGood(_ room: Lanes) -> Lanes {
    let paid = min(room, backlog)
    backlog -= paid
    due += paid
    return paid
  }

  /// Puts off what is due, up to `excess`, once the notice has run; the first time it is asked notice is given.
  mutating func postpone(_ asked: LaneMask, excess: Lanes, noticeMonths: Double) -> Lanes {
    let given = (asked .& (notice .< 0)).select(noticeMonths, notice)
    let hasRun = asked .& (given .== 0)
    notice = given - (asked .& .!hasRun).only(Lanes(1))
    let saved = hasRun.only(min(due, excess))
    backlog += saved
    due -= saved
    return saved
  }

  /// Leaves a vacancy open this month; returns what that saves.
  mutating func hold(_ asked: LaneMask) -> Lanes {
    let saved = (asked .& vacant).only(due)
    due -= saved
    return saved
  }
}
