import Outlook
import Scenarios
import Simulation

/// The bands of a fan, always called the same.
enum FanLayers {
  private static let band = Origin.label("a band between two quantiles over all futures")

  static func outer(low: [Double?], high: [Double?]) -> Chart.Layer {
    .band(
      Chart.Band(
        name: "\("90 of 100".figure(of: band)) futures", low: low, high: high, isInner: false))
  }

  static func inner(low: [Double?], high: [Double?]) -> Chart.Layer {
    .band(
      Chart.Band(name: "\("50 of 100".figure(of: band)) futures", low: low, high: high, isInner: true))
  }

  static let median: Prose = "median of all futures"

  /// The central projection.
  static let expected: Prose = "money expected"

  /// How many futures the bands rest on, and how exact their lower edge is.
  static func note(_ findings: Findings, _ error: Prose?) -> Prose {
    let paths = Number.units(Double(findings.ensemble.assumptions.scenario.paths) * 100)
      .figure(of: .scenario(key: "paths"))
    let drawn: Prose = "Bands and median are of \(paths) simulated futures, year by year."
    guard let error else { return drawn }
    let edge = "5 %".figure(of: Wording.quantile)
    return Prose(
      drawn, " Monte Carlo standard error of the lower edge (\(edge)): \(error) at most.")
  }
}
