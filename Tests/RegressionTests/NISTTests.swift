import Foundation
import LinearAlgebra
import Regression
import Testing

/// The linear and ANOVA sets of NIST's Statistical Reference Datasets, read from the validation folder as
/// decimal text.
@Suite("NIST linear regression and analysis of variance")
struct NISTTests {
  struct Certified: Decodable {
    let linear: [String: Linear]
    let anova: [String: Anova]
  }

  struct Linear: Decodable {
    let columns: [String]
    let coef: [Coefficient]
    let residualSd: String
    let rSquared: String
    let dataRows: [[String]]
  }

  struct Coefficient: Decodable {
    let estimate: String
    let se: String
  }

  struct Anova: Decodable {
    let ssBetween: String
    let ssWithin: String
    let rSquared: String
    let residualSd: String
    let dataRows: [[String]]
    let f: String

    enum CodingKeys: String, CodingKey {
      case ssBetween, ssWithin, rSquared, residualSd, dataRows
      case f = "F"
    }
  }

  static let linearSets = [
    "Longley", "NoInt1", "Norris", "Filip", "Wampler1", "Wampler2", "Wampler3", "Wampler4", "Wampler5",
  ]
  static let anovaSets = ["SiRstv", "SmLs01", "SmLs04", "SmLs07", "SmLs08"]
  /// Correct digits demanded of everything printed.
  static let demand = 13.0

  static func certified() throws -> Certified? {
    guard let data = ValidationFolder.data("nist/certified.json") else { return nil }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Certified.self, from: data)
  }

  @Test("certified digits", arguments: linearSets)
  func linear(_ name: String) throws {
    guard let set = try NISTTests.certified()?.linear[name] else { return }
    let response = WideVector(set.dataRows.map { DoubleDouble(decimal: $0[0])! })
    let fit = try LinearModel().fit(Sample(design: NISTTests.design(set), response: response))
    let coefficients = zip(fit.coefficients, set.coef).map { digits($0, Double($1.estimate)!) }.min()!
    let errors = zip(fit.standardErrors, set.coef).map { digits($0, Double($1.se)!) }.min()!
    let deviation = digits(fit.sigma, Double(set.residualSd)!)
    let share = digits(fit.rSquared, Double(set.rSquared)!)
    print("\(name): coefficients \(coefficients), errors \(errors), sigma \(deviation), R^2 \(share) digits")
    #expect(min(coefficients, errors, deviation, share) >= NISTTests.demand)
  }

  @Test("certified analysis of variance", arguments: anovaSets)
  func anova(_ name: String) throws {
    guard let set = try NISTTests.certified()?.anova[name] else { return }
    let treatments = set.dataRows.map { Int($0[0])! }
    let dummies = (2...treatments.max()!).map { level in
      ("treatment\(level)", treatments.map { $0 == level ? 1.0 : 0 })
    }
    let design = sample([Double](repeating: 0, count: treatments.count), on: dummies).design
    let response = WideVector(set.dataRows.map { DoubleDouble(decimal: $0[1])! })
    let fit = try LinearModel().fit(Sample(design: design, response: response))
    let found = [
      fit.modelSumOfSquares, fit.residualSumOfSquares, fit.rSquared, fit.sigma,
      try #require(fit.fTest).statistic,
    ]
    let expected = [set.ssBetween, set.ssWithin, set.rSquared, set.residualSd, set.f].map { Double($0)! }
    let correct = zip(found, expected).map { digits($0, $1) }
    print("\(name): sums of squares, R^2, sigma, F to \(correct) digits")
    #expect(correct.min()! >= NISTTests.demand)
  }

  /// Powers of x by repeated multiplication, exact to double-double, or the columns as given.
  static func design(_ set: Linear) -> Design {
    let ones = WideVector([Double](repeating: 1, count: set.dataRows.count))
    let given = (1..<set.columns.count).map { column in
      WideVector(set.dataRows.map { DoubleDouble(decimal: $0[column])! })
    }
    let names = [Design.intercept] + (1..<max(set.coef.count, 2)).map { "B\($0)" }
    guard set.coef.count > 1 else {
      return Design(names: ["B1"], matrix: WideMatrix(rows: ones.count, columns: given))
    }
    var columns = [ones]
    while columns.count < set.coef.count {
      columns.append(given.count > 1 ? given[columns.count - 1] : columns.last! * given[0])
    }
    return Design(names: names, matrix: WideMatrix(rows: ones.count, columns: columns))
  }
}
