import LinearAlgebra
import Regression
import Testing

@Suite("Poisson with effects swept out")
struct PoissonModelTests {
  static let y: [Double] = [2, 0, 1, 5, 3, 0, 4, 7, 1, 0, 2, 6, 0, 3, 1, 9, 0, 0, 0, 0, 8, 2, 5, 1]
  static let x = [
    0.3, -1.2, 0.5, 1.1, 0.7, -0.4, 0.9, 1.6, -0.8, -1.5, 0.2, 1.3, -0.6, 0.4, -0.1, 1.9, 0.8, -0.3, 0.1, 0.6,
    1.4, -0.2, 1.0, -0.9,
  ]
  static let z: [Double] = [1, 2, 0, 1, 3, 1, 2, 0, 1, 2, 2, 1, 0, 3, 1, 2, 1, 0, 2, 3, 1, 1, 0, 2]
  static let weights: [Double] = [1, 2, 1, 1, 3, 1, 1, 2, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1, 2, 1, 1, 3, 1, 1]
  static let exposure: [Int] = [1, 2, 1, 3, 2, 1, 1, 2, 1, 4, 2, 1, 1, 1, 2, 1, 3, 1, 2, 1, 1, 2, 1, 1]
  static let logs = [0, 0.6931471805599453, 1.0986122886681098, 1.3862943611198906]
  static let units = Grouping(name: "unit", labels: (0..<24).map { String($0 / 4 + 1) })
  static let periods = Grouping(name: "period", labels: (0..<24).map { String($0 % 4 + 1) })

  static var sample: Sample {
    AbsorbingModelTests.sample([x, z], y, weights: weights, offset: exposure.map { logs[$0 - 1] })
  }

  /// R 4.2.2, `glm` with dummies; see Scripts/poisson.R. R's errors are good to about 1e-8.
  @Test("agrees with R's glm on dummies; a unit of zeros is named and left out")
  func peer() throws {
    let fit = try PoissonModel(effects: [PoissonModelTests.units, PoissonModelTests.periods]).fit(
      PoissonModelTests.sample)
    #expect(digits(fit.coefficients[0], 1.437851679339113) > 11)
    #expect(digits(fit.coefficients[1], 0.173252717560935) > 11)
    #expect(digits(fit.standardErrors[0], 0.367512305434378) > 7.5)
    #expect(digits(fit.standardErrors[1], 0.197008339401876) > 7.5)
    #expect(digits(fit.deviance, 10.1209105824201) > 12)
    #expect(digits(fit.logLikelihood, -38.1527368303987) > 12)
    #expect(fit.residualDegreesOfFreedom == 10 && fit.observations == 20)
    #expect(fit.separated.map(\.effect) == ["unit"])
    #expect(fit.separated.map(\.level) == ["5"] && fit.separated.map(\.rows) == [4])
  }

  @Test("fitted means add up to the responses in every level")
  func sums() throws {
    let sample = AbsorbingModelTests.sample([PoissonModelTests.x], PoissonModelTests.y)
    let fit = try PoissonModel(effects: [PoissonModelTests.units, PoissonModelTests.periods]).fit(sample)
    for effect in [PoissonModelTests.units, PoissonModelTests.periods] {
      var rest = [Double](repeating: 0, count: effect.levels.count)
      for (index, row) in fit.rows.enumerated() {
        rest[Int(effect.codes[row])] += PoissonModelTests.y[row] - fit.fitted[index]
      }
      #expect(rest.allSatisfy { abs($0) < 1e-11 })
    }
    let clustered = try fit.covariance(.cluster([PoissonModelTests.units], .cr1))
    #expect(clustered.standardErrors[0].isFinite)
  }

  @Test("wrong input is refused")
  func refused() throws {
    let negative = AbsorbingModelTests.sample([[1, 2]], [1, -1])
    let pair = Grouping(name: "g", labels: ["1", "1"])
    #expect(throws: RegressionError.responseOutOfRange(row: 1, value: -1, allowed: "zero or more")) {
      try PoissonModel(effects: [pair]).fit(negative)
    }
    #expect(throws: RegressionError.noDegreesOfFreedom(rows: 0, parameters: 1)) {
      try PoissonModel(effects: [pair]).fit(AbsorbingModelTests.sample([[1, 2]], [0, 0]))
    }
  }
}
