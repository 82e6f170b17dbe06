import Measures
import Testing

/// The founding case in cents: decision 4 taken up in full by two least developed and eight developing members.
private let host = 87_000_000.0
private let levels = [Double](repeating: 700_000, count: 2) + [Double](repeating: 3_000_000, count: 8)

@Suite("Concentration") struct ConcentrationTests {
  @Test("full take-up of decision 4: 77.4 %, 0.605, 1.65 contributors")
  func foundingCase() throws {
    let amounts = [host] + levels
    #expect(amounts.reduce(0, +) == 112_400_000)
    let share = try #require(Concentration.share(of: host, total: 112_400_000))
    let index = try #require(Concentration.herfindahl(amounts))
    let effective = try #require(Concentration.effectiveContributors(amounts))
    #expect(abs(share - 0.774) < 0.0005)
    #expect(abs(index - 0.605) < 0.0005)
    #expect(abs(effective - 1.65) < 0.005)
    #expect(Concentration.largestShare(amounts) == share)
  }

  @Test("half collection leaves the host 87.3 %")
  func halfCollected() throws {
    let share = try #require(Concentration.share(of: host, total: host + levels.reduce(0, +) / 2))
    #expect(abs(share - 0.873) < 0.0005)
  }

  @Test("n equal givers: index 1/n, n effective contributors", arguments: [1, 2, 4, 8])
  func equalGivers(count: Int) {
    let amounts = [Double](repeating: 500, count: count)
    #expect(Concentration.herfindahl(amounts) == 1 / Double(count))
    #expect(Concentration.effectiveContributors(amounts) == Double(count))
  }

  @Test("net refunds are left out; nothing received is not measurable")
  func edges() {
    #expect(Concentration.herfindahl([100, -40, 0]) == 1)
    #expect(Concentration.herfindahl([]) == nil)
    #expect(Concentration.herfindahl([-1, 0]) == nil)
    #expect(Concentration.effectiveContributors([0]) == nil)
    #expect(Concentration.largestShare([]) == nil)
    #expect(Concentration.largestShare([0, -5]) == nil)
    #expect(Concentration.share(of: 1, total: 0) == nil)
    #expect(Concentration.share(of: 1, total: -1) == nil)
  }
}

@Suite("Ratios") struct RatioTests {
  @Test("each ratio is its formula")
  func values() throws {
    #expect(FundingMix.inKindShare(inKind: 25, cash: 75) == 0.25)
    #expect(FundingMix.nonBudgetCurrencyShare(inOtherCurrencies: 1, total: 4) == 0.25)
    #expect(Predictability.attainment(received: 127, recommended: 254) == 0.5)
    #expect(Predictability.agreedCover(agreed: 870, plan: 1_000) == 0.87)
    #expect(Predictability.collectionRate(received: 9, due: 10) == 0.9)
    #expect(Resilience.reserveRatio(balance: 75, required: 150) == 0.5)
    #expect(Resilience.reserveRatio(balance: -75, required: 150) == -0.5)
    #expect(Resilience.monthsOfSpending(cash: 250, spending: 1_000, months: 12) == 3)
    #expect(Resilience.operatingMargin(revenue: 100, expenses: 125) == -0.25)
    #expect(Efficiency.staffShare(staff: 3, directSpending: 4) == 0.75)
    let support = try #require(Efficiency.supportCostRatio(supportCost: 13, directSpending: 100))
    #expect(abs(support - 0.115) < 0.0005)
  }

  @Test("nothing below the line is not measurable")
  func notMeasurable() {
    #expect(FundingMix.inKindShare(inKind: 0, cash: 0) == nil)
    #expect(FundingMix.nonBudgetCurrencyShare(inOtherCurrencies: 0, total: 0) == nil)
    #expect(Predictability.attainment(received: 1, recommended: 0) == nil)
    #expect(Predictability.agreedCover(agreed: 1, plan: 0) == nil)
    #expect(Predictability.collectionRate(received: 0, due: 0) == nil)
    #expect(Resilience.reserveRatio(balance: 1, required: 0) == nil)
    #expect(Resilience.monthsOfSpending(cash: 1, spending: 0, months: 12) == nil)
    #expect(Resilience.operatingMargin(revenue: 0, expenses: 1) == nil)
    #expect(Efficiency.staffShare(staff: 0, directSpending: 0) == nil)
    #expect(Efficiency.supportCostRatio(supportCost: 0, directSpending: 0) == nil)
  }
}
