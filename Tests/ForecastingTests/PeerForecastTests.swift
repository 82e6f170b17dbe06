import Foundation
import Probability
import Testing

@testable import Forecasting

/// `-n/2 ln(sum e^2)`, the likelihood that R's `forecast` prints.
func logLikelihood(_ sumOfSquares: Double, _ count: Int) -> Double {
  -Double(count) / 2 * Elementary.log(sumOfSquares)
}

@Suite("Point forecasters against R and statsforecast, whole files") struct PeerForecastTests {
  /// Closed forms on `carparts`: 1e-9 relative.
  @Test func intermittentDemand() throws {
    guard let series = carparts(), let r = references("forecast/carparts_ref_R.json"),
      let statsforecast = references("forecast/carparts_ref_statsforecast.json")
    else { return }
    try agree(Croston(), series, r["forecast_croston_alpha0.1"])
    try agree(Croston(), series, r["tsi_croston_w0.1_naive"])
    try agree(Croston(correction: .syntetosBoylan), series, r["tsi_sba_w0.1_naive"])
    try agree(Croston(correction: .shaleBoylanJohnston), series, r["tsi_sbj_w0.1_naive"])
    try agree(
      Croston(sizeWeight: 0.2, intervalWeight: 0.05), series, r["tsi_croston_w0.2_0.05_naive"])
    let tsb = TSB(sizeWeight: 0.1, chanceWeight: 0.05)
    try agree(tsb, series, r["tsi_tsb_a0.1_b0.05_naive"])
    try agree(tsb, series, statsforecast["TSB_ad0.1_ap0.05"])
    try agree(Croston(), series, statsforecast["CrostonClassic"])
    try agree(Croston(correction: .syntetosBoylan), series, statsforecast["CrostonSBA"])
    try agree(ADIDA(), series, statsforecast["ADIDA"])
    try agree(ExponentialSmoothing(weight: 0.1), series, statsforecast["SES_0.1"])
    try agree(HistoricAverage(), series, statsforecast["HistoricAverage"])
    try agree(Naive(), series, statsforecast["Naive"])
    try agree(WindowAverage(length: 6), series, statsforecast["WindowAverage6"])
  }

  /// Naive, mean and drift on the sample of M3: 1e-9 relative (figures printed with 15 digits).
  @Test func m3ClosedForms() throws {
    guard let m3 = m3(every: 1) else { return }
    for series in m3 {
      for (found, method) in [
        (try Naive().fit(series.training).forecast(horizon: series.horizon), "naive"),
        (try HistoricAverage().fit(series.training).forecast(horizon: series.horizon), "meanf"),
        (try Drift().fit(series.training).forecast(horizon: series.horizon), "rwf_drift"),
      ] {
        let expected = try #require(series.references[method]?.mean)
        #expect(zip(found, expected).allSatisfy { relativeError($0, $1) < 1e-9 }, "\(series.name) \(method)")
      }
    }
  }

  /// Optimised smoothing on every fifth series: log likelihood at least R's less 1e-4.
  @Test func m3Optimised() throws {
    guard let m3 = m3(every: 5) else { return }
    for series in m3 {
      let count = series.training.count
      let simple = try OptimisedSmoothing().fit(series.training)
      let expected = try #require(series.references["ses"])
      #expect(logLikelihood(simple.sumOfSquares, count) >= expected.logLikelihood - 1e-4, "\(series.name)")
      let damped = try OptimisedDampedTrend().fit(series.training)
      let theirs = try #require(series.references["holt_damped"])
      #expect(logLikelihood(damped.sumOfSquares, count) >= theirs.logLikelihood - 1e-4, "\(series.name)")
    }
  }

  private func agree(_ model: some PointForecaster, _ series: [String: [Double]], _ expected: Any?) throws {
    let expected = try #require(expected as? [String: Double])
    for name in expected.keys.sorted() {
      let training = try #require(series[name], "\(name)")
      let found = try model.fit(training).forecast(ahead: 1)
      #expect(relativeError(found, expected[name]!) < 1e-9, "\(model) \(name)")
    }
  }

  /// The first 45 months of each part.
  private func carparts() -> [String: [Double]]? {
    guard let rows = ValidationFolder.rows("forecast/carparts.csv") else { return nil }
    return Dictionary(
      uniqueKeysWithValues: rows.map { ($0["series"]!, Array(numbers($0["values"]).prefix(45))) })
  }

  private func references(_ path: String) -> [String: Any]? {
    ValidationFolder.data(path).flatMap { try? JSONSerialization.jsonObject(with: $0) as? [String: Any] }
  }

  struct M3Series {
    let name: String
    let training: [Double]
    let horizon: Int
    var references: [String: (mean: [Double], logLikelihood: Double)] = [:]
  }

  private func m3(every step: Int) -> [M3Series]? {
    guard let rows = ValidationFolder.rows("forecast/m3_series.csv"),
      let results = ValidationFolder.rows("forecast/m3_r_forecast_refs.csv.gz")
    else { return nil }
    var found = rows.map {
      M3Series(name: $0["sn"]!, training: numbers($0["train"]), horizon: Int($0["h"]!)!)
    }
    let places = Dictionary(uniqueKeysWithValues: found.enumerated().map { ($1.name, $0) })
    for row in results {
      found[places[row["sn"]!]!].references[row["method"]!] = (
        numbers(row["mean"]), Double(row["loglik"]!) ?? -.infinity
      )
    }
    return stride(from: 0, to: found.count, by: step).map { found[$0] }
  }
}
