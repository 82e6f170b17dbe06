import Finance
import Probability
import Records
import Regression
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
    let prior = GivingPrior.unitedNationsSystem
    let fit = try fit(builder(), prior)
    #expect((fit.participationRows, fit.amountRows) == (0, 0))
    for (index, deviation) in prior.participation.standardDeviations.enumerated() {
      #expect(abs(fit.participation.means[index] - prior.participation.means[index]) < 1e-9)
      #expect(abs(fit.participation.covariance[index][index] - deviation * deviation) < 1e-9)
    }
    for (index, deviation) in prior.amount.standardDeviations.enumerated() {
      #expect(abs(fit.amount.means[index] - prior.amount.means[index]) < 1e-12)
      #expect(abs(fit.amount.covariance[index][index] - deviation * deviation) < 1e-12)
    }
    #expect(abs(fit.amountScale - prior.amountScale) < 1e-12)
    #expect(fit.amountDegreesOfFreedom == prior.amountDegreesOfFreedom)
    #expect(fit.repeats == prior.repeats && fit.punctual == prior.punctual)
    #expect(fit.givers.allSatisfy { $0.state == .never && $0.habitual && $0.origin == 2020 })
    #expect(fit.givers.map(\.isHost) == [true, false])
  }

  @Test("faithful givers raise the chance after a streak, the faithless lower it")
  func participation() throws {
    func chance(_ pattern: (Int) -> Bool) throws -> Double {
      let names = (1...6).map { "member-\($0)" }
      var builder = builder(names)
      builder.contribution("member-1", "2010", 1)
      for name in names {
        for year in 2011...2020 where pattern(year) { builder.contribution(name, "\(year)", 100) }
      }
      let state = GivingState(streak: 1, gap: 0, last: 1, usual: 1, gifts: 1)
      return Elementary.logistic(
        ParticipationDesign.logit(state, try fit(builder).participation.means))
    }
    let prior = Elementary.logistic(-0.8 + 1.2)
    #expect(try chance { _ in true } > prior + 0.1)
    #expect(try chance { $0 % 2 == 0 } < prior - 0.1)
  }

  @Test("amounts: repeats are counted apart, growth moves the drift, calm years narrow the spread")
  func amounts() throws {
    var same = builder()
    var grown = builder()
    for year in 2011...2020 {
      same.contribution("ada", "\(year)", 100)
      grown.contribution("ada", "\(year)", 100 << (year - 2011))
    }
    let repeated = try fit(same)
    #expect(repeated.repeats == BetaCounts(yes: 1 + 9, no: 3))
    #expect((repeated.participationRows, repeated.amountRows) == (9, 0))
    #expect(abs(repeated.amountScale - 0.7) < 1e-12)
    let growing = try fit(grown)
    #expect(growing.repeats == BetaCounts(yes: 1, no: 3 + 9))
    #expect(growing.amountRows == 9)
    #expect(growing.amount.means[0] > 0.05)
    #expect(growing.amountDegreesOfFreedom == 4 + 9)
  }

  @Test("punctuality: an instalment is on time when its sum is there in its month")
  func punctuality() throws {
    var builder = builder()
    builder.agreement("a", by: "ada", from: "2018-03-01", to: "2020-12-31", amount: 300, .equal(3))
    builder.contribution("ada", "2018-03-20", 100, agreement: "a")
    builder.contribution("ada", "2019-04-02", 100, agreement: "a")
    builder.contribution("ada", "2020-01-15", 100, agreement: "a")
    let prior = GivingPrior.plain.punctual
    // The third was not due when it was paid; nothing is known of it yet.
    #expect(try fit(builder).punctual == BetaCounts(yes: prior.yes + 1, no: prior.no + 1))
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

  @Test("a prior is used only once its data years are over")
  func newestPrior() {
    #expect(GivingPrior.stated(asOf: day("2017-12-30")) == .plain)
    #expect(GivingPrior.stated(asOf: day("2017-12-31")) == .unitedNationsSystem)
  }
}
