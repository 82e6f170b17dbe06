import LinearAlgebra
import Regression
import Testing

@Suite("Laws of panel estimators")
struct PanelLawTests {
  /// The design with the dummies of some groupings before its slopes, the first level of all but one gone.
  private func withDummies(_ sample: Sample, _ groupings: [Grouping]) -> Sample {
    var names: [String] = []
    var columns: [WideVector] = []
    for (index, grouping) in groupings.enumerated() {
      for level in grouping.levels.indices where index == 0 || level > 0 {
        names.append("\(grouping.name)\(grouping.levels[level])")
        columns.append(WideVector(grouping.codes.map { Int($0) == level ? 1 : 0 }))
      }
    }
    for slope in sample.design.names.indices.dropFirst() {
      names.append(sample.design.names[slope])
      columns.append(sample.design.matrix.column(slope))
    }
    return Sample(
      design: Design(names: names, matrix: WideMatrix(rows: sample.rows, columns: columns)),
      response: sample.response, weights: sample.weights)
  }

  @Test("within equals dummies: slopes, errors, effects, leverage", arguments: [false, true])
  func dummies(weighted: Bool) throws {
    let panel = try MadePanel()
    let sample = weighted ? panel.weighted() : panel.sample
    for effects in [[panel.index.units], [panel.index.units, panel.index.periods]] {
      let within = try WithinModel(effects: effects).fit(sample)
      let dummies = try LinearModel().fit(withDummies(sample, effects))
      let shift = dummies.names.count - 2
      for slope in 0..<2 {
        #expect(digits(within.coefficients[slope], dummies.coefficients[shift + slope]) > 13)
        #expect(digits(within.standardErrors[slope], dummies.standardErrors[shift + slope]) > 13)
      }
      #expect(within.residualDegreesOfFreedom == dummies.residualDegreesOfFreedom)
      let levels = effects.indices.flatMap { within.effects[$0].values.dropFirst($0 == 0 ? 0 : 1) }
      #expect(zip(levels, dummies.coefficients).allSatisfy { digits($0, $1) > 11 })
      #expect(zip(within.residuals, dummies.residuals).allSatisfy { ($0 - $1).magnitude < 1e-14 })
      try expectLeverage(within, sample, effects)
      if effects.count == 1 {
        let errors = within.effects[0].standardErrors!
        #expect(zip(errors, dummies.standardErrors).allSatisfy { digits($0, $1) > 12 })
        let robust = try within.sandwich.covariance(.heteroskedastic(.hc3)).standardErrors
        let direct = try dummies.sandwich.covariance(.heteroskedastic(.hc3)).standardErrors
        for slope in 0..<2 { #expect(digits(robust[slope], direct[shift + slope]) > 10) }
      }
    }
  }

  /// The leverage on the effects alone is that on their dummies.
  private func expectLeverage(_ within: PanelFit, _ sample: Sample, _ effects: [Grouping]) throws {
    let slopeless = Sample(
      design: sample.design.selecting(columns: [0]), response: sample.response, weights: sample.weights)
    let dummies = try LinearModel().fit(withDummies(slopeless, effects)).sandwich
    let leverage = try #require(within.sandwich.effects?.leverage)
    for row in 0..<sample.rows {
      var sum = 0.0
      for one in 0..<dummies.bread.rows {
        for other in 0..<dummies.bread.rows {
          sum += dummies.design[row, one] * dummies.bread[one, other] * dummies.design[row, other]
        }
      }
      #expect((leverage[row] - sum).magnitude < 1e-12)
    }
  }

  @Test("three effects equal dummies, and add up to what was fitted")
  func threeEffects() throws {
    let panel = try MadePanel()
    let third = Grouping(name: "r", labels: (0..<panel.sample.rows).map { "\($0 * $0 % 5)" })
    let effects = [panel.index.units, panel.index.periods, third]
    let within = try WithinModel(effects: effects).fit(panel.sample)
    let dummies = try LinearModel().fit(withDummies(panel.sample, effects))
    #expect(digits(within.coefficients[0], dummies.coefficients[dummies.names.count - 2]) > 13)
    #expect(within.residualDegreesOfFreedom == dummies.residualDegreesOfFreedom)
    let levels = effects.indices.flatMap { within.effects[$0].values.dropFirst($0 == 0 ? 0 : 1) }
    #expect(levels.count == dummies.names.count - 2)
    #expect(zip(levels, dummies.coefficients).allSatisfy { digits($0, $1) > 10 })
  }

  /// Units 0-5 in periods 0-4, units 6-11 in periods 5-8: two panels side by side.
  @Test("two panels that share nothing count one effect less each, and their effects add up")
  func components() throws {
    let cells = (0..<12).flatMap { unit in
      (0..<(unit < 6 ? 5 : 4)).map { (unit, unit < 6 ? $0 : $0 + 5) }
    }
    let units = Grouping(name: "u", labels: cells.map { "\($0.0)" })
    let periods = Grouping(name: "p", labels: cells.map { "\($0.1)" })
    let x = cells.indices.map { Double($0 * 37 % 19) }
    let y = cells.indices.map { Double($0 * 61 % 23) }
    let sample = Sample(
      design: Design(names: ["x"], matrix: WideMatrix(rows: x.count, columns: [WideVector(x)])),
      response: WideVector(y))
    let fit = try WithinModel(effects: [units, periods]).fit(sample)
    #expect(fit.residualDegreesOfFreedom == Double(x.count - 1 - (12 + 9 - 2)))
    #expect(fit.effects[1].values[0] == 0 && fit.effects[1].values[5] == 0)
    for (row, cell) in cells.enumerated() {
      let effects = fit.effects[0].values[cell.0] + fit.effects[1].values[cell.1]
      #expect((effects + x[row] * fit.coefficients[0] + fit.residuals[row] - y[row]).magnitude < 1e-12)
    }
  }

  /// X'X = X~'X~ + sum n_i m_i m_i', and the same with y: pooled is a matrix-weighted mean of both.
  @Test("pooled lies between within and between")
  func decomposition() throws {
    let panel = try MadePanel()
    let one = Sample(design: panel.sample.design.selecting([0, 1]), response: panel.sample.response)
    let pooled = try PooledModel().fit(one)
    let within = try WithinModel(effects: [panel.index.units]).fit(one)
    let between = try BetweenModel(groups: panel.index.units, weightedByRows: true).fit(one)
    let scale = Double(panel.sample.rows) / Double(panel.index.units.levels.count)
    let (w, b) = (1 / within.sandwich.bread[0, 0], scale / between.sandwich.bread[1, 1])
    let mean = (w * within.coefficients[0] + b * between.coefficients[1]) / (w + b)
    #expect(digits(pooled.coefficients[1], mean) > 13)
  }

  @Test("random effects without variance are pooled, with much of it within")
  func limits() throws {
    let panel = try MadePanel()
    let flat = Sample(design: panel.sample.design, response: WideVector(panel.flat))
    let truncated = try RandomEffectsModel(groups: panel.index.units).fit(flat)
    let pooled = try PooledModel().fit(flat)
    #expect(truncated.components!.isTruncated && truncated.components!.individual == 0)
    #expect(truncated.components!.theta.allSatisfy { $0 == 0 })
    #expect(zip(truncated.coefficients, pooled.coefficients).allSatisfy { digits($0, $1) > 14 })
    #expect(zip(truncated.standardErrors, pooled.standardErrors).allSatisfy { digits($0, $1) > 14 })
    let apart = panel.index.units.codes.map { Double($0 * 37 % 23) * 1e7 }
    let spread = Sample(
      design: panel.sample.design, response: panel.sample.response + WideVector(apart))
    let random = try RandomEffectsModel(groups: panel.index.units).fit(spread)
    let within = try WithinModel(effects: [panel.index.units]).fit(spread)
    for slope in 0..<2 { #expect(digits(random.coefficients[slope + 1], within.coefficients[slope]) > 6) }
  }

  @Test("the order of rows does not matter")
  func order() throws {
    let (one, other) = (try MadePanel(), try MadePanel(shuffled: true))
    func fits(_ panel: MadePanel) throws -> [[Double]] {
      let (units, periods) = (panel.index.units, panel.index.periods)
      let fits = [
        try PooledModel().fit(panel.sample), try WithinModel(effects: [units, periods]).fit(panel.sample),
        try BetweenModel(groups: units).fit(panel.sample),
        try FirstDifferenceModel(index: panel.index).fit(panel.sample),
        try RandomEffectsModel(groups: units).fit(panel.sample),
      ]
      let mixed = try MixedModel(groups: units).fit(panel.sample)
      return fits.map { $0.coefficients + $0.standardErrors + $0.effects.flatMap(\.values) }
        + [mixed.coefficients + mixed.groupEffects.values + [mixed.criterion]]
    }
    for (a, b) in zip(try fits(one), try fits(other)) {
      #expect(a.count == b.count && zip(a, b).allSatisfy { digits($0, $1) > 12 })
    }
  }

  @Test("a difference of covariances that is none is said")
  func notPositive() throws {
    let panel = try MadePanel()
    let within = try WithinModel(effects: [panel.index.units]).fit(panel.sample)
    let pooled = try PooledModel().fit(panel.sample)
    #expect(try hausman(consistent: within, efficient: pooled).remark != nil)
    let random = try RandomEffectsModel(groups: panel.index.units).fit(panel.sample)
    #expect(try hausman(consistent: within, efficient: random).statistic > 0)
  }

  @Test("Mundlak's slopes are the within slopes, and its test can be clustered")
  func mundlak() throws {
    let panel = try MadePanel()
    let mundlak = try RandomEffectsModel(groups: panel.index.units).mundlak(panel.sample)
    let within = try WithinModel(effects: [panel.index.units]).fit(panel.sample)
    #expect(mundlak.fit.names == ["(Intercept)", "x1", "x2", "mean(x1)", "mean(x2)"])
    #expect(mundlak.means == [3, 4])
    for slope in 0..<2 {
      #expect(digits(mundlak.fit.coefficients[slope + 1], within.coefficients[slope]) > 12)
    }
    let wald = try mundlak.test(covariance: mundlak.fit.covariance)
    #expect(digits(wald.statistic, mundlak.test.statistic) > 11)
    let clustered = try mundlak.fit.sandwich.covariance(.cluster([panel.index.units], .cr1))
    #expect(try mundlak.test(covariance: clustered.matrix).pValue > 0)
  }
}

extension Design {
  /// Some columns.
  fileprivate func selecting(_ columns: [Int]) -> Design { selecting(columns: columns) }
}
