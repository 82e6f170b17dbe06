import LinearAlgebra
import Regression
import Testing

@Suite("Linear models with effects swept out")
struct AbsorbingModelTests {
  static func sample(
    _ columns: [[Double]], _ response: [Double], weights: [Double]? = nil, offset: [Double]? = nil
  ) -> Sample {
    let names = columns.indices.map { "x\($0)" }
    return Sample(
      design: Design(
        names: names, matrix: WideMatrix(rows: response.count, columns: columns.map { WideVector($0) })),
      response: WideVector(response), weights: weights, offset: offset.map { WideVector($0) })
  }

  /// Two covariates, two effects, forty rows.
  struct Case {
    let effects: [Grouping]
    let columns: [[Double]]
    let response: [Double]
    let weights: [Double]

    init(seed: UInt64) {
      var numbers = TestNumbers(seed: seed)
      effects = [
        numbers.grouping("unit", levels: 7, rows: 40), numbers.grouping("period", levels: 5, rows: 40),
      ]
      columns = [numbers.uniforms(40), numbers.uniforms(40)]
      response = numbers.uniforms(40)
      weights = (0..<40).map { _ in Double(1 + numbers.below(3)) }
    }

    var sample: Sample { AbsorbingModelTests.sample(columns, response, weights: weights) }
  }

  @Test("within is dummies: coefficients, errors, residuals, leverages")
  func dummies() throws {
    let data = Case(seed: 3)
    let fit = try AbsorbingModel(effects: data.effects).fit(data.sample)
    var dummies: [[Double]] = []
    for (index, effect) in data.effects.enumerated() {
      for level in effect.levels.indices.dropFirst(index) {
        dummies.append(effect.codes.map { Int($0) == level ? 1 : 0 })
      }
    }
    let whole = try LinearModel().fit(
      AbsorbingModelTests.sample(data.columns + dummies, data.response, weights: data.weights))
    for column in 0..<2 {
      #expect(digits(fit.coefficients[column], whole.coefficients[column]) > 12)
      #expect(digits(fit.standardErrors[column], whole.standardErrors[column]) > 12)
    }
    #expect(digits(fit.sigma, whole.sigma) > 12)
    #expect(fit.residualDegreesOfFreedom == whole.residualDegreesOfFreedom)
    for row in 0..<40 {
      #expect(abs(fit.residuals[row] - whole.residuals[row]) < 1e-14)
      #expect(abs(fit.fitted[row] - whole.fitted[row]) < 1e-14)
      #expect(abs(fit.sandwich.leverages[row] - whole.sandwich.leverages[row]) < 1e-13)
    }
    for kind in CovarianceKind.HeteroskedasticKind.allCases {
      let own = try fit.covariance(.heteroskedastic(kind)).standardErrors
      let expected = try whole.covariance(.heteroskedastic(kind)).standardErrors
      for column in 0..<2 { #expect(digits(own[column], expected[column]) > 12) }
    }
  }

  @Test("a weight of three is a row given three times")
  func replication() throws {
    let data = Case(seed: 4)
    let rows = data.weights.indices.flatMap { row in (0..<Int(data.weights[row])).map { _ in row } }
    let repeated = AbsorbingModelTests.sample(
      data.columns.map { column in rows.map { column[$0] } }, rows.map { data.response[$0] })
    let weighted = try AbsorbingModel(effects: data.effects).fit(data.sample)
    let long = try AbsorbingModel(effects: data.effects.map { $0.selecting(rows: rows) }).fit(repeated)
    for column in 0..<2 {
      #expect(digits(weighted.coefficients[column], long.coefficients[column]) > 12)
      #expect(
        digits(weighted.unscaledCovariance[column, column], long.unscaledCovariance[column, column]) > 12)
    }
    #expect(digits(weighted.withinRSquared, long.withinRSquared) > 12)
    #expect(digits(weighted.rSquared, long.rSquared) > 12)
  }

  @Test("an offset is taken from the response; a row of weight zero changes nothing")
  func offsets() throws {
    let data = Case(seed: 5)
    let offset = data.columns[0].map { $0 * 2 }
    let model = AbsorbingModel(effects: data.effects)
    let plain = try model.fit(AbsorbingModelTests.sample(data.columns, data.response))
    let moved = try model.fit(AbsorbingModelTests.sample(data.columns, data.response, offset: offset))
    #expect(abs(plain.coefficients[0] - 2 - moved.coefficients[0]) < 1e-14)
    var weights = [Double](repeating: 1, count: 40)
    weights[7] = 0
    let kept = (0..<40).filter { $0 != 7 }
    let without = try AbsorbingModel(effects: data.effects.map { $0.selecting(rows: kept) }).fit(
      AbsorbingModelTests.sample(
        data.columns.map { column in kept.map { column[$0] } }, kept.map { data.response[$0] }))
    let zero = try model.fit(AbsorbingModelTests.sample(data.columns, data.response, weights: weights))
    for column in 0..<2 { #expect(digits(zero.coefficients[column], without.coefficients[column]) > 12) }
    #expect(zero.residualDegreesOfFreedom == without.residualDegreesOfFreedom)
    #expect(digits(zero.sigma, without.sigma) > 12)
  }

  @Test("a column that is a function of an effect is named, or left out on request")
  func absorbed() throws {
    let data = Case(seed: 6)
    let byUnit = data.effects[0].codes.map { Double($0 * $0) + 0.1 }
    let sample = AbsorbingModelTests.sample([data.columns[0], byUnit], data.response)
    #expect(throws: RegressionError.absorbed(columns: ["x1"], effects: ["unit", "period"])) {
      try AbsorbingModel(effects: data.effects).fit(sample)
    }
    let fit = try AbsorbingModel(effects: data.effects, aliasing: .leftToRight).fit(sample)
    #expect(fit.names == ["x0"] && fit.aliased == ["x1"])
    let swept = try WithinTransform(effects: data.effects).residuals(of: WideVector(byUnit))
    #expect(swept.high.allSatisfy { $0 == 0 })
    let plain = try WithinTransform(effects: data.effects).residuals(ofColumns: byUnit)
    #expect(plain.allSatisfy { $0 == 0 })
  }

  @Test("parts that nothing connects have dummies of their own")
  func disconnected() throws {
    let units = Grouping(name: "unit", labels: ["1", "1", "2", "2", "3", "3", "4", "4"])
    let periods = Grouping(name: "period", labels: ["1", "2", "1", "2", "3", "4", "3", "4"])
    let transform = try WithinTransform(effects: [units, periods])
    #expect(transform.parameters == 6)
    #expect(transform.parameters(notNestedIn: [units]) == 3)
    let x = [1.0, 4, 2, 8, 5, 7, 1, 1]
    let expected = try WithinTransformTests.byDummies(x, [units, periods], nil)
    let swept = try transform.residuals(of: WideVector(x)).high
    for row in 0..<8 { #expect(abs(swept[row] - expected[row]) < 1e-15) }
  }

  @Test("wrong input is refused with both numbers")
  func refused() throws {
    let data = Case(seed: 7)
    let short = Grouping(name: "short", labels: ["1", "2"])
    #expect(throws: RegressionError.lengthMismatch(what: "rows of 'short'", expected: 40, found: 2)) {
      try WithinTransform(effects: [data.effects[0], short])
    }
    #expect(throws: RegressionError.lengthMismatch(what: "values of a column", expected: 40, found: 3)) {
      try WithinTransform(effects: data.effects).residuals(of: WideVector([1, 2, 3]))
    }
    #expect(throws: RegressionError.self) { try AbsorbingModel(effects: []).fit(data.sample) }
    let each = Grouping(name: "row", labels: (0..<40).map(String.init))
    #expect(throws: RegressionError.absorbed(columns: ["x0", "x1"], effects: ["row"])) {
      try AbsorbingModel(effects: [each]).fit(data.sample)
    }
  }
}
