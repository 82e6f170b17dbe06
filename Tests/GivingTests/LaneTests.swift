import Probability
import Testing
import Vectors

@testable import Giving

/// Eight paths at once follow the same formulas as one.
@Suite("giving on eight paths")
struct LaneTests {
  private let stream = RandomStream(seed: 3, named: "lanes")

  /// What a path went through: gifts, repeats and missed years in any order, from whatever state.
  private func course(_ lane: Int, _ round: Int) -> [(gives: Bool, amount: Double)] {
    (0..<12).map { year in
      let (u, v) = stream.uniforms(path: UInt64(lane + 8 * round), draw: UInt64(year))
      return (u < 0.6, Elementary.log(u < 0.2 ? 5_000_000 : (v * 1e9).rounded()))
    }
  }

  private var starts: [GivingState] {
    var reduced = GivingState.never.giving(14, opening: true)
    reduced.miss(negative: true)
    return [
      .never, GivingState.never.giving(15, opening: true), reduced, GivingState.never.giving(12).giving(12),
    ]
  }

  private var around: [Surroundings] {
    var known = Surroundings.unknown
    (known.isGovernment, known.contributorActivity, known.level) = (true, -0.7, 16)
    (known.fundRenewal, known.fundActivity, known.fundBreadth, known.fundTrend) = (0.4, 0.9, 3, -0.1)
    return [.unknown, known]
  }

  /// Sums are added in another order and logarithms of counts come from a table: a few units in the last place of
  /// numbers of size 20.
  private static let tolerance = 1e-13

  @Test("chances and amounts of a state are those of one path")
  func behaviour() throws {
    let one = BehaviourDraw(.stated)
    for (round, start) in starts.enumerated() {
      for around in around {
        let room = Room(start)
        var states = Array(repeating: start, count: Lanes.count)
        let courses = (0..<Lanes.count).map { course($0, round) }
        for year in 0..<12 {
          let (u, v) = stream.uniforms(paths: UInt64(8 * year), draw: 99)
          let chances = room.chances(around, shift: u - 0.5)
          let repeats = Lanes.logistic(room.crowd.logitOfRepeat(room.state, around, at: 0))
          let gifts = room.changes(around, shift: u - 0.5, shock: v, rounding: v)
          #expect(gifts.amount.bits == room.picked(around, shift: u - 0.5, shock: v, rounding: v).amount.bits)
          for lane in 0..<Lanes.count {
            let (state, shift) = (states[lane], u[lane] - 0.5)
            #expect(abs(one.chance(state, around, shift: shift) - chances[lane]) <= LaneTests.tolerance)
            func amount(_ first: Double) -> Double {
              one.amount(
                after: state, last: state.last ?? 14, home: 14, around, SIMD4(first, v[lane], v[lane], 0),
                shape: Behaviour.stated.residuals, shift: shift)
            }
            let changed = amount(1 - 0x1p-53)
            if let last = state.last {
              let edge = repeats[lane]
              #expect(amount(edge - LaneTests.tolerance) == last)
              #expect(amount(edge + LaneTests.tolerance) == changed)
            }
            #expect(abs(changed - gifts.amount[lane]) <= 20 * LaneTests.tolerance)
            #expect(abs(Elementary.exp(changed) - gifts.cents[lane]) <= 0.5 + 1e-11 * gifts.cents[lane])
            #expect(RoundAmount.isRound(changed) == (gifts.isRound[lane] == 1))
          }
          room.advance(&states, courses.map { $0[year] })
        }
      }
    }
  }

  /// One eight of paths with parameters at their means.
  private struct Room {
    let store = LaneStore(eights: 200)
    let crowd: LaneBehaviour
    let state: LaneState

    init(_ start: GivingState) {
      let behaviour = Behaviour.stated
      crowd = LaneBehaviour(behaviour, store, eights: 1)
      for (column, mean) in behaviour.participation.means.enumerated() {
        crowd.participation[column][0] = Lanes(mean)
      }
      for (column, mean) in behaviour.change.means.enumerated() { crowd.change[column][0] = Lanes(mean) }
      state = LaneState(store, eights: 1)
      state.begin(start)
    }

    func chances(_ around: Surroundings, shift: Lanes) -> Lanes {
      let known = crowd.standing(around, at: 0) + shift
      let standing = state.hasGiven.mask(0).select(known, crowd.firstGift + shift)
      return Lanes.logistic(crowd.logit(state, around, standing: standing, at: 0))
    }

    func changes(_ around: Surroundings, shift: Lanes, shock: Lanes, rounding: Lanes) -> LaneChange.Gift {
      LaneChange(crowd: crowd, state: state, around: around, firstGift: 14, home: 14)
        .gift(on: PathsInARow(eight: 0), shift: shift, shock: shock, rounding: rounding)
    }

    /// The same of paths picked out one by one.
    func picked(_ around: Surroundings, shift: Lanes, shock: Lanes, rounding: Lanes) -> LaneChange.Gift {
      LaneChange(crowd: crowd, state: state, around: around, firstGift: 14, home: 14)
        .gift(
          on: PickedPaths(places: SIMD8(0, 1, 2, 3, 4, 5, 6, 7)), shift: shift, shock: shock,
          rounding: rounding)
    }

    func advance(_ states: inout [GivingState], _ year: [(gives: Bool, amount: Double)]) {
      var (gives, amount) = (Lanes(0), Lanes(0))
      for lane in 0..<Lanes.count {
        (gives[lane], amount[lane]) = (year[lane].gives ? 1 : 0, year[lane].amount)
        if year[lane].gives { states[lane].give(year[lane].amount) } else { states[lane].miss() }
      }
      var round = Lanes(0)
      for lane in 0..<Lanes.count { round[lane] = RoundAmount.isRound(amount[lane]) ? 1 : 0 }
      state.give(amount, cents: Lanes.exp(amount).rounded, round: round, at: 0, where: gives .> 0)
      state.miss(at: 0, where: gives .== 0)
    }
  }

  @Test("months late and months of habit are those of one path")
  func timing() {
    for curve in LatenessTests.curves {
      for age in [0, 1, 5, 10, 11, 14, 40] {
        for block in 0..<40 {
          let uniform = stream.uniform(paths: UInt64(8 * block), draw: 7)
          let lanes = LaneCurve(curve, onTime: Lanes(curve.onTime), notThisYear: Lanes(curve.notThisYear))
          let months = lanes.months(atLeast: age, uniform)
          for lane in 0..<Lanes.count {
            #expect(months[lane] == Double(curve.months(atLeast: age, uniform[lane])))
            #expect(lanes.survival(age)[lane] == curve.survival(age))
          }
        }
      }
    }
    let calendars = [
      HabitCalendar.even, HabitCalendar(weights: [5, 0, 1, 0, 0, 0, 3, 0, 0, 0, 0, 0], seenMonthly: true),
    ]
    for calendar in calendars {
      for passed in 0..<12 {
        let uniform = stream.uniform(paths: UInt64(8 * passed), draw: 8)
        let months = calendar.month(after: passed, uniform)
        let chances = calendar.chanceStillToCome(annual: uniform, monthsPassed: passed)
        for lane in 0..<Lanes.count {
          #expect(months[lane] == Double(calendar.month(after: passed, uniform[lane])))
          #expect(
            chances[lane] == calendar.chanceStillToCome(annual: uniform[lane], monthsPassed: passed))
        }
      }
    }
  }

  @Test("a path is the same in whatever block it is drawn")
  func blocks() throws {
    var plan = GiverPlan(giver: giver(origin: 2020, cash: false), years: 6)
    plan.renewal = GiverPlan.Renewal(year: 2022, monthOffset: 3, upfront: false)
    plan.instalments = [GiverPlan.Instalment(due: 4, cents: 700_000, currency: 0, recognised: 0)]
    plan.covered[0] = true
    let sampler = try sampler([plan, GiverPlan(giver: giver("bo", streak: 0), years: 6)], horizon(years: 6))
    let (one, other) = (sampler.block(), sampler.block())
    sampler.draw(paths: 40, into: one)
    for path in 0..<GivingBlock.paths {
      sampler.draw(paths: UInt64(40 + path), into: other)
      #expect(other.path(0).payments == one.path(path).payments)
    }
  }
}
