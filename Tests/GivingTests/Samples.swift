import Probability
import Regression

@testable import Giving

/// A fit whose parameters are all but known, so that frequencies can be held against formulas.
func sharpFit(_ givers: [Giver] = [], repeats: BetaCounts = BetaCounts(yes: 2.5e11, no: 7.5e11)) -> GivingFit
{
  func sharp(_ names: [String], _ means: [Double]) -> GivingFit.Coefficients {
    GivingFit.Coefficients(
      names: names, means: means,
      covariance: means.indices.map { row in means.indices.map { $0 == row ? 1e-24 : 0 } })
  }
  return GivingFit(
    prior: .plain, participation: sharp(ParticipationDesign.names, [-0.4, 1.2, 0.6, -0.8, -1.5]),
    amount: sharp(AmountDesign.names, [0, 0.5]), amountScale: 0.7, amountDegreesOfFreedom: 1e9,
    repeats: repeats, punctual: BetaCounts(yes: 3, no: 2), participationRows: 0, amountRows: 0,
    givers: givers)
}

/// Repeats every gift: amounts then say nothing but how often.
let always = BetaCounts(yes: 1e12, no: 1e-6)

func giver(
  _ name: String = "ada", origin: Int = 2020, streak: Int = 2, habitual: Bool = true, cash: Bool = true
) -> Giver {
  let last = Elementary.log(1_000_000)
  let state =
    streak == 0
    ? GivingState.never : GivingState(streak: streak, gap: 0, last: last, usual: last, gifts: streak)
  return Giver(
    contributor: name, fund: "core", isHost: false, habitual: habitual, state: state, origin: origin,
    firstGift: last, cashLedger: cash, yearsSeen: 0, yearsGiven: 0, totalGiven: 0)
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
  repeats: BetaCounts = BetaCounts(yes: 2.5e11, no: 7.5e11)
) throws -> GivingSampler {
  try GivingSampler(
    fit: sharpFit(plans.map(\.giver), repeats: repeats), plans: plans, horizon: horizon, settings: settings,
    seed: 11)
}

extension GivingSampler {
  func payments(_ path: Int) -> [Payment] {
    var result = GivingPath()
    draw(path: UInt64(path), into: &result)
    return result.payments
  }
}

/// Whether a share of `count` draws lies within four standard errors of what it should be.
func agrees(_ happened: Int, of count: Int, with probability: Double) -> Bool {
  let error = (probability * (1 - probability) / Double(count)).squareRoot()
  return abs(Double(happened) / Double(count) - probability) <= 4 * error
}
