import Probability
import Vectors

/// A year of habit: gives or not, the same again or a change, and when. Each step goes over the whole block before the
/// next, so that the processor works on many paths at once.
extension GiverDraw {
  /// Draws who gives among the paths of `work.free`. What is left of the uniform number below its chance serves the
  /// question of the same amount again.
  func drawHabit(in year: Int) {
    drawUniforms(in: year)
    let (shift, crowd, state) = (block.givingShifts[sampler.shift(of: year)], block.crowd, state)
    for eight in 0..<GivingBlock.eights {
      let standing = state.hasGiven.mask(eight).select(work.standing[eight], work.firstGift[eight])
      work.chance[eight] = crowd.logit(state, around, standing: standing + shift[eight], at: eight)
    }
    for eight in 0..<GivingBlock.eights { work.chance[eight] = Lanes.logistic(work.chance[eight]) }
    let passed = horizon.monthsPassed(of: year - horizon.firstYear)
    for eight in 0..<GivingBlock.eights {
      let chance = timing.calendar.chanceStillToCome(annual: work.chance[eight], monthsPassed: passed)
      let uniform = work.gives[eight]
      work.habit[eight] = (work.free.mask(eight) .& (uniform .< chance)).ones
      work.gives[eight] = uniform / chance
    }
  }

  private func drawUniforms(in year: Int) {
    for eight in 0..<GivingBlock.eights {
      (work.gives[eight], work.month[eight], work.shock[eight], work.rounding[eight]) =
        streams.year.quarters(paths: path(eight), draw: UInt64(year))
    }
  }

  /// The gifts of the paths that give by habit or renew: the last one again, or a change.
  func drawAmounts(in year: Int) {
    let (crowd, state) = (block.crowd, state)
    let shift = block.changeShifts[sampler.shift(of: year)]
    // Who has never given seldom begins: of most eights nothing need be known.
    func asks(_ eight: Int) -> LaneMask { work.habit.mask(eight) .| work.renewed.mask(eight) }
    for eight in 0..<GivingBlock.eights where asks(eight).any {
      work.chance[eight] = crowd.logitOfRepeat(state, around, at: eight)
    }
    for eight in 0..<GivingBlock.eights where asks(eight).any {
      work.chance[eight] = Lanes.logistic(work.chance[eight])
    }
    var changes = PathList(work.changed)
    for eight in 0..<GivingBlock.eights where asks(eight).any {
      let asks = asks(eight)
      let again = state.hasGiven.mask(eight) .& (work.gives[eight] .< work.chance[eight])
      let changed = asks .& .!again
      work.amount[eight] = state.last[eight]
      work.cents[eight] = state.cents[eight]
      work.isRound[eight] = state.isRound[eight]
      if changed.bits.nonzeroBitCount >= GiverDraw.manyOfEight {
        changeAll(in: eight, changed, shift: shift)
      } else {
        changes.add(changed.bits, of: eight)
      }
    }
    change(&changes, shift: shift)
  }

  /// From so many changes among eight paths on it costs less to reckon all of them than to pick these out.
  private static let manyOfEight = 5

  private var lawOfChange: LaneChange {
    let giver = plan.giver
    return LaneChange(
      crowd: block.crowd, state: state, around: around, firstGift: giver.firstGift,
      home: giver.state.usual ?? giver.firstGift)
  }

  private func changeAll(in eight: Int, _ mask: LaneMask, shift: LaneColumn) {
    let gift = lawOfChange.gift(
      on: PathsInARow(eight: eight), shift: shift[eight], shock: work.shock[eight],
      rounding: work.rounding[eight])
    work.amount[eight] = mask.select(gift.amount, work.amount[eight])
    work.cents[eight] = mask.select(gift.cents, work.cents[eight])
    work.isRound[eight] = mask.select(gift.isRound, work.isRound[eight])
  }

  private func change(_ paths: inout PathList, shift: LaneColumn) {
    for start in stride(from: 0, to: paths.fillUp(), by: Lanes.count) {
      let places = paths.places(from: start)
      let gift = lawOfChange.gift(
        on: PickedPaths(places: places), shift: shift.gather(places), shock: work.shock.gather(places),
        rounding: work.rounding.gather(places))
      work.amount.scatter(gift.amount, to: places)
      work.cents.scatter(gift.cents, to: places)
      work.isRound.scatter(gift.isRound, to: places)
    }
  }

  /// What habit gives, in a month that is still to come.
  func payHabit(in year: Int) {
    let offset = year - horizon.firstYear
    guard offset >= 0, !horizon.openMonths(of: offset).isEmpty else { return }
    let (passed, start) = (horizon.monthsPassed(of: offset), Double(horizon.yearStarts[offset]))
    let delay = Double(plan.delay[offset])
    for eight in 0..<GivingBlock.eights where work.habit.mask(eight).any {
      let cents = work.habit.mask(eight).only(work.cents[eight])
      let due = start + timing.calendar.month(after: passed, work.month[eight])
      if plan.giver.cashLedger {
        add(cents, eight: eight, recognised: offset, due: due, paid: due + delay)
      } else {
        // A month still to come cannot have been missed yet.
        collect(Due(due: due, year: offset, age: 0, cents: cents, currency: 0, recognised: offset), eight)
      }
    }
  }
}

/// Paths picked out of a block, taken eight at a time. Their places stand in a column as whole numbers.
struct PathList {
  private let memory: UnsafeMutablePointer<Int>
  private var count = 0

  /// - Parameter column: one number for each path of a block.
  init(_ column: LaneColumn) {
    memory = UnsafeMutableRawPointer(column.numbers).assumingMemoryBound(to: Int.self)
  }

  /// Adds the lanes of an eight whose bit is set.
  @inline(__always)
  mutating func add(_ bits: UInt8, of eight: Int) {
    var bits = bits
    while bits != 0 {
      memory[count] = eight * Lanes.count + bits.trailingZeroBitCount
      count += 1
      bits &= bits &- 1
    }
  }

  /// Repeats the last path until the last eight is full; returns how many there are then.
  mutating func fillUp() -> Int {
    while count % Lanes.count != 0 {
      memory[count] = memory[count - 1]
      count += 1
    }
    return count
  }

  @inline(__always)
  func places(from start: Int) -> SIMD8<Int> {
    UnsafeRawPointer(memory + start).loadUnaligned(as: SIMD8<Int>.self)
  }
}
