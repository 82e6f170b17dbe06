import Foundation
import Regression
import Testing
import Workbench

/// The verb's way from a file to figures, against R's figures of the validation folder.
@Suite("Agreement with R from file to figure")
struct AgreementTests {
  struct Case: Sendable {
    let reference: String
    /// Keys that lead to an object of coefficients and to one of standard errors.
    let coefficients: [String]
    let errors: [String]
    let tolerance: Double
    let request: RegressionRequest
  }

  private static func ask(
    _ file: String, _ formula: String, _ change: (inout RegressionRequest) -> Void
  ) -> RegressionRequest {
    var request = RegressionRequest(file: file, formula: formula)
    change(&request)
    return request
  }

  private static func produc(
    _ coefficients: [String], _ errors: [String], _ change: (inout RegressionRequest) -> Void
  ) -> Case {
    let formula = "log(gsp) ~ log(pcap) + log(pc) + log(emp) + unemp"
    return Case(
      reference: "panel/ref_R_produc.json", coefficients: coefficients, errors: errors, tolerance: 1e-10,
      request: ask("panel/produc.csv", formula) {
        $0.index = ["state", "year"]
        change(&$0)
      })
  }

  private static func panel(_ model: String, _ change: (inout RegressionRequest) -> Void) -> Case {
    produc(["models", model, "coef"], ["models", model, "se"], change)
  }

  private static func robust(_ key: String, _ covariance: CovarianceChoice) -> Case {
    produc(["lm_sandwich", "coef"], ["lm_sandwich", key]) { $0.covariance = covariance }
  }

  private static func mroz(_ key: String, _ link: ModelLink) -> Case {
    let formula = "inlf ~ nwifeinc + education + experience + exper2 + age + kidslt6 + kidsge6"
    return Case(
      reference: "glm/ref_R_glm.json", coefficients: [key, "coef"], errors: [key, "se"], tolerance: 1e-7,
      request: ask("glm/mroz_psid1976.csv", formula) {
        $0.family = .binomial
        $0.link = link
      })
  }

  private static func wages(_ model: String, _ change: (inout RegressionRequest) -> Void) -> Case {
    let formula = "lwage ~ wks + south + smsa + married + exp + I(exp^2) + bluecol + ind + union"
    return Case(
      reference: "panel/ref_R_wages_cornwell_rupert.json", coefficients: ["models", model, "coef"],
      errors: ["models", model, "se"], tolerance: 1e-10,
      request: ask("panel/wages_cornwell_rupert.csv", formula) {
        $0.index = ["id", "t"]
        change(&$0)
      })
  }

  private static func grunfeld(_ model: String, _ change: (inout RegressionRequest) -> Void) -> Case {
    Case(
      reference: "panel/ref_R_grunfeld10.json", coefficients: ["models", model, "coef"],
      errors: ["models", model, "se"], tolerance: 1e-10,
      request: ask("panel/grunfeld10.csv", "inv ~ value + capital") {
        $0.index = ["firm", "year"]
        change(&$0)
      })
  }

  static let cases: [Case] = [
    robust("se", .classical), robust("se_HC1", .heteroskedastic(.hc1)),
    robust("se_HC3", .heteroskedastic(.hc3)),
    robust("se_cluster_state_HC1_cadjust", .cluster(["state"], .cr1)),
    robust("se_twoway_cluster_HC1", .cluster(["state", "year"], .cr1)),
    panel("within_individual") { $0.effects = .within },
    panel("within_twoways") {
      $0.effects = .within
      $0.formula += " | state + year"
    },
    panel("within_twoways") { $0.formula += " | state + year" },
    panel("between") { $0.effects = .between }, panel("fd") { $0.effects = .firstDifference },
    panel("random_swar") { $0.effects = .random },
    produc(
      ["models", "pooling", "coef"],
      ["models", "pooling", "robust_se", "driscoll_kraay_vcovSCC_maxlag2_HC0"]
    ) { $0.covariance = .driscollKraay(lag: 2) },
    wages("pooling") { _ in }, wages("within_individual") { $0.effects = .within },
    wages("random_swar") { $0.effects = .random },
    grunfeld("random_swar") { $0.effects = .random }, mroz("logit_mroz", .logit),
    mroz("probit_mroz", .probit),
  ]

  @Test("Hausman's test leaves out what does not vary within units, as R plm 2.6 phtest")
  func hausmanOfVaryingSlopes() throws {
    var request = RegressionRequest(file: Tables.wells, formula: "litres ~ hours + kind + depth")
    request.effects = .random
    request.index = ["well", "year"]
    let test = try #require(try request.result().tests.first { $0.key == "hausman" })
    #expect(abs(test.statistic / 0.613323046432578 - 1) < 1e-10)
    #expect(test.degreesOfFreedom == [1])
    #expect(abs((test.pValue ?? .nan) / 0.433539360882258 - 1) < 1e-10)
  }

  @Test("coefficients and standard errors by R's names", arguments: cases.indices)
  func agrees(_ index: Int) throws {
    let example = AgreementTests.cases[index]
    guard let file = Tables.validation(example.request.file),
      let reference = Tables.validation(example.reference)
    else { return }
    var request = example.request
    request.file = file
    let result = try request.result()
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: reference)))
    let coefficients = try AgreementTests.numbers(json, example.coefficients)
    let errors = try AgreementTests.numbers(json, example.errors)
    #expect(Set(result.coefficients.map(\.name)) == Set(coefficients.keys))
    for coefficient in result.coefficients {
      let estimate = try #require(coefficients[coefficient.name])
      let error = try #require(errors[coefficient.name])
      let scale = max(estimate.magnitude, error * 1e-3)
      #expect((coefficient.estimate - estimate).magnitude <= example.tolerance * scale, "\(coefficient.name)")
      #expect(
        (coefficient.standardError - error).magnitude <= example.tolerance * error, "\(coefficient.name)")
    }
  }

  private static func numbers(_ json: Any, _ path: [String]) throws -> [String: Double] {
    var value = json
    for key in path { value = try #require((value as? [String: Any])?[key], "\(key)") }
    return try #require(value as? [String: Double])
  }
}
