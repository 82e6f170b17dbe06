import Foundation
import LinearAlgebra
import Regression
import Testing

/// The fits of the validation folder's `glm/` against R 4.2 `glm`, `sandwich` and statsmodels 0.14.
///
/// R stops when the deviance changes by less than 1e-8 of itself, and takes standard errors and leverages from
/// the step before: with the canonical links that leaves 14 digits of coefficients and 8 of errors, with
/// probit, whose scoring gains a constant factor a step, 7 and 7.
@Suite("Generalized linear models against peers")
struct GeneralizedPeerTests {
  struct Peer: Decodable {
    let coef: [String: Double]
    let se: [String: Double]
    let deviance: Double
    let nullDeviance: Double
    let dfResidual: Double
    let loglik: Double?
    let aic: Double?
    let dispersion: Double
    let fittedFirst5: [Double]
    let pearsonChi2: Double
    let devianceResidFirst5: [Double]
    let leverageFirst5: [Double]
    let seHC0: [String: Double]
    let seHC1: [String: Double]
    let seHC2: [String: Double]
    let seHC3: [String: Double]

    enum CodingKeys: String, CodingKey {
      case coef, se, deviance, loglik, aic, dispersion
      case nullDeviance = "null_deviance"
      case dfResidual = "df_residual"
      case fittedFirst5 = "fitted_first5"
      case pearsonChi2 = "pearson_chi2"
      case devianceResidFirst5 = "deviance_resid_first5"
      case leverageFirst5 = "leverage_first5"
      case seHC0 = "se_HC0"
      case seHC1 = "se_HC1"
      case seHC2 = "se_HC2"
      case seHC3 = "se_HC3"
    }
  }

  /// A data set with the columns of its design under R's names, the intercept not among them.
  struct Data {
    let columns: [(name: String, values: [Double])]
    let response: [Double]
    var offset: [Double]?

    func fit(_ model: GeneralizedLinearModel) throws -> GeneralizedLinearFit {
      let ones = [Double](repeating: 1, count: response.count)
      let design = Matrix(
        rows: response.count, columns: columns.count + 1,
        columnMajor: ([ones] + columns.map(\.values)).flatMap { $0 })
      return try model.fit(
        design: design, response: response, offset: offset, names: [Design.intercept] + columns.map(\.name))
    }
  }

  static let models: [(name: String, data: String, model: GeneralizedLinearModel)] = [
    ("poisson_affairs", "affairs", GeneralizedLinearModel(family: .poisson)),
    ("quasipoisson_affairs", "affairs", GeneralizedLinearModel(family: .poisson, dispersion: .pearson)),
    ("logit_affairs_any", "any", GeneralizedLinearModel(family: .binomial)),
    ("probit_affairs_any", "any", GeneralizedLinearModel(family: .binomial, link: .probit)),
    ("logit_mroz", "mroz", GeneralizedLinearModel(family: .binomial)),
    ("probit_mroz", "mroz", GeneralizedLinearModel(family: .binomial, link: .probit)),
    ("poisson_insurance_offset", "insurance", GeneralizedLinearModel(family: .poisson)),
  ]

  @Test("R", arguments: models.map(\.name))
  func r(_ name: String) throws {
    let (_, set, model) = try #require(GeneralizedPeerTests.models.first { $0.name == name })
    guard let json = ValidationFolder.data("glm/ref_R_glm.json"),
      let fit = try GeneralizedPeerTests.data(set)?.fit(model)
    else { return }
    let peer = try GeneralizedPeerTests.peer(name, in: json, Peer.self)
    func inOrder(_ named: [String: Double]) -> [Double] { fit.names.map { named[$0] ?? .nan } }
    let coefficients = leastDigits(fit.coefficients, inOrder(peer.coef), absoluteBelow: 1e-2)
    let errors = leastDigits(fit.standardErrors, inOrder(peer.se))
    let scalars = leastDigits(
      [fit.deviance, fit.nullDeviance, fit.residualDegreesOfFreedom, fit.pearsonChiSquared],
      [peer.deviance, peer.nullDeviance, peer.dfResidual, peer.pearsonChi2])
    let likelihood = min(
      peer.loglik.map { digits(fit.logLikelihood, $0) } ?? 15, peer.aic.map { digits(fit.aic, $0) } ?? 15)
    let rows = leastDigits(
      Array(fit.fitted.prefix(5)) + fit.residuals(.deviance).prefix(5) + fit.leverage.prefix(5),
      peer.fittedFirst5 + peer.devianceResidFirst5 + peer.leverageFirst5)
    var robust = 15.0
    for (kind, expected) in zip(
      CovarianceKind.HeteroskedasticKind.allCases, [peer.seHC0, peer.seHC1, peer.seHC2, peer.seHC3])
    {
      let found = try fit.covariance(.heteroskedastic(kind)).standardErrors
      robust = min(robust, leastDigits(found, inOrder(expected)))
    }
    print("\(name): digits \(coefficients), \(errors), \(scalars), \(likelihood), \(rows), \(robust)")
    #expect(coefficients > (model.link == .probit ? 7 : 14))
    #expect(min(errors, robust) > (model.link == .probit ? 6.9 : 7.7))
    #expect(scalars > (model.link == .probit ? 8 : 14))
    #expect(likelihood > 14)
    #expect(rows > (model.link == .probit ? 6.7 : 7.4))
  }

  struct Statsmodels: Decodable {
    let params: [Double]
    let bse: [Double]
    let llf: Double
    let deviance: Double?
    let nullDeviance: Double?
    let pearsonChi2: Double?
    let scale: Double?
    let bseHC0: [Double]?

    enum CodingKeys: String, CodingKey {
      case params, bse, llf, deviance, scale
      case nullDeviance = "null_deviance"
      case pearsonChi2 = "pearson_chi2"
      case bseHC0 = "bse_HC0"
    }
  }

  static let statsmodels: [(name: String, data: String, model: GeneralizedLinearModel)] = [
    ("spector_logit", "spector", GeneralizedLinearModel(family: .binomial)),
    (
      "spector_probit", "spector",
      GeneralizedLinearModel(family: .binomial, link: .probit, information: .observed)
    ),
    ("scotland_gamma_inverse", "scotland", GeneralizedLinearModel(family: .gamma)),
    ("scotland_gamma_log", "scotland", GeneralizedLinearModel(family: .gamma, link: .log)),
  ]

  @Test("statsmodels", arguments: statsmodels.map(\.name))
  func python(_ name: String) throws {
    let (_, set, model) = try #require(GeneralizedPeerTests.statsmodels.first { $0.name == name })
    guard let json = ValidationFolder.data("glm/ref_py_glm.json"),
      let fit = try GeneralizedPeerTests.data(set)?.fit(model)
    else { return }
    let peer = try GeneralizedPeerTests.peer(name, in: json, Statsmodels.self)
    let coefficients = leastDigits(fit.coefficients, peer.params)
    let errors = leastDigits(fit.standardErrors, peer.bse)
    let scalars = min(
      peer.deviance.map { digits(fit.deviance, $0) } ?? 15,
      peer.nullDeviance.map { digits(fit.nullDeviance, $0) } ?? 15,
      peer.pearsonChi2.map { digits(fit.pearsonChiSquared, $0) } ?? 15,
      peer.scale.map { digits(fit.dispersion, $0) } ?? 15)
    print("\(name): digits \(coefficients), \(errors), \(scalars)")
    #expect(coefficients > 11.5)
    #expect(errors > 12.5)
    #expect(scalars > 12.5)
    // statsmodels takes the dispersion of a gamma likelihood from Pearson's chi-square, R from the deviance.
    if model.family == .binomial { #expect(digits(fit.logLikelihood, peer.llf) > 12) }
    if let hc0 = peer.bseHC0 {
      let errors = try fit.covariance(.heteroskedastic(.hc0)).standardErrors
      #expect(leastDigits(errors, hc0) > 7)
    }
  }
}

extension GeneralizedPeerTests {
  static func peer<Value: Decodable>(
    _ name: String, in json: Foundation.Data, _: Value.Type
  ) throws -> Value {
    let all = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
    return try JSONDecoder().decode(
      Value.self, from: JSONSerialization.data(withJSONObject: try #require(all[name])))
  }

  static func data(_ set: String) throws -> Data? {
    switch set {
    case "affairs":
      let names = ["age", "yearsmarried", "religiousness", "occupation", "rating"]
      return numbers("affairs_fair1978", names, "affairs")
    case "any":
      let names = [
        "age", "yearsmarried", "religiousness", "occupation", "rating", "gender_male", "children_yes",
      ]
      return numbers("affairs_fair1978", names, "affairs") { $0 > 0 ? 1 : 0 }
    case "mroz":
      let names = ["nwifeinc", "education", "experience", "exper2", "age", "kidslt6", "kidsge6"]
      return numbers("mroz_psid1976", names, "inlf")
    case "spector": return numbers("spector", ["GPA", "TUCE", "PSI"], "GRADE")
    case "scotland":
      let names = ["COUTAX", "UNEMPF", "MOR", "ACT", "GDP", "AGE", "COUTAX_FEMALEUNEMP"]
      return numbers("scotland", names, "YES")
    default: return insurance
    }
  }

  private static func numbers(
    _ file: String, _ names: [String], _ response: String, _ transform: (Double) -> Double = { $0 }
  ) -> Data? {
    guard let table = ValidationFolder.table("glm/\(file).csv") else { return nil }
    return Data(
      columns: names.map { ($0, table[$0]!.map { Double($0)! }) },
      response: table[response]!.map { transform(Double($0)!) })
  }

  /// Three factors with the levels in the order of their meaning, the first left out, and ln(holders).
  private static var insurance: Data? {
    guard let table = ValidationFolder.table("glm/insurance_mass.csv") else { return nil }
    let factors = [
      ("District", "factor(District)", ["2", "3", "4"]),
      ("Group", "factor(Group, ordered = FALSE)", ["1-1.5l", "1.5-2l", ">2l"]),
      ("Age", "factor(Age, ordered = FALSE)", ["25-29", "30-35", ">35"]),
    ]
    return Data(
      columns: factors.flatMap { column, name, levels in
        levels.map { level in (name + level, table[column]!.map { $0 == level ? 1 : 0 }) }
      }, response: table["Claims"]!.map { Double($0)! }, offset: table["Holders"]!.map { log(Double($0)!) })
  }
}
