import Foundation
import LinearAlgebra
import Regression
import Testing

/// The linear sets of NIST's Statistical Reference Datasets, read from the validation folder.
@Suite("NIST linear regression")
struct NISTTests {
  struct Certified: Decodable { let linear: [String: Dataset] }

  struct Dataset: Decodable {
    let columns: [String]
    let coef: [Coefficient]
    let residualSd: String
    let dataRows: [[String]]
  }

  struct Coefficient: Decodable {
    let estimate: String
    let se: String
  }

  /// Digits demanded of coefficients, standard errors and residual deviation. Filip's powers are rounded to
  /// double before we see them, which leaves about 8; Wampler 4 and 5 have large residuals around exact
  /// coefficients of 1.
  static let demands: [(name: String, digits: Double)] = [
    ("Longley", 13), ("NoInt1", 13.5), ("Norris", 13), ("Filip", 7.4), ("Wampler1", 14), ("Wampler2", 13),
    ("Wampler3", 13.5), ("Wampler4", 13.5), ("Wampler5", 13.5),
  ]

  @Test("certified digits", arguments: demands.map(\.name))
  func certified(_ name: String) throws {
    guard let data = ValidationFolder.data("nist/certified.json") else { return }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let set = try #require(try decoder.decode(Certified.self, from: data).linear[name])
    let demand = try #require(NISTTests.demands.first { $0.name == name }).digits
    let design = NISTTests.design(set)
    let fit = try LinearModel().fit(
      design: design, response: set.dataRows.map { Double($0[0])! },
      names: (0..<design.columns).map { "B\($0)" })
    let coefficients = zip(fit.coefficients, set.coef).map { digits($0, Double($1.estimate)!) }.min()!
    let errors = zip(fit.standardErrors, set.coef).map { digits($0, Double($1.se)!) }.min()!
    let deviation = digits(fit.sigma, Double(set.residualSd)!)
    print("\(name): coefficients \(coefficients), standard errors \(errors), deviation \(deviation) digits")
    #expect(min(coefficients, errors, deviation) >= demand)
  }

  /// Powers of x by repeated multiplication, or the columns as given.
  static func design(_ set: Dataset) -> Matrix {
    let intercept = set.coef.count > 1
    return Matrix(
      rowMajor: set.dataRows.map { row in
        let x = row.dropFirst().map { Double($0)! }
        if x.count > 1 || !intercept { return (intercept ? [1] : []) + x }
        return (1..<set.coef.count).reduce(into: [1.0]) { powers, _ in powers.append(powers.last! * x[0]) }
      })
  }
}
