import Probability
import Vectors

/// Eight paths of a block: in a row or picked out of it.
protocol EightPaths {
  /// Their numbers of a column.
  func callAsFunction(_ column: LaneColumn) -> Lanes
}

struct PathsInARow: EightPaths {
  let eight: Int
  @inline(__always)
  func callAsFunction(_ column: LaneColumn) -> Lanes { column[eight] }
}

struct PickedPaths: EightPaths {
  let places: SIMD8<Int>
  @inline(__always)
  func callAsFunction(_ column: LaneColumn) -> Lanes { column.gather(places) }
}

/// Changes of amount on eight paths: `BehaviourDraw.amount` where the last gift is not repeated.
struct LaneChange {
  let crowd: LaneBehaviour
  let state: LaneState
  let around: Surroundings
  /// From where one starts that never gave.
  let firstGift: Double
  /// The usual gift known from the book; see `ChangeDesign.range`.
  let home: Double

  /// A gift: the logarithm of its cents, its whole cents, and 1 where it is a round amount.
  struct Gift {
    let amount, cents, isRound: Lanes
  }

  /// - Parameters:
  ///   - paths: which eight of the block.
  ///   - shift: the year's effect on ln(next / last).
  ///   - shock: uniforms: how far?
  ///   - rounding: uniforms: to a round amount?
  @inline(__always)
  func gift(on paths: some EightPaths, shift: Lanes, shock: Lanes, rounding: Lanes) -> Gift {
    let past = Past(state, paths, firstGift: firstGift)
    let dollars = past.last - around.dollar
    let step =
      location(past, dollars, paths) + shift + width(past, dollars) * residual(shock, dollars: dollars)
    let (lowest, highest) = range(after: past.last)
    let next = min(max(past.last + ChangeDesign.bounded(step), lowest), highest)
    return rounded(next, past, rounding)
  }

  /// `ChangeDesign.range`, and nothing above the largest gift.
  @inline(__always)
  private func range(after last: Lanes) -> (Lanes, Lanes) {
    let stray = ChangeDesign.longestStray
    let highest = min(max(Lanes(home + stray), last), Lanes(GivingSampler.largestGift))
    return (min(Lanes(home - stray), last), highest)
  }

  /// What a change depends on.
  private struct Past {
    let hasGiven: LaneMask
    let last, usual, before, gap, adjusted, censored, isRound: Lanes
    let gifts, changes: Lanes
    /// ln of the contributor's own spread of changes; see `GivingState.volatility`.
    let volatility: Lanes

    @inline(__always)
    init(_ state: LaneState, _ paths: some EightPaths, firstGift: Double) {
      let known = paths(state.hasGiven)
      hasGiven = LaneMask(known)
      let given = paths(state.last)
      last = hasGiven.select(given, Lanes(firstGift))
      usual = hasGiven.only(ChangeDesign.bounded(paths(state.usual) - last))
      let isKnown = paths(state.hasBefore)
      before = isKnown * ChangeDesign.bounded(paths(state.before) - last)
      gap = paths(state.gap)
      adjusted = paths(state.adjusted)
      censored = paths(state.censored)
      isRound = paths(state.isRound)
      gifts = paths(state.gifts)
      changes = max(gifts - 1, Lanes(0))
      let prior = GivingState.typicalChange * GivingState.typicalChange
      volatility = 0.5 * Lanes.log((paths(state.squaredChange) + prior) / (changes + 1))
    }
  }

  /// `ChangeDesign` times the paths' coefficients.
  @inline(__always)
  private func location(_ past: Past, _ dollars: Lanes, _ paths: some EightPaths) -> Lanes {
    @inline(__always) func c(_ column: Int) -> Lanes { paths(crowd.change[column]) }
    let level = around.level.map { min(max($0 - past.last, Lanes(-5)), Lanes(5)) } ?? Lanes(0)
    let first = past.changes .== 0
    let large = level * min(max((dollars - 13) * 0.4, Lanes(0)), Lanes(3))
    let small = min(max((9 - dollars) * 0.4, Lanes(0)), Lanes(3))
    let one = c(0) + c(1) * past.usual + c(2) * (past.usual * past.volatility)
    let two = c(3) * past.before + first.select(c(5), c(4)) * level
    let three = c(6) * large + c(7) * first.ones + c(8) * small
    let four =
      c(9) * (past.gap .> 0).ones + c(10) * (past.adjusted .== 2).ones + c(11) * around.fundTrend
    return (one + two) + (three + four)
  }

  /// `SpreadDesign`: the mean distance from the location.
  @inline(__always)
  private func width(_ past: Past, _ dollars: Lanes) -> Lanes {
    let s = crowd.spread
    let size = (dollars - 11) * 0.4
    let one = s[0] + s[1] * past.volatility + s[2] * LaneLogarithm.of(1 + past.gap)
    let two = s[3] * (past.changes .== 0).ones + s[4] * size + s[5] * size.magnitude
    let three = s[6] * LaneLogarithm.of(past.gifts) + s[7] * past.censored
    let widest = SpreadDesign.widestLogarithm
    return Lanes.exp(min(max(one + two + three, Lanes(-widest - 2)), Lanes(widest)))
  }

  /// `ResidualTable.value`: linear between the quantiles of the table of small or of large gifts.
  @inline(__always)
  private func residual(_ uniform: Lanes, dollars: Lanes) -> Lanes {
    let size = Double(ResidualTable.size)
    let place = min(max(uniform * size - 0.5, Lanes(0)), Lanes(size - 1))
    let lower = min(place.roundedDown, Lanes(size - 2))
    let row = lower + (dollars .>= ResidualTable.largeFrom).only(Lanes(size))
    let low = crowd.shape[row]
    return low + (place - lower) * (crowd.shape[row + 1] - low)
  }

  /// Rounds on the paths where `draw` says so, never beyond the bounds of a change.
  @inline(__always)
  private func rounded(_ next: Lanes, _ past: Past, _ draw: Lanes) -> Gift {
    let (cents, mantissa, power) = RoundAmount.split(next)
    let halves = mantissa * 2
    let wanted = draw .< (past.isRound .> 0).select(crowd.roundAfterRound, crowd.roundOtherwise)
    let roundCents = max(halves.rounded, Lanes(2)) * 0.5 * power
    let round = Lanes.log(roundCents)
    let (lowest, highest) = range(after: past.last)
    let near = (round - past.last).magnitude .<= ChangeDesign.longestStep
    let rounds = wanted .& near .& (lowest .<= round) .& (round .<= highest)
    let isRound = rounds .| ((halves - halves.rounded).magnitude .< 1e-6)
    return Gift(
      amount: rounds.select(round, next), cents: rounds.select(roundCents, cents).rounded,
      isRound: isRound.ones)
  }
}

extension RoundAmount {
  private static let powers = LaneTable(
    constant: (0..<16).reduce(into: [1.0]) { powers, _ in powers.append(powers[powers.count - 1] * 10) })
  private static let perLn10 = 1 / Elementary.log(10)

  /// Cents of a logarithm, as mantissa times a power of ten: from 1 to 10, below 1 for less than a cent.
  @inline(__always)
  static func split(_ amount: Lanes) -> (cents: Lanes, mantissa: Lanes, power: Lanes) {
    let cents = Lanes.exp(amount)
    // The power, or the one below it where the logarithm lies within a millionth of the next.
    let below = powers[max((amount * perLn10 - 1e-6).roundedDown, Lanes(0))]
    let power = (below * 10 .<= cents * (1 + 1e-12)).select(below * 10, below)
    return (cents, cents / power, power)
  }
}
