import Probability
import Testing

@testable import Giving

@Suite("the state of a contributor")
struct StateTests {
  private func log(_ units: Int) -> Double { Elementary.log(Double(units * 100)) }

  /// Units by year, 0 for a year without a gift.
  private func state(_ years: [Int], opening: Bool = false) -> GivingState {
    var state = GivingState.never
    for (index, units) in years.enumerated() {
      if units > 0 { state.give(log(units), opening: opening && index == 0) } else { state.miss() }
    }
    return state
  }

  @Test("streak and gap count from the last change of either, years from the first gift")
  func streaksAndGaps() {
    let seen = state([0, 0, 10, 10, 0, 0, 0, 20, 20])
    #expect((seen.streak, seen.gap, seen.years, seen.gifts) == (2, 0, 7, 4))
    let gone = seen.missing().missing()
    #expect((gone.streak, gone.gap, gone.years, gone.gifts) == (0, 2, 9, 4))
    #expect(state([0, 0, 0]) == .never)
  }

  @Test("the last gift, the one before it, and the mean of all as logarithms")
  func amounts() throws {
    let seen = state([10, 0, 40, 20])
    #expect(seen.last == log(20) && seen.before == log(40))
    #expect(abs(try #require(seen.usual) - (log(10) + log(40) + log(20)) / 3) < 1e-12)
    #expect(state([10]).before == nil && state([10]).usual == log(10))
  }

  @Test("a repeat is the same amount to the cent, across a gap too")
  func repeats() {
    #expect((state([10, 10, 10]).repeats, state([10, 10, 10]).changes) == (2, 2))
    #expect(state([10, 0, 10]).repeats == 1)
    let cent = GivingState.never.giving(Elementary.log(1000)).giving(Elementary.log(1001))
    #expect((cent.repeats, cent.changes) == (0, 1))
  }

  @Test("renewals: a year is asked where the year before had a gift, and renewed where it has one too")
  func renewals() {
    let seen = state([10, 10, 0, 0, 10, 10])
    #expect((seen.asked, seen.renewed) == (3, 2))
  }

  @Test("a streak that begins with the record is censored until it ends; a later one never is")
  func censored() {
    #expect(state([10, 10], opening: true).censored)
    #expect(!state([10, 10, 0, 10], opening: true).censored)
    #expect(!state([10, 10]).censored)
    // The first year of the record brought nothing: whoever begins later begins for certain.
    var late = GivingState.never
    late.miss()
    late.give(log(10), opening: false)
    #expect(!late.censored)
  }

  @Test("a write-down marks the state for two years")
  func adjusted() {
    let down = state([10]).missing(negative: true)
    #expect(down.adjusted == 2 && down.gap == 1)
    #expect(down.giving(log(10)).adjusted == 1)
    #expect(down.giving(log(10)).missing().adjusted == 0)
    #expect(GivingState.never.missing(negative: true) == .never)
  }

  @Test("volatility: one change of 0.6 beside its own, each bounded")
  func volatility() {
    #expect(GivingState.never.volatility == 0.6)
    let two = Elementary.log(2)
    #expect(abs(state([10, 20, 10]).volatility - ((2 * two * two + 0.36) / 3).squareRoot()) < 1e-12)
    #expect(abs(state([1, 1_000_000]).volatility - ((16 + 0.36) / 2).squareRoot()) < 1e-12)
    #expect(state([10, 10, 10, 10]).volatility < state([10, 20, 10, 20]).volatility)
  }

  @Test("the functions that return a state leave their own unchanged")
  func values() {
    let before = state([10, 20])
    _ = (before.giving(log(5)), before.missing(negative: true))
    #expect(before == state([10, 20]))
  }
}
