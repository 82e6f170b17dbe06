import Forecasting

/// Whole-number draws, the same as in Scripts/scorer_figures.py.
struct Draws {
  private var state: UInt64 = 0

  init(_ numbers: Int...) {
    for number in numbers { state = state &* 1_000_003 &+ UInt64(number + 1) }
    for _ in 0..<4 { _ = below(2) }
  }

  mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }
}

/// A made-up panel of fourteen contributors and seven funds; the last fund has no row at all in 2022.
enum MadePanel {
  static let rows: [Panel.Row] = {
    var rows: [Panel.Row] = []
    for donor in 0..<14 {
      for fund in 0..<7 {
        for year in 2017...2023 {
          if let cents = cents(donor, fund, year) {
            let name = donor < 10 ? "D0\(donor)" : "D\(donor)"
            rows.append(
              Panel.Row(
                contributor: name, fund: "F\(fund)", group: nil, year: year, amount: Double(cents) / 100))
          }
        }
      }
    }
    return rows
  }()

  static func cents(_ donor: Int, _ fund: Int, _ year: Int) -> Int? {
    var draws = Draws(1, donor, fund, year)
    if draws.below(10) < 5 || (fund == 6 && year == 2022) { return nil }
    let size = power(2 + draws.below(6))
    let cents = (1 + draws.below(20)) * size
    return draws.below(12) == 0 ? -cents : cents
  }

  static func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}

/// A model that makes its forecasts up, the same as in Scripts/scorer_figures.py.
struct MadeModel: PanelModel, FittedPanelModel {
  let name = "made"

  func fitted(to training: Panel, horizon: Int) -> any FittedPanelModel { self }

  func forecast(_ past: Panel, horizon: Int) -> [SeriesForecast] {
    let single = past.series.map { ($0.contributor, $0.fund) }
    return (single + past.funds.map { (SeriesForecast.total, $0.name) }).map { contributor, fund in
      let years = (1...horizon).map { MadeModel.distribution(contributor, fund, past.years.upperBound, $0) }
      return SeriesForecast(contributor: contributor, fund: fund, years: years)
    }
  }

  private static let zeroShares = [
    0, 25, 50, 100, 200, 250, 300, 400, 500, 600, 700, 750, 800, 900, 950, 975,
  ]

  private static func distribution(_ name: String, _ fundName: String, _ origin: Int, _ ahead: Int)
    -> PredictiveDistribution
  {
    let donor = name == SeriesForecast.total ? 99 : Int(name.dropFirst())!
    let fund = Int(fundName.dropFirst())!
    var draws = Draws(2, donor, fund, origin, origin + ahead)
    let last = donor == 99 ? 0 : max(0, MadePanel.cents(donor, fund, origin) ?? 0)
    let zeros = draws.below(16)
    let kind = draws.below(4)
    let step = MadePanel.power(2 + draws.below(5))
    var amount = 0
    let quantiles = (0..<15).map { place in
      amount += draws.below(9) * step
      return Double(place < zeros ? 0 : kind < 2 || last == 0 ? amount : last) / 100
    }
    let mean = Double(draws.below(30) * step) / 100
    let zero = min(1_000_000, zeroShares[zeros] * 1000 + draws.below(25_000))
    return PredictiveDistribution(mean: mean, zeroProbability: Double(zero) / 1e6, quantiles: quantiles)
  }
}

/// Next year as last year, for certain.
struct LastValue: PanelModel, FittedPanelModel {
  let name = "last-value"

  func fitted(to training: Panel, horizon: Int) -> any FittedPanelModel { self }

  func forecast(_ past: Panel, horizon: Int) -> [SeriesForecast] {
    var forecasts: [SeriesForecast] = []
    var totals: [String: Double] = [:]
    for series in past.series where series.hasGift {
      let last = max(0, series.amounts.last!)
      totals[series.fund, default: 0] += last
      forecasts.append(LastValue.certain(series.contributor, series.fund, last, horizon))
    }
    let funds = past.funds.map(\.name).filter { totals[$0] != nil }
    return forecasts + funds.map { LastValue.certain(SeriesForecast.total, $0, totals[$0]!, horizon) }
  }

  private static func certain(_ contributor: String, _ fund: String, _ amount: Double, _ horizon: Int)
    -> SeriesForecast
  {
    let year = PredictiveDistribution(
      mean: amount, zeroProbability: amount > 0 ? 0 : 1, quantiles: Array(repeating: amount, count: 15))
    return SeriesForecast(
      contributor: contributor, fund: fund, years: Array(repeating: year, count: horizon))
  }
}
