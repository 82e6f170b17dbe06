import LinearAlgebra
import Regression
import Testing

/// Fits whose every bit is carried: the same under each `OPENBLAS_CORETYPE` and with FMA and AVX2 hidden.
@Suite("The same bits on every processor")
struct SameBitsTests {
  /// 203 rows of six columns: intercept, trend, two nearly equal columns, a wave and a step of odd scale.
  static let design = Matrix(
    rowMajor: (0..<203).map { (row: Int) -> [Double] in
      let wave = Double(row * row * 37 % 211) / 211
      let trend = Double(row) / 64
      return [
        1, trend, trend * trend, trend * trend + Double(row * 13 % 17) / 16384, wave,
        row % 5 == 0 ? 1e6 / 3 : 0,
      ]
    })
  static let outcomes = (0..<203).map { (row: Int) -> Double in Double((row * row * 53 + row) % 197 % 2) }
  static let names = (0..<6).map { "x\($0)" }

  /// A digest of the bits of some numbers: FNV-1a over their 64-bit patterns.
  private func digest(_ numbers: [Double]) -> UInt64 {
    numbers.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1.bitPattern) &* 0x100_0000_01b3 }
  }

  @Test("least squares")
  func leastSquares() throws {
    let response = SameBitsTests.outcomes.indices.map { Double($0 * 7919 % 1009) / 7 }
    let fit = try LinearModel().fit(
      design: SameBitsTests.design, response: response, names: SameBitsTests.names)
    #expect(digest(fit.coefficients) == 0x25a8_0e3c_38fc_3259)
    #expect(digest(fit.covariance.storage) == 0x95ab_b482_8f48_ccce)
    #expect(digest(fit.residuals) == 0xfb81_e75a_3262_8237)
  }

  @Test("logistic, without and with a prior")
  func logistic() throws {
    let prior = NormalPrior(
      means: [0, 1, 0, 0, 0.1, 0], standardDeviations: [.infinity, 0.3, 0.1, 0.1, 2, 1e-6])
    let cases: [(NormalPrior?, UInt64)] = [(nil, 0xa29e_c1e3_822a_bb88), (prior, 0xf45f_81eb_1367_feab)]
    for (prior, expected) in cases {
      let fit = try GeneralizedLinearModel(family: .binomial, prior: prior).fit(
        design: SameBitsTests.design, response: SameBitsTests.outcomes, names: SameBitsTests.names)
      #expect(digest(fit.coefficients + fit.covariance.storage + [fit.logLikelihood]) == expected)
    }
  }
}
