import LinearAlgebra
import Regression
import Testing

/// Identities between estimators. Both sides are refined in double-double: they agree to 1e-12 of the larger
/// of value and standard error, whatever the conditioning.
@Suite("Identities between estimators") struct LinearIdentityTests {
  static let conditionings = [1, 0x1p10, 0x1p20, 0x1p27]

  private let linear = LawEstimator.linear[0]

  /// Regressing the response on what the other columns leave of one column gives its coefficient and
  /// residuals (Frisch and Waugh 1933, Lovell 1963).
  @Test("Frisch-Waugh-Lovell", arguments: conditionings)
  func partialled(_ conditioning: Double) throws {
    let data = LawCase(seed: 3, conditioning: conditioning)
    let full = try LinearModel().fit(data.sample)
    let names = data.sample.design.names
    for (index, name) in names.enumerated() {
      let others = data.sample.design.selecting(columns: names.indices.filter { $0 != index })
      let rest = { (target: WideVector) in
        try LinearModel().fit(Sample(design: others, response: target)).wideResiduals
      }
      let column = WideMatrix(rows: 40, columns: [try rest(data.column(index))])
      let fit = try LinearModel().fit(
        Sample(design: Design(names: [name], matrix: column), response: try rest(data.sample.response)))
      let error = full.standardErrors[index]
      linear.expect(fit.coefficients[0], full.coefficients[index], error, name)
      let scale = (full.residualDegreesOfFreedom / fit.residualDegreesOfFreedom).squareRoot()
      linear.expect(fit.standardErrors[0], error * scale, error, name)
      #expect(zip(fit.residuals, full.residuals).allSatisfy { ($0 - $1).magnitude < 1e-12 * full.sigma })
    }
  }

  @Test("a dummy per unit is the within estimator, and absorbing", arguments: conditionings)
  func dummies(_ conditioning: Double) throws {
    let data = LawCase(seed: 5, conditioning: conditioning)
    var dummies = data
    for unit in 1..<8 {
      dummies = dummies.adding(
        "unit\(unit)", WideVector(data.units.codes.map { Int($0) == unit ? 1 : 0 }))
    }
    let full = try LawFit(LinearModel().fit(dummies.sample))
    let within = try LawFit(WithinModel(effects: [data.units]).fit(data.sample))
    let absorbing = try LawFit(AbsorbingModel(effects: [data.units]).fit(data.sample))
    for name in ["x1", "x2", "x3"] {
      let (value, error) = (full.coefficients[name]!, full.errors[name]!)
      for fit in [within, absorbing] {
        linear.expect(fit.coefficients[name]!, value, error, name)
        linear.expect(fit.errors[name]!, error, error, "error of \(name)")
      }
    }
  }

  @Test("fitted values are design times coefficients, and response less residuals", arguments: conditionings)
  func fitted(_ conditioning: Double) throws {
    let data = LawCase(seed: 8, conditioning: conditioning)
    let fit = try LinearModel().fit(data.sample)
    let ridge = try RidgeModel(penalty: 0.1).fit(data.sample)
    for (coefficients, fitted, residuals) in [
      (fit.coefficients, fit.fitted, fit.residuals), (ridge.coefficients, ridge.fitted, ridge.residuals),
    ] {
      for row in 0..<40 {
        let terms = coefficients.indices.map { coefficients[$0] * data.sample.design.matrix[row, $0].value }
        let size = terms.reduce(1) { $0 + $1.magnitude }
        #expect((terms.reduce(0, +) - fitted[row]).magnitude < 1e-14 * size)
        #expect((fitted[row] + residuals[row] - data.sample.response.high[row]).magnitude < 1e-14 * size)
      }
    }
  }

  /// Coefficients of refined least squares lie on a grid far finer than a double: order of rows and blocks
  /// of lanes cannot be seen in them.
  @Test("least squares coefficients have the same bits in any order of rows")
  func sameBits() throws {
    let data = LawCase(seed: 21, conditioning: 0x1p20)
    let plain = try LinearModel().fit(data.sample).coefficients
    for step in [3, 7, 17, 39] {
      let permuted = data.selecting(rows: (0..<40).map { $0 * step % 40 })
      #expect(try LinearModel().fit(permuted.sample).coefficients == plain)
    }
  }
}
