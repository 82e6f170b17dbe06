import Finance
import Probability
import Records
import TestSupport
import Testing

@testable import Giving

@Suite("fitting a ledger under a prior")
struct FitTests {
  private func builder(_ members: [String] = ["host", "ada"]) -> BookBuilder {
    var builder = BookBuilder()
    builder.fund("core")
    for member in members { builder.contributor(member) }
    return builder
  }

  private func fit(_ builder: BookBuilder, _ prior: GivingPrior = .plain) throws -> GivingFit {
    try GivingModel(prior: prior).fit(builder.book(), asOf: day("2020-12-31"))
  }

  @Test("without a ledger the fit is the prior")
  func empty() throws {
    let fit = try fit(builder())
    #expect((fit.participationRows, fit.amountRows) == (0, 0))
    #expect(fit.behaviour == .stated && fit.timing.records.isEmpty)
    #expect(fit.givers.allSatisfy { $0.state == .never && $0.habitual && $0.origin == 2020 })
    #expect(fit.givers.map(\.isHost) == [true, false])
    let spread = fit.behaviour.effects
    for giver in fit.givers {
      #expect(abs(giver.effect.mean) < 1e-9)
      #expect(abs(giver.effect.deviation - spread.contributor) < 1e-6)
      #expect(abs(giver.effect.sharedDeviation - spread.fund) < 1e-6)
      #expect(abs(fit.chance(of: giver) - fit.behaviour.firstGift.mean) < 1e-9)
    }
  }

  @Test("faithful givers raise the chance above that of the crowd, the faithless lower it")
  func participation() throws {
    func chances(_ pattern: (Int) -> Bool) throws -> (own: Double, crowd: Double) {
      let names = (1...6).map { "member-\($0)" }
      var builder = builder(names)
      builder.contribution("member-1", "2010", 1)
      for name in names {
        for year in 2011...2020 where pattern(year) { builder.contribution(name, "\(year)", 100) }
      }
      let fit = try fit(builder)
      let giver = try #require(fit.givers.first { $0.contributor == "member-2" })
      let crowd = BehaviourDraw(fit.behaviour).chance(giver.state, giver.surroundings)
      return (fit.chance(of: giver), crowd)
    }
    let faithful = try chances { _ in true }
    #expect(faithful.own > faithful.crowd && faithful.own > 0.9)
    let faithless = try chances { $0 == 2011 || $0 == 2020 }
    #expect(faithless.own < faithless.crowd - 0.02, "\(faithless)")
  }

  @Test("amounts: repeats are counted apart, growth moves the state, not the crowd")
  func amounts() throws {
    var same = builder()
    var grown = builder()
    for year in 2011...2020 {
      same.contribution("ada", "\(year)", 100)
      grown.contribution("ada", "\(year)", 100 << (year - 2011))
    }
    let repeated = try fit(same)
    #expect((repeated.participationRows, repeated.amountRows) == (9, 0))
    #expect((repeated.givers[1].state.repeats, repeated.givers[1].state.changes) == (9, 9))
    #expect(repeated.givers[1].state.squaredChange == 0)
    let growing = try fit(grown)
    #expect((growing.amountRows, growing.givers[1].state.repeats) == (9, 0))
    let two = Elementary.log(2)
    #expect(abs(growing.givers[1].state.squaredChange - 9 * two * two) < 1e-9)
    #expect(growing.givers[1].state.volatility > repeated.givers[1].state.volatility)
    #expect(growing.behaviour == repeated.behaviour)
  }

  @Test("the first gift of one that never gave is its level, else the fund's median gift")
  func firstGift() throws {
    var builder = builder(["host", "ada", "bo"])
    for (year, amount) in [(2018, 10), (2019, 30), (2020, 20)] {
      builder.contribution("ada", "\(year)", amount)
    }
    #expect(try fit(builder).givers[2].firstGift == Elementary.log(2000))
    builder.level(.developing, 500)
    #expect(try fit(builder).givers[2].firstGift == Elementary.log(50_000))
  }
}
