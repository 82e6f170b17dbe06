import Foundation
import LinearAlgebra
import Regression
import Testing

/// Logistic fits of the validation folder against R's `glm` and statsmodels.
@Suite("Logistic models against peers")
struct LogisticPeerTests {
  /// Spector and Mazzeo 1980, as fitted by statsmodels 0.14 (Logit); checked by Stata to the digits it
  /// prints.
  @Test("Spector")
  func spector() throws {
    guard let table = ValidationFolder.table("glm/spector.csv") else { return }
    let columns = ["GPA", "TUCE", "PSI"].map { table[$0]!.map { Double($0)! } }
    let fit = try fit(columns, outcomes: table["GRADE"]!.map { Double($0)! })
    let coefficients = [-13.021346858115688, 2.82611259488932, 0.0951576613179094, 2.3786876550933536]
    let errors = [4.9313242136027355, 1.2629410756290917, 0.1415542056736946, 1.0645642544971312]
    #expect(zip(fit.coefficients, coefficients).map { digits($0, $1) }.min()! > 10)
    #expect(zip(fit.standardErrors, errors).map { digits($0, $1) }.min()! > 8)
    #expect(digits(fit.logLikelihood, -12.889634222131415) > 12)
    #expect(digits(fit.deviance, 2 * 12.889634222131415) > 12)
  }

  /// Mroz 1987, participation of women, as fitted by R 4.2.2 `glm`.
  @Test("Mroz")
  func mroz() throws {
    guard let table = ValidationFolder.table("glm/mroz_psid1976.csv") else { return }
    let names = ["nwifeinc", "education", "experience", "exper2", "age", "kidslt6", "kidsge6"]
    let fit = try fit(
      names.map { table[$0]!.map { Double($0)! } }, outcomes: table["inlf"]!.map { Double($0)! })
    let coefficients = [
      0.42545237743497694, -0.02134517469834867, 0.2211703702847104, 0.20586953107678804,
      -0.0031541040158329908, -0.08802437463910842, -1.4433541438874078, 0.06011222160917574,
    ]
    let errors = [
      0.8603697081823227, 0.008421449309079804, 0.04343963153078706, 0.032056914004079375,
      0.0010161114002633605, 0.014573012764193666, 0.20358487702402023, 0.07478974985804122,
    ]
    #expect(zip(fit.coefficients, coefficients).map { digits($0, $1) }.min()! > 8)
    #expect(zip(fit.standardErrors, errors).map { digits($0, $1) }.min()! > 6)
  }

  private func fit(_ columns: [[Double]], outcomes: [Double]) throws -> LogisticFit {
    let ones = [Double](repeating: 1, count: outcomes.count)
    let design = Matrix(
      rows: outcomes.count, columns: columns.count + 1, columnMajor: ([ones] + columns).flatMap { $0 })
    let names = (0...columns.count).map { "x\($0)" }
    let fit = try LogisticModel().fit(design: design, outcomes: outcomes, names: names)
    print("logistic fit of \(outcomes.count) rows: \(fit.iterations) iterations", fit.coefficients)
    return fit
  }
}
