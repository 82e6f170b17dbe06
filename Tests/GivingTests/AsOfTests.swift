import Finance
import TestSupport
import Testing

@testable import Giving

/// "India has not paid by September" changes the rest of the year.
@Suite("what the months that have passed say of those to come")
struct AsOfTests {
  private let timing = GivingTiming(
    collection: .emergencyFund, lateness: LatenessModel.stated(asOf: day("2025-12-31")))

  /// Mean of what is received in the first year, over paths and on the central path.
  private func received(_ plan: GiverPlan, seenThrough: Int, _ timing: GivingTiming) throws -> [Double] {
    let drawn = try sampler(
      [plan], horizon(years: 1, seenThrough: seenThrough),
      GivingSettings(renewalProbability: 0, renewalTerm: 1),
      repeats: always, timing: timing)
    func sum(_ payments: [Payment]) -> Double {
      payments.reduce(0) { $1.paid < 12 ? $0 + $1.cents : $0 }
    }
    let paths = (0..<4000).reduce(0.0) { $0 + sum(drawn.payments($1)) } / 4000
    return [paths, sum(drawn.central().payments)]
  }

  @Test("an instalment of April that does not come is worth less month by month")
  func instalment() throws {
    var plan = GiverPlan(giver: giver(habitual: false), years: 1)
    plan.instalments = [.init(due: 3, cents: 1_000_000, currency: 0, recognised: 0)]
    let curve = timing.lateness.crowd.curve
    var last = [Double.infinity, .infinity]
    for seen in 2...10 {
      let now = try received(plan, seenThrough: seen, timing)
      let age = max(0, seen + 1 - 3)
      let open = timing.collection.chances(open: curve.survival(age))
      let share = (1 - open.never - open.inPart * (1 - timing.collection.share.mean))
      let expected = 1_000_000 * share * (1 - curve.survival(9) / curve.survival(age))
      if age > 0 {
        #expect(abs(now[1] - expected) < 1)
        #expect(now[0] < last[0] && now[1] < last[1], "\(seen)")
      } else {
        #expect(now[1] == 1_000_000)
        // Four standard errors of a mean of 4,000 draws between nothing and all.
        #expect(abs(now[0] - expected) < 4 * 500_000 / 4000.squareRoot())
      }
      last = now
    }
  }

  @Test("a gift by habit that has not come by September is less likely than it was in January")
  func habit() throws {
    var builder = BookBuilder()
    builder.fund("core")
    builder.contributor("ada")
    for year in 2018...2020 { builder.contribution("ada", "\(year)-05-10", 10_000) }
    let monthly = GivingTiming(book: builder.book(), asOf: day("2020-12-31"))
    var last = [Double.infinity, .infinity]
    for seen in -1...11 {
      let now = try received(GiverPlan(giver: giver(), years: 1), seenThrough: seen, monthly)
      #expect(now[0] < last[0] && now[1] < last[1], "\(seen)")
      last = now
    }
    #expect(last == [0, 0])
  }

  @Test("who has given this year is asked again in the next")
  func given() throws {
    var builder = BookBuilder()
    builder.fund("core")
    builder.contributor("ada")
    for year in 2018...2021 { builder.contribution("ada", "\(year)-05-10", 10_000) }
    let fit = try GivingModel(prior: .plain).fit(builder.book(), asOf: day("2021-09-30"))
    #expect(fit.givers.map(\.origin) == [2021])
  }
}
