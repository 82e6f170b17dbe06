import Measures
import Testing

@Suite("what contributors gave over years") struct FundHistoryTests {
  /// Three contributors over 2018-2020: 1,000, 800 and 600 a year.
  private let history = FundHistory(
    years: 2018...2020, amounts: [[600, 600, 600], [400, 0, 0], [0, 200, 0]], spending: [565, 678, 678])

  @Test("money over three years, by hand")
  func money() {
    #expect(history.income(2019) == 800)
    #expect(history.incomeCover(2018...2020) == 2400.0 / 1921)
    #expect(history.operatingMargin(2018...2020) == 479.0 / 2400)
    #expect(history.cumulativeMargin(through: 2019) == (1800.0 - 1243) / 1800)
    // Mean 800, deviations 200, 0, -200.
    #expect(history.volatility(through: 2020) == (80_000.0 / 3).squareRoot() / 800)
    #expect(history.volatility(through: 2019) == nil)
  }

  @Test("contributors over three years, by hand")
  func contributors() throws {
    #expect(history.contributors(2018...2020) == 5.0 / 3)
    // 2019: one of two gave again; 2020: one of two.
    #expect(history.retention(2018...2020) == 0.5)
    let turnover = try #require(history.turnover(2019))
    #expect(turnover == (new: 1, lapsed: 1, returned: 0))
    #expect(history.turnover(2018) == nil)
    #expect(history.regularIncome(2018...2020) == 600)
    #expect(history.totals(2018...2020) == [1800, 400, 200])
  }

  @Test("who gives again after a gap has returned and is not new")
  func returned() throws {
    let gap = FundHistory(years: 2018...2020, amounts: [[5, 0, 5], [0, 0, 1]], spending: [nil, nil, nil])
    let turnover = try #require(gap.turnover(2020))
    #expect(turnover == (new: 1, lapsed: 0, returned: 1))
    #expect(gap.retention(2018...2020) == 0)
  }

  @Test("what the record does not hold is not measurable")
  func outside() {
    #expect(history.window(3, endingIn: 2019) == nil)
    #expect(history.window(3, endingIn: 2020) == 2018...2020)
    let silent = FundHistory(years: 2018...2020, amounts: [[0, 0, 0]], spending: [0, nil, 0])
    #expect(silent.incomeCover(2018...2020) == nil)
    #expect(silent.operatingMargin(2018...2020) == nil)
    #expect(silent.volatility(through: 2020) == nil)
    #expect(silent.retention(2018...2020) == nil)
    let refunded = FundHistory(years: 2018...2020, amounts: [[-1, -2, -3]], spending: [1, 1, 1])
    #expect(refunded.operatingMargin(2018...2020) == nil)
    #expect(refunded.incomeCover(2018...2020) == -2)
  }

  @Test("the Herfindahl index lies between one over the givers and one", arguments: 1...200)
  func bounds(seed: Int) throws {
    var generator = Shuffle(state: UInt64(seed))
    let amounts = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
      Double(Int.random(in: -100...1000, using: &generator))
    }
    let givers = amounts.count { $0 > 0 }
    guard givers > 0 else { return #expect(Concentration.herfindahl(amounts) == nil) }
    let index = try #require(Concentration.herfindahl(amounts))
    #expect(index <= 1 + 1e-12 && index >= 1 / Double(givers) - 1e-12)
    let largest = try #require(Concentration.largestShare(amounts))
    #expect(index >= largest * largest - 1e-12 && index <= largest + 1e-12)
  }
}

/// A small generator for the shapes of test cases.
struct Shuffle: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
