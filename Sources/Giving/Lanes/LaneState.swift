import Probability
import Vectors

/// `GivingState` of one contributor on the paths of a block. Counts are whole numbers, questions are answered by 1 or
/// 0; what was never given is zero.
struct LaneState {
  /// Eights in a column.
  let eights: Int
  let streak, gap, years, gifts: LaneColumn
  /// Logarithms of cents.
  let last, before, usual: LaneColumn
  let repeats, squaredChange, adjusted: LaneColumn
  let hasGiven, hasBefore, censored: LaneColumn
  /// The last gift in whole cents, and whether it is a round amount.
  let cents, isRound: LaneColumn

  static let columnCount = 15

  init(_ store: LaneStore, eights: Int) {
    self.eights = eights
    func column() -> LaneColumn { store.column(eights) }
    (streak, gap, years, gifts) = (column(), column(), column(), column())
    (last, before, usual) = (column(), column(), column())
    (repeats, squaredChange, adjusted) = (column(), column(), column())
    (hasGiven, hasBefore, censored) = (column(), column(), column())
    (cents, isRound) = (column(), column())
  }

  /// The same on all paths.
  func begin(_ state: GivingState) {
    func fill(_ column: LaneColumn, _ value: Double) { column.fill(Lanes(value), count: eights) }
    fill(streak, Double(state.streak))
    fill(gap, Double(state.gap))
    fill(years, Double(state.years))
    fill(gifts, Double(state.gifts))
    fill(last, state.last ?? 0)
    fill(before, state.before ?? 0)
    fill(usual, state.usual ?? 0)
    fill(repeats, Double(state.repeats))
    fill(squaredChange, state.squaredChange)
    fill(adjusted, Double(state.adjusted))
    fill(hasGiven, state.last == nil ? 0 : 1)
    fill(hasBefore, state.before == nil ? 0 : 1)
    fill(censored, state.censored ? 1 : 0)
    fill(cents, state.last.map { Elementary.exp($0).rounded() } ?? 0)
    fill(isRound, state.last.map(RoundAmount.isRound) ?? false ? 1 : 0)
  }

  /// A year in which `amount` (logarithms of cents) is given on the paths of `mask`; see `GivingState.give`.
  @inline(__always)
  func give(_ amount: Lanes, cents given: Lanes, round: Lanes, at index: Int, where mask: LaneMask) {
    let ones = mask.ones
    let knew = hasGiven[index]
    let again = mask .& (knew .> 0)
    let previous = last[index]
    repeats[index] += (again .& (previous .== amount)).ones
    let step = ChangeDesign.bounded(amount - previous)
    squaredChange[index] += again.only(step * step)
    censored[index] = mask.select(censored[index] * knew, censored[index])
    let count = gifts[index] + ones
    gifts[index] = count
    years[index] += ones
    let mean = usual[index]
    usual[index] = again.select(mean + (amount - mean) / count, mask.select(amount, mean))
    before[index] = mask.select(previous, before[index])
    hasBefore[index] = mask.select(knew, hasBefore[index])
    last[index] = mask.select(amount, previous)
    hasGiven[index] = mask.select(1, knew)
    streak[index] += ones
    gap[index] = mask.select(0, gap[index])
    adjusted[index] = mask.select(max(adjusted[index] - 1, Lanes(0)), adjusted[index])
    cents[index] = mask.select(given, cents[index])
    isRound[index] = mask.select(round, isRound[index])
  }

  /// The last gift once more, where there is one.
  func giveAgain(at index: Int, where mask: LaneMask) {
    give(
      last[index], cents: cents[index], round: isRound[index], at: index,
      where: mask .& hasGiven.mask(index))
  }

  /// A year without a gift on the paths of `mask`; see `GivingState.miss`.
  @inline(__always)
  func miss(at index: Int, where mask: LaneMask) {
    let missed = mask .& hasGiven.mask(index)
    let ones = missed.ones
    censored[index] = missed.select(0, censored[index])
    years[index] += ones
    streak[index] = missed.select(0, streak[index])
    gap[index] += ones
    adjusted[index] = missed.select(max(adjusted[index] - 1, Lanes(0)), adjusted[index])
  }
}

extension ChangeDesign {
  @inline(__always)
  static func bounded(_ step: Lanes) -> Lanes { min(max(step, Lanes(-longestStep)), Lanes(longestStep)) }
}
