import Finance
import Forecasting
import Probability
import Records
import TestSupport
import Testing

@testable import Giving

/// Sections 1 and 2 of the methods: what habit may not repeat, and what all givers share once.
@Suite("habit repeats nothing that is counted elsewhere")
struct HabitCountingTests {
  private func builder(_ members: String...) -> BookBuilder {
    var builder = BookBuilder()
    builder.fund("core")
    for member in ["host"] + members { builder.contributor(member) }
    return builder
  }

  private func fit(_ builder: BookBuilder, asOf: String = "2020-12-31") throws -> GivingFit {
    try GivingModel(prior: .plain).fit(builder.book(), asOf: day(asOf))
  }

  private func giver(_ name: String, of fit: GivingFit) throws -> Giver {
    try #require(fit.givers.first { $0.contributor == name })
  }

  private func plan(_ giver: Giver, years: Int, covered: [Int] = []) -> GiverPlan {
    var plan = GiverPlan(giver: giver, years: years)
    for year in covered { plan.covered[year] = true }
    return plan
  }

  @Test("a year inside an agreement's term is not a gap: after it the streak has gone on")
  func termIsNoGap() throws {
    var agreed = builder("ada")
    agreed.contribution("ada", "2016", 100)
    agreed.agreement("a", by: "ada", from: "2017-01-01", to: "2020-12-31", amount: 400, .equal(1))
    agreed.contribution("ada", "2017", 400, agreement: "a")
    let state = try giver("ada", of: fit(agreed)).state
    #expect((state.streak, state.gap, state.gifts) == (5, 0, 5))
    #expect(try giver("ada", of: fit(agreed)).origin == 2020)
    // The same on a path: two years of a term, then habit asks one who has given for four.
    let drawn = try sampler([plan(Samples.giver, years: 3, covered: [0, 1])], horizon(years: 3))
    let given = (0..<20_000).count { !drawn.payments($0).isEmpty }
    #expect(agrees(given, of: 20_000, with: Elementary.logistic(logit(streak: 4))))
  }

  @Test("participation is not drawn again for the money of an agreement in force")
  func oneDraw() throws {
    var plan = plan(Samples.giver, years: 2, covered: [0, 1])
    plan.instalments = [.init(due: 4, cents: 900, currency: 0, recognised: 0)]
    let drawn = try sampler([plan], horizon(years: 2), settings(onTime: 1, defaults: 0), repeats: always)
    for path in 0..<500 { #expect(drawn.payments(path).map(\.cents) == [900]) }
    #expect(drawn.central().payments.map(\.cents) == [900])
  }

  @Test("a booking of many years is one lump of revenue; habit repeats neither it nor its later years")
  func lump() throws {
    var builder = builder("ada")
    for year in 2014...2018 { builder.contribution("ada", "\(year)", 100, stage: .recognised) }
    builder.agreement("a", by: "ada", from: "2019-01-01", to: "2023-12-31", amount: 500, .equal(5))
    builder.contribution("ada", "2019", 500, stage: .recognised, agreement: "a")
    let giver = try giver("ada", of: fit(builder))
    #expect(giver.totalGiven == 500_00 && giver.yearsGiven == 5)
    #expect(abs(try #require(giver.state.last) - Elementary.log(100_00)) < 1e-12)
    #expect(giver.state.repeats == giver.state.changes)
    let behaviour = sharpBehaviour(repeats: always)
    let drawn = try GivingSampler(
      fit: sharpFit([giver], behaviour: behaviour), plans: [plan(giver, years: 5, covered: [0, 1, 2])],
      horizon: horizon(years: 5), settings: settings(onTime: 1, defaults: 0), seed: 4)
    for path in 0..<500 {
      let payments = drawn.payments(path)
      #expect(payments.allSatisfy { $0.due >= 36 && $0.cents == 100_00 })
    }
  }

  @Test("a one-off grant does not recur as if it were regular")
  func oneOff() throws {
    var builder = builder("once", "five", "long-ago")
    builder.contribution("once", "2020", 100)
    builder.contribution("long-ago", "2016", 100)
    for year in 2016...2020 { builder.contribution("five", "\(year)", 100) }
    let fit = try fit(builder)
    let once = fit.chance(of: try giver("once", of: fit))
    let five = fit.chance(of: try giver("five", of: fit))
    #expect(once < five - 0.15, "\(once) \(five)")
    #expect(fit.chance(of: try giver("long-ago", of: fit)) < once / 2)
  }

  @Test("arrears are money, not revenue again")
  func arrears() throws {
    var plan = plan(Samples.giver, years: 1, covered: [0])
    plan.instalments = [.init(due: -9, cents: 700, currency: 0, recognised: -1)]
    let drawn = try sampler([plan], horizon(years: 1), settings(onTime: 1, defaults: 0))
    for path in 0..<200 {
      #expect(drawn.payments(path).map(\.recognised) == [-1])
      #expect(drawn.payments(path).map(\.cents) == [700])
    }
  }

  @Test("what a year such as 2020 does is drawn once for each path and year, for all givers")
  func commonYear() throws {
    let names = (0..<12).map { "member-\($0)" }
    let plans = names.map { plan(Samples.named($0, origin: 2019), years: 2) }
    let drawn = try GivingSampler(
      fit: sharpFit(plans.map(\.giver), behaviour: sharpBehaviour(years: 100_000)), plans: plans,
      horizon: horizon(2020, years: 2), settings: settings(), seed: 9)
    // A shift far beyond every chance: in a year all give or none does, and one year says nothing of the next.
    var (together, both, either) = (0, 0, 0)
    for path in 0..<400 {
      let counts = (0..<2).map { year in drawn.payments(path).count { $0.recognised == year } }
      together += counts.allSatisfy { $0 == 0 || $0 == 12 } ? 1 : 0
      both += counts == [12, 12] ? 1 : 0
      either += counts[0] == 12 ? 1 : 0
    }
    #expect(together >= 396, "\(together)")
    #expect(agrees(either, of: 400, with: 0.5) && agrees(both, of: 400, with: 0.25))
  }

  @Test("recognised and received rows of one gift are not added")
  func stages() throws {
    var builder = builder("ada")
    for year in 2016...2019 {
      builder.contribution("ada", "\(year)", 100, stage: .recognised)
      builder.contribution("ada", "\(year + 1)", 100, stage: .received)
    }
    let giver = try giver("ada", of: fit(builder))
    #expect(giver.totalGiven == 400_00 && giver.yearsGiven == 4)
    #expect((giver.state.streak, giver.state.gap, giver.state.repeats) == (0, 1, 3))
    #expect(giver.state.last == Elementary.log(100_00))
  }
}

/// The sample givers under names that the suite's own functions do not hide.
private enum Samples {
  static var giver: Giver { GivingTests.giver() }
  static func named(_ name: String, origin: Int) -> Giver { GivingTests.giver(name, origin: origin) }
}
