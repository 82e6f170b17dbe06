import Foundation
import LinearAlgebra
import Regression
import Testing

/// Grunfeld's ten firms as Stata fits them, from statsmodels' results; their data are single precision,
/// which leaves about 8 digits.
@Suite("Covariances against Stata")
struct StataTests {
  static let tolerance = 2e-7

  @Test("Grunfeld")
  func grunfeld() throws {
    guard let set = PanelSet("grunfeld10") else { return }
    let fit = try LinearModel().fit(set.sample)
    let factor = (200.0 / 197).squareRoot()
    let cases: [(CovarianceKind, [Double], factor: Double)] = [
      (.cluster([set.unit], .cr1), [20.425202580078, 0.01589433647768, 0.08496711097464], 1),
      (.cluster([set.unit], .cr0), [19.27943055305, 0.01500272788516, 0.08020079648691], 1),
      (
        .cluster([set.unit, set.period], .cr0), [18.411420987265, 0.01543448599542, 0.07407184066336], 1
      ),
      (
        .neweyWest(lag: 4, units: set.unit, periods: set.period),
        [16.179042041128, 0.01142785251475, 0.06842168281423], factor
      ),
      (
        .driscollKraay(lag: 4, periods: set.period),
        [12.190347184209, 0.0134360177573, 0.04930800664089], 1
      ),
    ]
    for (kind, expected, factor) in cases {
      let found = try fit.covariance(kind).standardErrors.map { $0 * factor }
      #expect(relativeError(found, expected) < Self.tolerance, "\(kind): \(found)")
    }
  }

  @Test("Grunfeld, weighted by 1 / value")
  func weighted() throws {
    guard let set = PanelSet("grunfeld10") else { return }
    let sample = Sample(
      design: set.sample.design, response: set.sample.response,
      weights: set.sample.design.matrix.column(1).high.map { 1 / $0 })
    let fit = try LinearModel().fit(sample)
    let hc1 = try fit.covariance(.heteroskedastic(.hc1)).standardErrors
    #expect(relativeError(hc1, [2.3458404391932, 0.00768545583365, 0.00986959606725]) < Self.tolerance)
    let cluster = try fit.covariance(.cluster([set.unit], .cr1))
    #expect(
      relativeError(cluster.standardErrors, [5.7204731422962, 0.02609630113434, 0.02285882773869])
        < Self.tolerance)
    let table = try CoefficientTable(fit, covariance: cluster)
    let values = [0.13948972172294, 0.00152974827456, 0.00137730504553]
    #expect(relativeError(table.rows.map(\.pValue), values) < 1e-5)
    let bounds = [table.rows[1].lower, table.rows[1].upper]
    #expect(relativeError(bounds, [0.05790913614858, 0.17597700521575]) < 1e-6)
  }
}
