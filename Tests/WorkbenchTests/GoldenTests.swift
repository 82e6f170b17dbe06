import Foundation
import Regression
import Testing

@testable import Workbench

/// What is printed of regressions on the wells, beside them in `Data`.
///
/// `MAINSTAY_RECORD=1` writes the files anew and fails the run, so that nobody records by mistake. Figures
/// were held against R 4.2 (lm, glm, plm, lme4) when they were recorded.
@Suite("Regressions as they are printed")
struct GoldenTests {
  static let cases: [(name: String, request: RegressionRequest)] = [
    ("least-squares", ask("log(litres) ~ log(hours) + kind + rain")),
    ("clustered", ask("log(litres) ~ log(hours) + rain") { $0.covariance = .cluster(["well"], .cr2) }),
    (
      "weighted",
      ask("litres ~ hours + kind") {
        $0.weights = "visits"
        $0.covariance = .heteroskedastic(.hc3)
      }
    ),
    ("absorbed", ask("log(litres) ~ log(hours) | well + year")),
    (
      "within",
      ask("log(litres) ~ log(hours) + rain") {
        $0.effects = .within
        $0.index = ["well", "year"]
      }
    ),
    (
      "random",
      ask("log(litres) ~ log(hours) + rain") {
        $0.effects = .random
        $0.index = ["well", "year"]
      }
    ),
    (
      "mixed",
      ask("log(litres) ~ log(hours) + rain") {
        $0.effects = .mixed
        $0.index = ["well"]
      }
    ),
    (
      "poisson-effects",
      ask("repairs ~ hours | kind + year") {
        $0.family = .poisson
        $0.covariance = .cluster(["well"], .cr1)
      }
    ),
    ("logit", ask("dry ~ rain + hours") { $0.family = .binomial }),
    ("poisson", ask("repairs ~ hours + kind") { $0.family = .poisson }),
    ("aliased", ask("litres ~ hours + I(2 * hours) + kind") { $0.aliased = .drop }),
  ]

  private static func ask(
    _ formula: String, _ change: (inout RegressionRequest) -> Void = { _ in }
  ) -> RegressionRequest {
    var request = RegressionRequest(file: Tables.wells, formula: formula)
    change(&request)
    return request
  }

  @Test("as text of at most 96 columns", arguments: cases.map(\.name))
  func text(_ name: String) throws {
    let text = try result(name).text
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 96 })
    try compare(text, "\(name).txt")
  }

  @Test("as JSON and as CSV")
  func files() throws {
    let result = try result("random")
    try compare(result.json, "random.json")
    try compare(result.csv, "random.csv")
  }

  @Test("JSON can be read and has the keys of its contract", arguments: cases.map(\.name))
  func keys(_ name: String) throws {
    let object = try JSONSerialization.jsonObject(with: Data(try result(name).json.utf8))
    let keys = try #require(object as? [String: Any])
    for key in [
      "coefficients", "observations", "degreesOfFreedom", "sigma", "rSquared", "logLikelihood", "deviance",
      "tests",
    ] {
      #expect(keys[key] != nil, "\(key)")
    }
    let first = try #require((keys["coefficients"] as? [[String: Any]])?.first)
    #expect(
      Set(first.keys)
        == [
          "name", "estimate", "standardError", "statistic", "degreesOfFreedom", "pValue", "lower", "upper",
        ])
  }

  private func result(_ name: String) throws -> RegressionResult {
    let request = try #require(GoldenTests.cases.first { $0.name == name }).request
    var result = try request.result()
    result.request.file = "wells.csv"
    return result
  }

  private func compare(_ text: String, _ file: String) throws {
    let path = Tables.path(file)
    if ProcessInfo.processInfo.environment["MAINSTAY_RECORD"] == "1" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file); read it, then run without MAINSTAY_RECORD")
    }
    #expect(text == (try String(contentsOfFile: path, encoding: .utf8)), "\(file)")
  }
}
