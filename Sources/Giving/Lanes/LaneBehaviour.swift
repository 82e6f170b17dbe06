import Probability
import Vectors

/// `BehaviourDraw` for eight paths: each with parameters of its own, drawn from the same covariance. Every lane
/// gives the bits of the form for one path.
struct LaneBehaviour {
  /// Coefficients of the participation model and of the location of changes; sixteen of each.
  private(set) var participation: [Lanes]
  private(set) var change: [Lanes]
  private let repeats: [Double]
  private let spread: [Double]
  private let unknownActivity: Double
  private let firstGift: Double
  private let roundAfterRound: Double
  private let roundOtherwise: Double
  private let shape: ResidualTable

  /// Parameters at their means.
  init(_ behaviour: Behaviour) {
    participation = LaneBehaviour.sixteen(behaviour.participation.means)
    change = LaneBehaviour.sixteen(behaviour.change.means)
    repeats = behaviour.repeats.means
    spread = behaviour.spread.means
    unknownActivity = behaviour.unknownActivity
    firstGift = Neighbourhood.logit(behaviour.firstGift.mean)
    roundAfterRound = behaviour.rounding.afterRound.mean
    roundOtherwise = behaviour.rounding.otherwise.mean
    shape = behaviour.residuals
  }

  private static func sixteen(_ coefficients: [Double]) -> [Lanes] {
    (0..<16).map { Lanes($0 < coefficients.count ? coefficients[$0] : 0) }
  }

  /// Sets the parameters of other paths: means plus departures.
  mutating func moveParticipation(_ means: LaneBehaviour, by departures: [Lanes]) {
    for column in participation.indices {
      participation[column] = means.participation[column] + departures[column]
    }
  }

  mutating func moveChange(_ means: LaneBehaviour, by departures: [Lanes]) {
    for column in change.indices { change[column] = means.change[column] + departures[column] }
  }

  /// P(gives in the next year).
  func chance(_ state: LaneState, _ around: Surroundings, shift: Lanes) -> Lanes {
    let first = firstGift + shift
    guard state.hasGiven.any else { return Lanes.logistic(first) }
    return Lanes.logistic(state.hasGiven.select(shift + participation(state, around), first))
  }

  /// `ParticipationDesign.row` times the coefficients, added in the order of `Row.times`.
  private func participation(_ state: LaneState, _ around: Surroundings) -> Lanes {
    let raw = state.gifts / (state.years + 1)
    let share = min(max(raw, Lanes(0.02)), Lanes(0.98))
    let lump = min(max(state.last - state.usual, Lanes(0)), Lanes(3))
    let changed = state.changes .> 0
    let repeated = changed.only(state.repeats / max(state.changes, Lanes(1)))
    let p = participation
    let one = (p[0] + p[8] * changed.only(lump))
    let two = p[1] * Lanes.log(1 + state.streak) + p[9] * (state.adjusted .> 0).only(Lanes(1))
    let three = p[2] * (state.streak .== 1).only(Lanes(1)) + p[10] * repeated
    let four = p[3] * Lanes.log(1 + state.gap) + p[11] * (around.isGovernment ? 1 : 0)
    let five = p[4] * Lanes.log(share / (1 - share)) + p[12] * around.fundRenewal
    let six =
      p[5] * Lanes.log(max(state.years, Lanes(1)))
      + p[13] * (around.contributorActivity ?? unknownActivity)
    let seven = p[6] * state.censored.only(Lanes(1)) + p[14] * around.fundActivity
    let eight = p[7] * LaneBehaviour.size(state.last, around) + p[15] * around.fundBreadth
    let left = (one + five) + (three + seven)
    let right = (two + six) + (four + eight)
    return left + right
  }

  /// The logarithm of the next gift; see `BehaviourDraw.amount`.
  /// - Parameters:
  ///   - last: the gift before; of one that never gave, where a first gift starts from.
  ///   - draws: uniforms: the same again?, how far?, round?
  func amount(
    after state: LaneState, last: Lanes, _ around: Surroundings, _ draws: (Lanes, Lanes, Lanes), shift: Lanes
  ) -> Lanes {
    let again = state.hasGiven .& (draws.0 .< chanceOfRepeat(state, last, around))
    if again.all { return last }
    let step =
      location(state, last, around) + shift + width(state, last, around)
      * residual(draws.1, dollars: last - around.dollar)
    let next = last + ChangeDesign.bounded(step)
    return again.select(last, rounded(next, after: last, draws.2))
  }

  private func chanceOfRepeat(_ state: LaneState, _ last: Lanes, _ around: Surroundings) -> Lanes {
    let share = (state.repeats + 0.15) / (state.changes + 1)
    let distance = (last - around.dollar - 9.7).magnitude / 2.5
    let one = Lanes(repeats[0]) + repeats[4] * distance
    let two = repeats[1] * Lanes.log(share / (1 - share)) + repeats[5] * (state.gap .> 0).only(Lanes(1))
    let three =
      repeats[2] * (state.changes .== 0).only(Lanes(1))
      + repeats[6] * Lanes.log(max(state.gifts, Lanes(1)))
    let four = repeats[3] * LaneBehaviour.size(last, around)
    return Lanes.logistic((one + three) + (two + four))
  }

  private func location(_ state: LaneState, _ last: Lanes, _ around: Surroundings) -> Lanes {
    let usual = state.hasGiven.only(ChangeDesign.bounded(state.usual - last))
    let level = around.level.map { min(max($0 - last, Lanes(-5)), Lanes(5)) } ?? Lanes(0)
    let first = state.changes .== 0
    let dollars = last - around.dollar
    let volatile = usual * Lanes.log(state.volatility)
    let large = level * min(max((dollars - 13) / 2.5, Lanes(0)), Lanes(3))
    let small = min(max((9 - dollars) / 2.5, Lanes(0)), Lanes(3))
    let c = change
    let one = c[0] + c[8] * small
    let two = c[1] * usual + c[9] * (state.gap .> 0).only(Lanes(1))
    let three = c[2] * volatile + c[10] * (state.adjusted .== 2).only(Lanes(1))
    let four =
      c[3] * state.hasBefore.only(ChangeDesign.bounded(state.before - last)) + c[11] * around.fundTrend
    let left = (one + c[4] * first.select(0, level)) + (three + c[6] * large)
    let right = (two + c[5] * first.only(level)) + (four + c[7] * first.only(Lanes(1)))
    return left + right
  }

  private func width(_ state: LaneState, _ last: Lanes, _ around: Surroundings) -> Lanes {
    let size = LaneBehaviour.size(last, around)
    let one = Lanes(spread[0]) + spread[4] * size
    let two = spread[1] * Lanes.log(state.volatility) + spread[5] * size.magnitude
    let three = spread[2] * Lanes.log(1 + state.gap) + spread[6] * Lanes.log(max(state.gifts, Lanes(1)))
    let four = spread[3] * (state.changes .== 0).only(Lanes(1)) + spread[7] * state.censored.only(Lanes(1))
    let widest = SpreadDesign.widestLogarithm
    return Lanes.exp(min(max((one + three) + (two + four), Lanes(-widest - 2)), Lanes(widest)))
  }

  private func residual(_ uniform: Lanes, dollars: Lanes) -> Lanes {
    var result = uniform
    for lane in 0..<Lanes.count { result[lane] = shape.value(at: uniform[lane], dollars: dollars[lane]) }
    return result
  }

  /// Rounds on the paths where `draw` says so, never beyond the bound of a change.
  private func rounded(_ next: Lanes, after last: Lanes, _ draw: Lanes) -> Lanes {
    let rounds = draw .< RoundAmount.isRound(last).select(roundAfterRound, Lanes(roundOtherwise))
    guard rounds.any else { return next }
    let rounded = RoundAmount.nearest(next)
    let within = (rounded - last).magnitude .<= ChangeDesign.longestStep
    return (rounds .& within).select(rounded, next)
  }

  private static func size(_ amount: Lanes, _ around: Surroundings) -> Lanes {
    (amount - around.dollar - 11) / 2.5
  }
}

extension RoundAmount {
  static func isRound(_ amount: Lanes) -> LaneMask {
    let halves = split(amount).mantissa * 2
    return (halves - halves.rounded).magnitude .< 1e-6
  }

  static func nearest(_ amount: Lanes) -> Lanes {
    let (mantissa, power) = split(max(amount, Lanes(0)))
    return Lanes.log((mantissa * 2).rounded / 2 * power)
  }

  private static func split(_ amount: Lanes) -> (mantissa: Lanes, power: Lanes) {
    let cents = Lanes.exp(amount)
    let bound = cents * (1 + 1e-12)
    var power = Lanes(1)
    while true {
      let next = power * 10
      let fits = next .<= bound
      guard fits.any else { return (cents / power, power) }
      power = fits.select(next, power)
    }
  }
}
