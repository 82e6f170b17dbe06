import LinearAlgebra
import Regression
import Testing

/// A small unbalanced panel with figures carried: R 4.2.2, plm 2.6.2, by `Scripts/plm.R`.
@Suite("Panels, carried")
struct PanelTests {
  private func expect(_ fit: PanelFit, _ coefficients: [Double], _ errors: [Double], r2: [Double]) {
    #expect(zip(fit.coefficients, coefficients).map { digits($0, $1) }.min()! > 11, "\(fit.estimator)")
    #expect(zip(fit.standardErrors, errors).map { digits($0, $1) }.min()! > 11, "\(fit.estimator)")
    #expect(digits(fit.rSquared, r2[0]) > 11 && digits(fit.adjustedRSquared, r2[1]) > 11)
  }

  @Test("estimators")
  func estimators() throws {
    let panel = try MadePanel()
    expect(
      try PooledModel().fit(panel.sample), [2.03675641566075027, 0.51668975645559878, -1.19356931446846892],
      [0.24726692895386598, 0.31455043662358834, 0.31246602977701815],
      r2: [0.19801322488112760, 0.17476723139942107])
    let units = panel.index.units
    expect(
      try WithinModel(effects: [units]).fit(panel.sample), [0.78641950779069569, -1.18832198999598559],
      [0.11872346430528069, 0.13132808920762923], r2: [0.68807930194252565, 0.61816604203309167])
    expect(
      try WithinModel(effects: [units, panel.index.periods]).fit(panel.sample),
      [0.79622111211087276, -1.12111812834831204], [0.13443332776668340, 0.15466612946843497],
      r2: [0.63843068198265795, 0.46517871709934822])
    expect(
      try BetweenModel(groups: units).fit(panel.sample),
      [5.2913469638875679, -8.4544826879723747, 1.0354202616835364],
      [1.7976295512458391, 3.7370979932687445, 1.2872400878419816],
      r2: [0.36275622314883821, 0.22114649495969108])
    expect(
      try FirstDifferenceModel(index: panel.index).fit(panel.sample),
      [0.01104753058221793, 0.69548664848217312, -0.99358206507395341],
      [0.053134949802236257, 0.141870070985784746, 0.130171966617801477],
      r2: [0.58062026145418244, 0.56590518290871517])
    expect(
      try RandomEffectsModel(groups: units).fit(panel.sample),
      [1.77322055846783400, 0.77828659885574403, -1.17504394962551184],
      [0.21967800342758373, 0.12326821190966790, 0.13563143281225454],
      r2: [0.62546911101665692, 0.61461314322003835])
  }

  @Test("effects, components and tests")
  func tests() throws {
    let panel = try MadePanel()
    let units = panel.index.units
    let pooled = try PooledModel().fit(panel.sample)
    let within = try WithinModel(effects: [units]).fit(panel.sample)
    let two = try WithinModel(effects: [units, panel.index.periods]).fit(panel.sample)
    let random = try RandomEffectsModel(groups: units).fit(panel.sample)
    let effects = [0.38693048013834508, 2.11572876707087776, 1.37676839407784413, 2.65191169430723006]
    #expect(zip(within.effects[0].values, effects).allSatisfy { digits($0, $1) > 12 })
    #expect(digits(random.components!.idiosyncratic, 0.081163931533787564) > 11)
    #expect(digits(random.components!.individual, 0.421163672770653807) > 11)
    let hausman = try hausman(consistent: within, efficient: random)
    #expect(digits(hausman.statistic, 0.21326252024848136) > 9)
    #expect(digits(hausman.pValue, 0.89885705632870116) > 9)
    #expect(digits(try effectsTest(within: within, pooled: pooled).statistic, 40.503432100284989) > 11)
    #expect(digits(try effectsTest(within: two, pooled: pooled).statistic, 20.44150316383827) > 11)
    let multiplier = try LagrangeMultiplier(residuals: pooled.residuals, index: panel.index)
    #expect(digits(try multiplier.test().statistic, 101.16175965097788) > 11)
  }

  @Test("an intercept alone: random effects are those of the analysis of variance")
  func interceptAlone() throws {
    let panel = try MadePanel()
    let sample = Sample(
      design: panel.sample.design.selecting(columns: [0]), response: panel.sample.response)
    let units = panel.index.units
    let within = try WithinModel(effects: [units]).fit(sample)
    let random = try RandomEffectsModel(groups: units).fit(sample)
    #expect(within.names.isEmpty && within.slopesTest == nil && random.slopesTest == nil)
    #expect(digits(random.components!.idiosyncratic, within.sigma * within.sigma) > 13)
    #expect(random.components!.individual > 0 && random.names == [Design.intercept])
    #expect(throws: RegressionError.self) { try hausman(consistent: within, efficient: random) }
    #expect(throws: RegressionError.self) { try RandomEffectsModel(groups: units).mundlak(sample) }
  }

  @Test("refused with the place and the way out")
  func refused() throws {
    let panel = try MadePanel()
    let units = panel.index.units
    #expect(throws: RegressionError.duplicatePeriod(unit: "a", period: "2", rows: [1, 3])) {
      try PanelIndex(
        units: Grouping(name: "u", labels: ["a", "a", "b", "a"]),
        periods: Grouping(name: "p", labels: ["1", "2", "1", "2"]))
    }
    #expect(throws: RegressionError.lengthMismatch(what: "periods", expected: 2, found: 1)) {
      try PanelIndex(
        units: Grouping(name: "u", labels: ["a", "b"]), periods: Grouping(name: "p", labels: ["1"]))
    }
    let fixed = Sample(
      design: Design(
        names: ["x1", "size"],
        matrix: WideMatrix(
          rows: units.codes.count,
          columns: [panel.sample.design.matrix.column(1), WideVector(units.codes.map { Double($0) / 10 })])),
      response: panel.sample.response)
    #expect(throws: RegressionError.absorbed(columns: ["size"], effects: ["g"])) {
      try WithinModel(effects: [units]).fit(fixed)
    }
    #expect(throws: RegressionError.absorbed(columns: ["size"], effects: ["g"])) {
      try FirstDifferenceModel(index: panel.index).fit(fixed)
    }
    #expect(try WithinModel(effects: [units], aliasing: .leftToRight).fit(fixed).aliased == ["size"])
    #expect(throws: RegressionError.self) { try RandomEffectsModel(groups: units).fit(panel.weighted()) }
    #expect(throws: RegressionError.self) { try BetweenModel(groups: units).fit(panel.weighted()) }
    #expect(throws: RegressionError.self) { try WithinModel(effects: []).fit(panel.sample) }
    let single = Grouping(name: "row", labels: units.codes.indices.map { "\($0)" })
    #expect(throws: RegressionError.self) { try WithinModel(effects: [single]).fit(panel.sample) }
    #expect(throws: RegressionError.self) { try MixedModel(groups: single).fit(panel.sample) }
    #expect(throws: RegressionError.tooFewGroups(name: "all", groups: 1, needed: 2)) {
      try MixedModel(groups: Grouping(name: "all", labels: units.codes.map { _ in "1" })).fit(panel.sample)
    }
  }
}
