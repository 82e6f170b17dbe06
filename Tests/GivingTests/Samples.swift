import Probability

@testable import Giving

/// A behaviour whose parameters are all but known, so that frequencies can be held against formulas: nothing is
/// shared between contributors, no amount is rounded, changes are normal on the logarithm with deviation 0.7.
/// - Parameter years: standard deviation of what a year does to everybody's logit of giving.
func sharpBehaviour(repeats: Double = 0.25, years: Double = 0) -> Behaviour {
  func sharp(_ names: [String], _ stated: [String: Double]) -> FittedCoefficients {
    FittedCoefficients(
      names: names, means: names.map { stated[$0] ?? 0 },
      covariance: names.indices.map { row in names.indices.map { $0 == row ? 1e-24 : 0 } })
  }
  let never = BetaCounts(yes: 1e-9, no: 1)
  return Behaviour(
    participation: sharp(
      ParticipationDesign.names,
      ["(Intercept)": -0.4, "log_streak": 1.2, "one_year": -0.3, "log_gap": -0.8]),
    repeats: sharp(RepeatDesign.names, ["(Intercept)": Neighbourhood.logit(repeats)]),
    change: sharp(ChangeDesign.names, [:]),
    // The table's normal shape has mean distance one, its deviation is sqrt(pi / 2).
    spread: sharp(SpreadDesign.names, ["(Intercept)": Elementary.log(0.7 / 1.2533141373155003)]),
    residuals: ResidualTable([]), rounding: Behaviour.Rounding(afterRound: never, otherwise: never),
    arrivals: Behaviour.Arrivals(perGiver: 0, median: 10, spread: 1),
    firstGift: BetaCounts(yes: 0.13, no: 0.87),
    yearEffect: Behaviour.YearEffect(participation: years, change: 0),
    effects: Behaviour.EffectSpread(contributor: 0.5, fund: 0.5), unknownActivity: 0,
    renewals: BetaCounts(yes: 8, no: 2), returns: BetaCounts(yes: 2, no: 8), transitions: 0, changes: 0)
}

func sharpFit(
  _ givers: [Giver] = [], behaviour: Behaviour = sharpBehaviour(),
  timing: GivingTiming = GivingTiming(collection: .plain, lateness: .plain)
) -> GivingFit {
  GivingFit(
    prior: GivingPrior(name: "sharp", source: "invented", dataYear: nil, panel: nil, behaviour: behaviour),
    timing: timing, participationRows: 0, amountRows: 0, givers: givers)
}

/// Shares of gifts that repeat the last one: all but one in a billion, and next to none.
let always = 1 - 1e-9
let hardlyEver = 1e-9

/// The logit of giving after `streak` years in a row, two and more, under `sharpBehaviour`.
func logit(streak: Int) -> Double { -0.4 + 1.2 * Elementary.log(Double(1 + streak)) }

func giver(
  _ name: String = "ada", origin: Int = 2020, streak: Int = 2, habitual: Bool = true, cash: Bool = true
) -> Giver {
  let last = Elementary.log(1_000_000)
  let state = (0..<streak).reduce(GivingState.never) { state, _ in state.giving(last) }
  return Giver(
    contributor: name, fund: "core", isHost: false, habitual: habitual, state: state, surroundings: .unknown,
    effect: Giver.Effect(mean: 0, deviation: 0), origin: origin, firstGift: last, cashLedger: cash,
    yearsSeen: 0, yearsGiven: 0, totalGiven: 0)
}

/// Whole calendar years from `first`.
func horizon(_ first: Int = 2021, years: Int, seenThrough: Int = -1) -> GivingHorizon {
  GivingHorizon(
    firstYear: first, yearStarts: (0..<years).map { 12 * $0 }, firstOrdinal: first * 12,
    seenThrough: seenThrough)
}

func settings(
  onTime: Double = 0.7, defaults: Double = 0.05, renewal: Double = 0.6, term: Int = 3
) -> GivingSettings {
  GivingSettings(
    onTimeProbability: onTime, defaultProbability: defaults, meanMonthsLate: 4,
    renewalProbability: renewal, renewalTerm: term)
}

func sampler(
  _ plans: [GiverPlan], _ horizon: GivingHorizon, _ settings: GivingSettings = settings(),
  repeats: Double = 0.25, timing: GivingTiming = GivingTiming(collection: .plain, lateness: .plain)
) throws -> GivingSampler {
  try GivingSampler(
    fit: sharpFit(plans.map(\.giver), behaviour: sharpBehaviour(repeats: repeats), timing: timing),
    plans: plans, horizon: horizon, settings: settings, seed: 11)
}

extension GivingSampler {
  func payments(_ path: Int) -> [Payment] {
    let block = block()
    draw(paths: UInt64(path), into: block)
    return block.path(0).payments
  }
}

/// Whether a share of `count` draws lies within four standard errors of what it should be.
func agrees(_ happened: Int, of count: Int, with probability: Double) -> Bool {
  let error = (probability * (1 - probability) / Double(count)).squareRoot()
  return abs(Double(happened) / Double(count) - probability) <= 4 * error
}
