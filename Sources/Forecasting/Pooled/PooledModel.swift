/// A point forecaster made a predictive distribution by what followed its forecasts on the training panel.
///
/// Of several candidates (weights of smoothing, say) the one with the least scaled absolute error there is
/// taken: a series of a few years is too short to choose its own. Contributors and fund totals are learned
/// apart.
struct PooledModel<Point: PointForecaster>: PanelModel {
  let name: String
  let candidates: [Point]
  var classing = Classing.byPoint

  func fitted(to training: Panel, horizon: Int) -> any FittedPanelModel {
    FittedPooledModel(
      contributors: learned(.contributors(of: training), horizon),
      totals: learned(.totals(of: training), horizon))
  }

  private func learned(_ histories: Histories, _ horizon: Int) -> LearnedPoint<Point> {
    let past = candidates.map { PastForecasts($0, histories, horizon, classing) }
    let best = past.indices.min { past[$0].error < past[$1].error }!
    return LearnedPoint(
      point: candidates[best], classing: classing,
      relative: RelativeForecasts(past[best].cases, classing: classing))
  }
}

/// The forecasts of one forecaster from every past origin at which a series had a gift, and what came.
private struct PastForecasts {
  private(set) var cases: [[RelativeForecasts.Case]]
  /// The sum of |amount - forecast| / mean gift, each at most 10.
  private(set) var error = 0.0

  init(_ model: some PointForecaster, _ histories: Histories, _ horizon: Int, _ classing: Classing) {
    cases = Array(repeating: [], count: max(horizon, 1))
    for amounts in histories.amounts where amounts.count > model.fewest {
      let fits = model.rolling(checked: amounts.span, from: model.fewest)
      var standing = Standing()
      for origin in 1..<amounts.count {
        standing.observe(amounts[origin - 1])
        guard standing.gifts > 0, origin >= model.fewest else { continue }
        for ahead in 1...min(horizon, amounts.count - origin) {
          let point = fits[origin - model.fewest].forecast(ahead: ahead)
          add(amounts[origin + ahead - 1], point, standing, ahead, classing)
        }
      }
    }
  }

  private mutating func add(
    _ amount: Double, _ point: Double, _ standing: Standing, _ ahead: Int, _ classing: Classing
  ) {
    error += min((amount - max(point, 0)).magnitude / standing.meanGift, 10)
    cases[ahead - 1].append(
      RelativeForecasts.Case(
        leaf: classing.leaf(standing, point: point), reference: reference(point, standing), amount: amount))
  }
}

/// What amounts are compared with: the point forecast, or the last gift where that is not above 0.
private func reference(_ point: Double, _ standing: Standing) -> Double {
  point > 0 ? point : standing.lastGift
}

/// The chosen forecaster and what to make of its forecasts.
struct LearnedPoint<Point: PointForecaster>: Sendable {
  let point: Point
  let classing: Classing
  let relative: RelativeForecasts

  func forecasts(_ histories: Histories, horizon: Int) -> [SeriesForecast] {
    histories.amounts.indices.map { index in
      SeriesForecast(
        contributor: histories.contributors[index], fund: histories.funds[index],
        years: forecast(histories.amounts[index], horizon: horizon))
    }
  }

  private func forecast(_ amounts: [Double], horizon: Int) -> [PredictiveDistribution] {
    var standing = Standing()
    for amount in amounts { standing.observe(amount) }
    let fit = point.fit(checked: amounts.span)
    return (1...horizon).map { ahead in
      let value = fit.forecast(ahead: ahead)
      return relative.distribution(ahead: ahead, leaf: classing.leaf(standing, point: value))
        .scaled(by: reference(value, standing))
    }
  }
}

struct FittedPooledModel<Point: PointForecaster>: FittedPanelModel {
  let contributors: LearnedPoint<Point>
  let totals: LearnedPoint<Point>

  func forecast(_ past: Panel, horizon: Int) -> [SeriesForecast] {
    contributors.forecasts(.contributors(of: past), horizon: horizon)
      + totals.forecasts(.totals(of: past), horizon: horizon)
  }
}
