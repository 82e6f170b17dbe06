import Measures
import Testing

@Suite("Extra contribution needed") struct ExtraToRestoreTests {
  private static func extra(_ extrabudgetary: Double, _ regular: Double, _ sign: Comparison, _ line: Double)
    -> Double?
  {
    FundingMix.extraToRestore(
      extrabudgetary: extrabudgetary, regularBudget: regular,
      threshold: Threshold(sign, line, source: "assumption"))
  }

  @Test("more than half takes a cent more than at least half")
  func strict() {
    #expect(Self.extra(400, 1_000, .above, 0.5) == 601)
    #expect(Self.extra(400, 1_000, .atLeast, 0.5) == 600)
    #expect(Self.extra(1_000, 1_000, .above, 0.5) == 1)
    #expect(Self.extra(1_000, 1_000, .atLeast, 0.5) == 0)
    #expect(Self.extra(0, 10_000_000_000_000, .above, 0.5) == 10_000_000_000_001)
    #expect(Self.extra(-50, 100, .above, 0.5) == 151)
  }

  @Test("the share of nothing, and thresholds no gift can reach")
  func edges() {
    #expect(Self.extra(0, 0, .above, 0.5) == 1)
    #expect(Self.extra(5, 0, .above, 0.5) == 0)
    #expect(Self.extra(5, 0, .atLeast, 1) == 0)
    #expect(Self.extra(0, 0, .atLeast, 1) == 1)
    #expect(Self.extra(5, 10, .atLeast, 1) == nil)
    #expect(Self.extra(5, 10, .above, 1) == nil)
    #expect(Self.extra(5, 0, .above, 1) == nil)
    #expect(Self.extra(5, -1, .above, 0.5) == nil)
    #expect(Self.extra(90, 10, .atMost, 0.5) == nil)
    #expect(Self.extra(10, 90, .below, 0.5) == 0)
    #expect(Self.extra(0, 10_000_000_000_000, .above, 0.9999) == nil)
  }

  @Test("the answer is enough and a cent less is not", arguments: [0.1, 0.3, 0.5, 0.6, 0.7, 2.0 / 3, 0.9])
  func smallest(line: Double) throws {
    for comparison in [Comparison.above, .atLeast] {
      for received in stride(from: 0.0, through: 40, by: 1) {
        for regular in stride(from: 1.0, through: 40, by: 1) {
          let extra = try #require(Self.extra(received, regular, comparison, line))
          func isEnough(_ extra: Double) -> Bool {
            comparison.holds((received + extra) / (received + extra + regular), against: line)
          }
          #expect(isEnough(extra) && (extra == 0 || !isEnough(extra - 1)))
        }
      }
    }
  }

  @Test("negative parts have no share")
  func share() {
    #expect(FundingMix.extrabudgetaryShare(extrabudgetary: 3, regularBudget: 1) == 0.75)
    #expect(FundingMix.extrabudgetaryShare(extrabudgetary: 0, regularBudget: 0) == nil)
    #expect(FundingMix.extrabudgetaryShare(extrabudgetary: -1, regularBudget: 2) == nil)
    #expect(FundingMix.extrabudgetaryShare(extrabudgetary: 2, regularBudget: -1) == nil)
  }
}
