import LinearAlgebra
import Regression
import Testing

/// Absorbed effects whose every bit is carried: on any number of threads, under each `OPENBLAS_CORETYPE`.
@Suite("The same bits of absorbed effects") struct EffectDigestTests {
  /// Rows of five blocks, so that several threads have work.
  private static let rows = 4 * RowBlocks.length + 1001

  private static func sample(_ rows: Int) -> (Sample, [Grouping]) {
    var numbers = TestNumbers(seed: 17)
    let x = [numbers.uniforms(rows), numbers.uniforms(rows)]
    let effects = [
      numbers.grouping("unit", levels: 60, rows: rows), numbers.grouping("period", levels: 12, rows: rows),
    ]
    let noise = numbers.uniforms(rows)
    let y = (0..<rows).map { row -> Double in
      let level = Double(effects[0].codes[row])
      return x[0][row] - x[1][row] / 2 + noise[row] + level / 8
    }
    return (AbsorbingModelTests.sample(x, y), effects)
  }

  /// A digest of the bits of some numbers: FNV-1a over their 64-bit patterns.
  private func digest(_ numbers: [Double]) -> UInt64 {
    numbers.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1.bitPattern) &* 0x100_0000_01b3 }
  }

  /// Blocks are put together in their order, whichever thread ends first: one after the other on the calling
  /// thread, as many at a time as there are cores, and many fits at once competing for them give one answer.
  @Test("the same digits with different numbers of threads")
  func threads() throws {
    let (sample, effects) = Self.sample(Self.rows)
    let fit = { @Sendable () -> [Double] in
      guard let fit = try? AbsorbingModel(effects: effects).fit(sample) else { return [] }
      return fit.coefficients + fit.covariance.storage
    }
    let alone = fit()
    #expect(alone.count == 6)
    #expect(RowBlocks.parallelMap(3) { _ in fit() } == [alone, alone, alone])
  }

  @Test("sums of blocks are those of a plain loop over them")
  func blocks() {
    let values = (0..<Self.rows).map { 1 / Double($0 + 1) }
    let sum = { @Sendable (rows: Range<Int>) in rows.reduce(0.0) { $0 + values[$1] } }
    let starts = stride(from: 0, to: Self.rows, by: RowBlocks.length)
    let plain = starts.map { sum($0..<min($0 + RowBlocks.length, Self.rows)) }
    for _ in 0..<5 { #expect(RowBlocks.map(rows: Self.rows, sum) == plain) }
  }

  @Test("robust and clustered errors beside absorbed effects")
  func errors() throws {
    let (sample, effects) = Self.sample(400)
    let fit = try AbsorbingModel(effects: effects).fit(sample)
    let kinds: [CovarianceKind] = [
      .heteroskedastic(.hc0), .heteroskedastic(.hc1), .heteroskedastic(.hc2), .heteroskedastic(.hc3),
      .cluster([effects[0]], .cr0), .cluster([effects[0]], .cr1), .cluster([effects[0]], .cr2),
      .cluster(effects, .cr1),
    ]
    let found = try kinds.map { digest(try fit.covariance($0).standardErrors) }
    let expected: [UInt64] = [
      10_150_704_875_723_962_784, 12_678_308_138_299_255_358, 11_622_375_094_473_287_103,
      14_778_991_524_202_223_203, 14_301_742_130_704_809_195, 17_107_631_267_064_239_403,
      16_175_262_446_942_876_525, 16_523_279_009_397_050_052,
    ]
    #expect(found == expected)
  }

  @Test("robust and clustered errors of nearly equal columns")
  func plainErrors() throws {
    let data = LawCase(seed: 4, conditioning: 0x1p20)
    let fit = try LinearModel().fit(data.sample)
    let kinds: [CovarianceKind] = [
      .heteroskedastic(.hc0), .heteroskedastic(.hc1), .heteroskedastic(.hc2), .heteroskedastic(.hc3),
      .cluster([data.units], .cr0), .cluster([data.units], .cr1), .cluster([data.units], .cr2),
    ]
    let found = try kinds.map { digest(try fit.covariance($0).standardErrors) }
    let expected: [UInt64] = [
      14_155_316_480_738_707_437, 1_311_653_536_362_201_360, 8_107_228_876_100_782_622,
      5_841_976_496_843_850_381, 8_687_940_825_292_864_472, 6_067_228_272_625_003_021,
      5_773_782_027_416_732_606,
    ]
    #expect(found == expected)
  }
}
