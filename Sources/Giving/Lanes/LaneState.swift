import Vectors

/// `GivingState` of one contributor on eight paths. Counts are whole numbers; what was never given is zero.
struct LaneState {
  private(set) var streak, gap, years, gifts: Lanes
  private(set) var last, before, usual: Lanes
  private(set) var repeats, squaredChange, adjusted: Lanes
  private(set) var hasGiven, hasBefore, censored: LaneMask

  /// The same on all paths.
  init(_ state: GivingState) {
    (streak, gap) = (Lanes(Double(state.streak)), Lanes(Double(state.gap)))
    (years, gifts) = (Lanes(Double(state.years)), Lanes(Double(state.gifts)))
    (last, before, usual) = (Lanes(state.last ?? 0), Lanes(state.before ?? 0), Lanes(state.usual ?? 0))
    (repeats, squaredChange) = (Lanes(Double(state.repeats)), Lanes(state.squaredChange))
    adjusted = Lanes(Double(state.adjusted))
    (hasGiven, hasBefore) = (LaneMask(state.last != nil), LaneMask(state.before != nil))
    censored = LaneMask(state.censored)
  }

  /// Pairs of successive gifts.
  var changes: Lanes { max(gifts - 1, Lanes(0)) }

  /// See `GivingState.volatility`.
  var volatility: Lanes {
    let prior = GivingState.typicalChange * GivingState.typicalChange
    return ((squaredChange + prior) / (changes + 1)).squareRoot()
  }

  /// A year in which `amount` (logarithms of cents) is given on the paths of `mask`; see `GivingState.give`.
  mutating func give(_ amount: Lanes, where mask: LaneMask) {
    let again = mask .& hasGiven
    repeats += (again .& (last .== amount)).only(Lanes(1))
    let step = ChangeDesign.bounded(amount - last)
    squaredChange += again.only(step * step)
    censored = (censored .& (again .| .!mask))
    gifts += mask.only(Lanes(1))
    years += mask.only(Lanes(1))
    usual = again.select(usual + (amount - usual) / gifts, mask.select(amount, usual))
    before = mask.select(last, before)
    hasBefore = ((mask .& hasGiven) .| (.!mask .& hasBefore))
    last = mask.select(amount, last)
    hasGiven = (hasGiven .| mask)
    streak += mask.only(Lanes(1))
    gap = mask.select(0, gap)
    adjusted = mask.select(max(adjusted - 1, Lanes(0)), adjusted)
  }

  /// A year without a gift on the paths of `mask`; see `GivingState.miss`.
  mutating func miss(where mask: LaneMask) {
    let missed = mask .& hasGiven
    censored = (censored .& .!missed)
    years += missed.only(Lanes(1))
    streak = missed.select(0, streak)
    gap += missed.only(Lanes(1))
    adjusted = missed.select(max(adjusted - 1, Lanes(0)), adjusted)
  }
}

extension ChangeDesign {
  static func bounded(_ step: Lanes) -> Lanes { min(max(step, Lanes(-longestStep)), Lanes(longestStep)) }
}
