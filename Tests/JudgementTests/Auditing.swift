import Finance
import Forecasting
import Judgement
import Records
import TestSupport

/// A distribution with all its quantiles at one amount of whole units.
func point(_ units: Int) -> PredictiveDistribution {
  PredictiveDistribution(
    mean: Double(units) * 100, zeroProbability: units == 0 ? 1 : 0,
    quantiles: PredictiveDistribution.levels.map { _ in Double(units) * 100 })
}

/// Nothing with probability `zero`, else uniform up to `top` units.
func uniform(to top: Int, zero: Double) -> PredictiveDistribution {
  let cents = Double(top) * 100
  return PredictiveDistribution(
    mean: (1 - zero) * cents / 2, zeroProbability: zero,
    quantiles: PredictiveDistribution.levels.map { max(0, ($0 - zero) / (1 - zero)) * cents })
}

/// What a run of the end of 2020 told.
struct Frozen {
  var centre = "centre"
  var currency = Currency.usd
  var asOf = "2020-12-31"
  var gifts: [FrozenForecast.Gift] = []
  var plans: [FrozenForecast.Plan] = []

  mutating func tell(
    _ contributor: String, _ year: Int, _ amount: PredictiveDistribution, fund: String = "core",
    stage: Stage = .recognised
  ) {
    gifts.append(
      FrozenForecast.Gift(year: year, contributor: contributor, fund: fund, stage: stage, amount: amount))
  }

  /// Whole units.
  mutating func plan(_ year: Int, planned: Int, reserve: Int, risk: Double = 0.5) {
    plans.append(
      FrozenForecast.Plan(
        year: year, fund: "core", planned: planned * 100, reserve: reserve * 100, closingCash: [0, 100, 200],
        shortfall: risk, shortfallByThen: risk))
  }

  func forecast(seed: UInt32 = 1) -> FrozenForecast {
    FrozenForecast(
      centre: centre, currency: currency, asOf: day(asOf), seed: seed, gifts: gifts, plans: plans)
  }
}

/// Two givers, one newcomer, a correction and an adjustment in 2021 and 2022, in revenue; closed at the end of 2022.
func laterBook() -> BookBuilder {
  var builder = BookBuilder()
  builder.fund("core")
  builder.contributor("host")
  builder.contributor("steady")
  builder.contributor("newcomer", group: .ldc)
  builder.contributor("rounding", member: false, kind: .adjustment)
  builder.contribution("host", "2020-03-01", 100, stage: .recognised)
  builder.contribution("host", "2021-03-01", 120, stage: .recognised)
  builder.contribution("host", "2021-03-02", 120, stage: .received)
  builder.contribution("host", "2022-03-01", 500, stage: .recognised)
  builder.contribution("steady", "2021-05-01", 30, stage: .recognised)
  builder.contribution("steady", "2022-05-01", -7, stage: .recognised)
  builder.contribution("newcomer", "2022-06-01", 40, stage: .recognised)
  builder.contribution("rounding", "2022-12-31", -3, stage: .recognised)
  builder.expenditure("2021-12-31", .staff, 90)
  builder.expenditure("2022-12-31", .staff, 95)
  return builder
}

/// Everything told of `laterBook` is what came, but for the newcomer.
func perfect() -> Frozen {
  var frozen = Frozen()
  for (contributor, amounts) in [("host", [120, 500]), ("steady", [30, 0]), ("*", [150, 540])] {
    for (index, amount) in amounts.enumerated() { frozen.tell(contributor, 2021 + index, point(amount)) }
  }
  return frozen
}
