import Probability
import Testing
import Vectors

@testable import Giving

/// Eight paths at once follow the same formulas as one: to the bit.
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

  @Test("chances and amounts of a state are those of one path")
  func behaviour() throws {
    let behaviour = Behaviour.stated
    let one = BehaviourDraw(behaviour)
    let eight = LaneBehaviour(behaviour)
    for (round, start) in starts.enumerated() {
      for around in around {
        var lanes = LaneState(start)
        var states = Array(repeating: start, count: Lanes.count)
        let courses = (0..<Lanes.count).map { course($0, round) }
        for year in 0..<12 {
          let (u, v) = stream.uniforms(paths: UInt64(8 * year), draw: 99)
          let shift = u - 0.5
          let last = lanes.hasGiven.select(lanes.last, Lanes(14))
          let chances = eight.chance(lanes, around, shift: shift)
          let amounts = eight.amount(after: lanes, last: last, around, (u, v, v), shift: shift)
          for lane in 0..<Lanes.count {
            let state = states[lane]
            #expect(one.chance(state, around, shift: shift[lane]) == chances[lane])
            let amount = one.amount(
              after: state, last: state.last ?? 14, around, SIMD4(u[lane], v[lane], v[lane], 0),
              shape: behaviour.residuals, shift: shift[lane])
            #expect(amount == amounts[lane])
          }
          advance(&lanes, &states, courses.map { $0[year] })
        }
      }
    }
  }

  private func advance(
    _ lanes: inout LaneState, _ states: inout [GivingState], _ year: [(gives: Bool, amount: Double)]
  ) {
    var (gives, amount) = (Lanes(0), Lanes(0))
    for lane in 0..<Lanes.count {
      (gives[lane], amount[lane]) = (year[lane].gives ? 1 : 0, year[lane].amount)
      if year[lane].gives { states[lane].give(year[lane].amount) } else { states[lane].miss() }
    }
    lanes.give(amount, where: gives .> 0)
    lanes.miss(where: gives .== 0)
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

  @Test("a path is the same in whatever block of eight it is drawn")
  func blocks() throws {
    var plan = GiverPlan(giver: giver(origin: 2020, cash: false), years: 6)
    plan.renewal = GiverPlan.Renewal(year: 2022, monthOffset: 3, upfront: false)
    plan.instalments = [GiverPlan.Instalment(due: 4, cents: 700_000, currency: 0, recognised: 0)]
    plan.covered[0] = true
    let sampler = try sampler([plan, GiverPlan(giver: giver("bo", streak: 0), years: 6)], horizon(years: 6))
    var (one, other) = (sampler.block(), sampler.block())
    for first in [0, 40] {
      sampler.draw(paths: UInt64(first), into: &one)
      for lane in 0..<Lanes.count {
        sampler.draw(paths: UInt64(first + lane), into: &other)
        #expect(other.path(0).payments == one.path(lane).payments)
      }
    }
  }
}
