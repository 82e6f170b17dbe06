import LinearAlgebra
import Regression
import Testing

/// Panel fits whose every bit is carried: the same under each `OPENBLAS_CORETYPE` and with FMA and AVX2 hidden.
@Suite("The same bits of panels on every processor")
struct PanelSameBitsTests {
  /// A digest of the bits of some numbers: FNV-1a over their 64-bit patterns.
  private func digest(_ numbers: [Double]) -> UInt64 {
    numbers.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1.bitPattern) &* 0x100_0000_01b3 }
  }

  private func digest(_ fit: PanelFit) -> UInt64 {
    digest(
      fit.coefficients + fit.covariance.storage + fit.residuals + fit.effects.flatMap(\.values)
        + (fit.components?.theta ?? []) + (fit.sandwich.effects?.leverage ?? []))
  }

  @Test("panel estimators")
  func estimators() throws {
    let panel = try MadePanel()
    let (units, periods) = (panel.index.units, panel.index.periods)
    let fits = [
      try PooledModel().fit(panel.weighted()),
      try WithinModel(effects: [units, periods]).fit(panel.weighted()),
      try BetweenModel(groups: units).fit(panel.sample),
      try FirstDifferenceModel(index: panel.index).fit(panel.sample),
      try RandomEffectsModel(groups: units).fit(panel.sample),
    ]
    let expected: [UInt64] = [
      11_291_342_632_964_722_211, 14_634_014_379_898_461_141, 14_663_852_022_312_078_474,
      12_186_528_577_152_995_427, 17_807_024_085_578_680_495,
    ]
    #expect(fits.map { digest($0) } == expected)
  }

  @Test("mixed model")
  func mixed() throws {
    let panel = try MadePanel()
    let fit = try MixedModel(groups: panel.index.units).fit(panel.weighted())
    let numbers = fit.coefficients + fit.covariance.storage + [fit.criterion, fit.varianceRatio]
    let groups = fit.groupEffects.values + fit.groupEffects.standardDeviations
    #expect(digest(numbers + groups) == 14_298_935_803_111_694_472)
  }
}
