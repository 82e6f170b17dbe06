import Probability
import Vectors

/// `BehaviourDraw` on the paths of a block: each with parameters of its own, drawn from the same covariance. The
/// formulas are those for one path; sums are added in another order and logarithms of counts come from a table, so
/// that results differ in the last digits.
struct LaneBehaviour {
  /// Coefficients of the participation model and of the location of changes, a column each.
  let participation: LaneColumns
  let change: LaneColumns
  let repeats: [Double]
  let spread: [Double]
  let unknownActivity: Double
  let firstGift: Double
  let roundAfterRound: Double
  let roundOtherwise: Double
  /// Quantiles of changes: of small gifts, then of large ones.
  let shape: LaneTable

  static let columnCount = participationColumns + changeColumns
  private static let participationColumns = 16
  private static let changeColumns = 12

  init(_ behaviour: Behaviour, _ store: LaneStore, eights: Int) {
    participation = LaneColumns(store, LaneBehaviour.participationColumns, eights: eights)
    change = LaneColumns(store, LaneBehaviour.changeColumns, eights: eights)
    repeats = behaviour.repeats.means
    spread = behaviour.spread.means
    unknownActivity = behaviour.unknownActivity
    firstGift = Neighbourhood.logit(behaviour.firstGift.mean)
    roundAfterRound = behaviour.rounding.afterRound.mean
    roundOtherwise = behaviour.rounding.otherwise.mean
    shape = LaneTable(behaviour.residuals.small + behaviour.residuals.large, in: store)
  }

  // MARK: Gives or not

  /// What the state of a contributor does not move: the part of the logit that stands for all years.
  func standing(_ around: Surroundings, at index: Int) -> Lanes {
    let p = participation
    let own = p[0][index] + p[11][index] * (around.isGovernment ? 1 : 0)
    let others = p[12][index] * around.fundRenewal + p[14][index] * around.fundActivity
    return own + others + p[13][index] * (around.contributorActivity ?? unknownActivity)
      + p[15][index] * around.fundBreadth
  }

  /// The logit of giving in the next year: `ParticipationDesign`.
  /// - Parameter standing: `standing`, with every shift added.
  @inline(__always)
  func logit(_ state: LaneState, _ around: Surroundings, standing: Lanes, at index: Int) -> Lanes {
    let hasGiven = state.hasGiven.mask(index)
    guard hasGiven.any else { return standing }
    let p = participation
    let (streak, gap, gifts, years) = (
      state.streak[index], state.gap[index], state.gifts[index], state.years[index]
    )
    let (last, changes) = (state.last[index], max(gifts - 1, Lanes(0)))
    // One of streak and gap is zero.
    let run = LaneLogarithm.of(1 + streak + gap) * (gap .> 0).select(p[3][index], p[1][index])
    let share = min(
      max(LaneLogarithm.of(gifts) - LaneLogarithm.of(years + 1 - gifts), Lanes(-LaneBehaviour.mostShare)),
      Lanes(LaneBehaviour.mostShare))
    let lump = (changes .> 0).only(min(max(last - state.usual[index], Lanes(0)), Lanes(3)))
    let repeated = state.repeats[index] / max(changes, Lanes(1))
    let one = p[2][index] * (streak .== 1).ones + p[4][index] * share
    let two = p[5][index] * LaneLogarithm.of(years) + p[6][index] * state.censored[index]
    let three = p[7][index] * LaneBehaviour.size(last, around) + p[8][index] * lump
    let four = p[9][index] * (state.adjusted[index] .> 0).ones + p[10][index] * repeated
    let known = standing + run + (one + two) + (three + four)
    return hasGiven.select(known, standing)
  }

  /// The logit of a share of 98 %.
  private static let mostShare = Elementary.logit(0.98)

  // MARK: The same again

  /// The logit of "the same again": `RepeatDesign`.
  @inline(__always)
  func logitOfRepeat(_ state: LaneState, _ around: Surroundings, at index: Int) -> Lanes {
    let (gifts, repeats, last) = (state.gifts[index], state.repeats[index], state.last[index])
    let changed = max(gifts - 1, Lanes(0)) - repeats
    let share = LaneLogarithm.ofRepeats(repeats) - LaneLogarithm.ofOthers(changed)
    let distance = (last - (around.dollar + 9.7)).magnitude * 0.4
    let one = self.repeats[1] * share + self.repeats[4] * distance
    let two = self.repeats[2] * (gifts .<= 1).ones + self.repeats[5] * (state.gap[index] .> 0).ones
    let three = self.repeats[3] * LaneBehaviour.size(last, around) + self.repeats[6] * LaneLogarithm.of(gifts)
    return (self.repeats[0] + one) + (two + three)
  }

  @inline(__always)
  static func size(_ amount: Lanes, _ around: Surroundings) -> Lanes { (amount - (around.dollar + 11)) * 0.4 }
}

/// Logarithms of counts from tables: counts are years on record and of the horizon.
enum LaneLogarithm {
  private static let size = 1024
  private static let whole = LaneTable(constant: (0..<size).map { Elementary.log(Double(max($0, 1))) })
  private static let repeats = LaneTable(constant: (0..<size).map { Elementary.log(Double($0) + 0.15) })
  private static let others = LaneTable(constant: (0..<size).map { Elementary.log(Double($0) + 0.85) })

  /// ln(max(n, 1)).
  @inline(__always)
  static func of(_ count: Lanes) -> Lanes { whole[count] }

  /// ln(n + 0.15) and ln(n + 0.85): their difference is the logit of (repeats + 0.15) / (changes + 1).
  @inline(__always)
  static func ofRepeats(_ count: Lanes) -> Lanes { repeats[count] }
  @inline(__always)
  static func ofOthers(_ count: Lanes) -> Lanes { others[count] }
}
