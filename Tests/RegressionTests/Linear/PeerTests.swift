import Foundation
import LinearAlgebra
import Regression
import Testing

/// Least squares, weighted and not, against R 4.2.2 (`lm`, sandwich) and statsmodels 0.14, at 1e-10 relative.
@Suite("Linear models against R and statsmodels")
struct LinearPeerTests {
  @Test("R", arguments: ["ols_longley", "wls_caschools", "ols_caschools", "lpm_mroz"])
  func r(_ key: String) throws {
    let file = key.hasSuffix("longley") ? "longley" : key == "lpm_mroz" ? "mroz_psid1976" : "caschools"
    guard let table = ValidationFolder.table("glm/\(file).csv"),
      let answers = try answers("glm/ref_R_glm.json", key)
    else { return }
    let plain = { (name: String) in table[name]!.map { Double($0)! } }
    let (response, names): (String, [String]) =
      switch file {
      case "longley":
        ("Employed", ["GNP.deflator", "GNP", "Unemployed", "Armed.Forces", "Population", "Year"])
      case "caschools": ("score", ["str", "english", "lunch"])
      default:
        ("inlf", ["nwifeinc", "education", "experience", "exper2", "age", "kidslt6", "kidsge6"])
      }
    let weights = key == "wls_caschools" ? plain("students") : nil
    let fit = try LinearModel().fit(
      sample(plain(response), on: names.map { ($0, plain($0)) }, weights: weights))
    let ordered = { (part: String) in
      (answers[part] as? [String: Double]).map { part in fit.names.map { part[$0]! } }
    }
    check(fit.coefficients, ordered("coef"))
    check(fit.standardErrors, ordered("se"))
    check([fit.sigma], (answers["sigma"] as? Double).map { [$0] })
    check([fit.rSquared], (answers["r2"] as? Double).map { [$0] })
    check([fit.logLikelihood], (answers["loglik"] as? Double).map { [$0] })
    for kind in CovarianceKind.HeteroskedasticKind.allCases {
      check(try fit.covariance(.heteroskedastic(kind)).standardErrors, ordered("se_\(kind.rawValue)"))
    }
    if key == "ols_longley" { try checkPredictions(fit, answers) }
  }

  private func checkPredictions(_ fit: LinearFit, _ answers: [String: Any]) throws {
    let rows = try fit.predict(rows: fit.sample.design.matrix.selecting(rows: [0, 1, 2]))
    let data = { (key: String) in
      ((answers[key] as? [String: Any])?["data"] as? [[Double]])?.flatMap { $0 }
    }
    check(
      rows.flatMap { [$0.fitted, $0.prediction.lower, $0.prediction.upper] },
      data("predict_first3_interval95"))
    check(
      rows.flatMap { [$0.fitted, $0.confidence.lower, $0.confidence.upper] }, data("confidence_first3"))
    check(
      [try #require(fit.fTest).statistic],
      (answers["anova_F"] as? [String: Double]).map { [$0["value"]!] })
  }

  @Test("statsmodels", arguments: ["ccard_ols", "ccard_wls_w_1_over_incomesq"])
  func statsmodels(_ key: String) throws {
    guard let table = ValidationFolder.table("glm/ccard.csv"),
      let answers = try answers("glm/ref_py_glm.json", key)
    else { return }
    let plain = { (name: String) in table[name]!.map { Double($0)! } }
    let fit = try LinearModel().fit(
      sample(
        plain("AVGEXP"), on: ["AGE", "INCOME", "INCOMESQ", "OWNRENT"].map { ($0, plain($0)) },
        weights: key == "ccard_ols" ? nil : plain("INCOMESQ").map { 1 / $0 }))
    check(fit.coefficients, answers["params"] as? [Double])
    check(fit.standardErrors, answers["bse"] as? [Double])
    check([fit.rSquared], (answers["rsquared"] as? Double).map { [$0] })
    check([fit.residualSumOfSquares], (answers["ssr"] as? Double).map { [$0] })
    for kind in CovarianceKind.HeteroskedasticKind.allCases {
      check(
        try fit.covariance(.heteroskedastic(kind)).standardErrors, answers[kind.rawValue] as? [Double])
    }
  }

  private func check(
    _ found: [Double], _ expected: [Double]?, _ location: SourceLocation = #_sourceLocation
  ) {
    guard let expected else { return }
    #expect(
      relativeError(found, expected) < 1e-10, "\(found), expected \(expected)", sourceLocation: location)
  }

  private func answers(_ file: String, _ key: String) throws -> [String: Any]? {
    guard let data = ValidationFolder.data(file) else { return nil }
    return (try JSONSerialization.jsonObject(with: data) as? [String: Any])?[key] as? [String: Any]
  }
}
