import Foundation
import Probability
import Testing

/// Every distribution figure of the validation folder (30 digits), where that folder is present.
@Suite("Distribution functions of the validation folder")
struct ValidationTableTests {
  private typealias Rows = [[String: String]]

  @Test("at least 13 digits of every figure")
  func all() throws {
    guard let tables = try tables() else { return }
    check(tables["normal_quantile"], "x") { Normal.quantile($0("p")) }
    check(tables["normal_cdf"], "cdf") { Normal.cdf($0("x")) }
    check(tables["normal_cdf"], "sf") { Normal.upperTail($0("x")) }
    check(tables["normal_cdf"], "log_cdf") { Normal.logCdf($0("x")) }
    check(tables["inverse_mills_phi_over_Phi"], "v") { Normal.inverseMills($0("x")) }
    check(tables["student_t_two_sided_p"], "p") { StudentT.twoSided($0("t"), degreesOfFreedom: $0("df")) }
    check(tables["t_quantile_0.975"], "q") { StudentT.quantile(0.975, degreesOfFreedom: $0("df")) }
    check(tables["chi2_sf"], "sf") { ChiSquared.upperTail($0("x"), degreesOfFreedom: $0("df")) }
    check(tables["chi2_quantile"], "q") { ChiSquared.quantile($0("p"), degreesOfFreedom: $0("df")) }
    check(tables["f_sf"], "sf") {
      FDistribution.upperTail($0("F"), numerator: $0("df1"), denominator: $0("df2"))
    }
    check(tables["lgamma"], "v") { logGamma($0("x")) }
    check(tables["digamma"], "v") { digamma($0("x")) }
    check(tables["trigamma"], "v") { trigamma($0("x")) }
  }

  private func check(_ rows: Rows?, _ answer: String, _ function: ((String) -> Double) -> Double) {
    #expect(rows?.isEmpty == false, "no rows with \(answer)")
    for row in rows ?? [] {
      let expected = Double(row[answer] ?? "") ?? .nan
      let found = function { Double(row[$0] ?? "") ?? .nan }
      let scale = max(expected.magnitude, 1e-300)
      #expect((found - expected).magnitude <= 1e-13 * scale, "\(row): \(found)")
    }
  }

  /// `random/distribution_functions.json` below `MAINSTAY_VALIDATION` or `../shared/validation`.
  private func tables() throws -> [String: Rows]? {
    let package = URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardized
    let folder =
      ProcessInfo.processInfo.environment["MAINSTAY_VALIDATION"]
      ?? package.appendingPathComponent("../shared/validation").standardized.path
    let file = URL(fileURLWithPath: folder).appendingPathComponent("random/distribution_functions.json")
    guard let data = try? Data(contentsOf: file) else {
      print("skipped: there is no random/distribution_functions.json in the validation folder")
      return nil
    }
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return object.compactMapValues { $0 as? Rows }
  }
}
