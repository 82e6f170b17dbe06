public import Forecasting
import Probability

/// The product's own model as a forecaster of panels: `mainstay` in `forecasts.csv`.
///
/// Contributors are simulated one by one from the behaviour fitted on the training rows; what they share on a
/// path (parameters, the year's effect, the fund's effect) makes a fund's total honestly wide. The total is the
/// average of two views of it: the sum of its contributors with new ones beside them, and the total taken as
/// if it were one contributor. The more contributors a fund has, the more their sum counts.
public struct GivingForecaster: PanelModel {
  public let name = "mainstay"
  public let paths: Int
  public let seed: UInt32

  public init(paths: Int = 1000, seed: UInt32 = 1) { (self.paths, self.seed) = (paths, seed) }

  public func fitted(to training: Panel, horizon: Int) throws -> any FittedPanelModel {
    try FittedGivingForecaster(
      givers: Behaviour.fitted(to: training), totals: Behaviour.fitted(to: training.totals), paths: paths,
      seed: seed)
  }
}

extension Behaviour {
  /// Fits to every series of a panel.
  public static func fitted(to panel: Panel) throws -> Behaviour {
    let walk = PanelWalk(panel)
    let arrivals = ArrivalCount(walk)
    return try BehaviourFitting(
      transitions: walk.transitions, contributors: walk.contributors, funds: walk.funds.count
    ).fitted(arrivals: arrivals.behaviour, firstGift: arrivals.firstGift)
  }
}

extension Panel {
  /// The panel of each fund's yearly total of positive amounts, as one series a fund.
  var totals: Panel {
    let rows = funds.flatMap { fund in
      years.enumerated().map { offset, year in
        Row(
          contributor: SeriesForecast.total, fund: fund.name, group: nil, year: year,
          amount: fund.series.reduce(0) { $0 + max(series[$1].amounts[offset], 0) })
      }.filter { $0.amount > 0 || $0.year >= firstReported[fund.name] ?? 0 }
    }
    return Panel(rows: rows, through: years.upperBound) ?? self
  }
}

/// A fitted forecaster: two behaviours, of contributors and of totals.
struct FittedGivingForecaster: FittedPanelModel {
  let givers: Behaviour
  let totals: Behaviour
  let paths: Int
  let seed: UInt32

  func forecast(_ past: Panel, horizon: Int) throws -> [SeriesForecast] {
    let walk = PanelWalk(past)
    let whole = PanelWalk(past.totals)
    let arrivals = ArrivalCount(walk)
    let simulation = try PanelSimulation(
      of: walk, behaviour: givers, paths: paths, horizon: horizon, seed: seed, scope: "givers")
    let direct = try PanelSimulation(
      of: whole, behaviour: totals, paths: paths, horizon: horizon, seed: seed, scope: "totals")
    var forecasts: [SeriesForecast] = []
    for (index, fund) in walk.funds.enumerated() {
      var sum = simulation.newcomers(to: index, named: fund.name, arrivals)
      for series in fund.series where walk.states[series].last != nil {
        let drawn = simulation.draw(series)
        sum.add(drawn)
        forecasts.append(
          SeriesForecast(
            contributor: past.series[series].contributor, fund: fund.name, years: drawn.distributions()))
      }
      guard whole.states[index].last != nil else { continue }
      let weight = (arrivals.givers[index] + 10) / (arrivals.givers[index] + 20)
      forecasts.append(
        SeriesForecast(
          contributor: SeriesForecast.total, fund: fund.name,
          years: zip(sum.distributions(), direct.draw(index).distributions()).map {
            $0.averaged(with: $1, weight: weight)
          }))
    }
    return forecasts
  }
}

extension PredictiveDistribution {
  /// Quantiles and means averaged, chances of nothing averaged as log-odds; `weight` is this one's.
  func averaged(with other: PredictiveDistribution, weight: Double) -> PredictiveDistribution {
    func logit(_ chance: Double) -> Double {
      Neighbourhood.logit(min(max(chance, 0.002), 0.998))
    }
    let zero = Elementary.logistic(
      weight * logit(zeroProbability) + (1 - weight) * logit(other.zeroProbability))
    return PredictiveDistribution(
      mean: weight * mean + (1 - weight) * other.mean, zeroProbability: zero,
      quantiles: zip(quantiles, other.quantiles).map { weight * $0 + (1 - weight) * $1 })
  }
}
