import Probability
import Testing

@testable import Giving

/// Shares over 20,000 paths against the probabilities of the model.
@Suite("frequencies of a giving model with known parameters")
struct FrequencyTests {
  static let paths = 20_000

  @Test("participation, exact repeats and months of gifts by habit")
  func habit() throws {
    let plan = GiverPlan(giver: giver(), years: 3)
    let sampler = try sampler([plan], horizon(years: 3))
    var given = [0, 0, 0]
    var repeated = 0
    var months = Array(repeating: 0, count: 12)
    for path in 0..<FrequencyTests.paths {
      for payment in sampler.payments(path) {
        given[payment.recognised] += 1
        #expect(payment.paid == payment.due && payment.due / 12 == payment.recognised)
        if payment.recognised == 0 {
          repeated += payment.cents == 1_000_000 ? 1 : 0
          months[payment.due] += 1
        }
      }
    }
    var states = StateDistribution(plan.giver.state)
    let behaviour = BehaviourDraw(sampler.fit.behaviour)
    for year in 0..<3 {
      let (chance, next) = states.step { behaviour.chance($0, .unknown) }
      states = next
      #expect(agrees(given[year], of: FrequencyTests.paths, with: chance), "year \(year)")
    }
    let first = Elementary.logistic(logit(streak: 2))
    #expect(agrees(given[0], of: FrequencyTests.paths, with: first))
    #expect(agrees(repeated, of: given[0], with: 0.25))
    for month in months { #expect(agrees(month, of: given[0], with: 1.0 / 12)) }
  }

  @Test("who never gave begins with its own probability, whoever missed returns with that of its gap")
  func neverAndGap() throws {
    let never = GiverPlan(giver: giver("new", streak: 0), years: 1)
    var missed = giver("back").state
    for _ in 0..<2 { missed = missed.missing() }
    let back = GiverPlan(
      giver: Giver(
        contributor: "back", fund: "core", isHost: false, habitual: true, state: missed,
        surroundings: .unknown, effect: Giver.Effect(mean: 0, deviation: 0), origin: 2020, firstGift: 0,
        cashLedger: true, yearsSeen: 0, yearsGiven: 0, totalGiven: 0), years: 1)
    let sampler = try sampler([never, back], horizon(years: 1))
    var given = [0, 0]
    for path in 0..<FrequencyTests.paths {
      for payment in sampler.payments(path) { given[payment.giver] += 1 }
    }
    #expect(agrees(given[0], of: FrequencyTests.paths, with: 0.13))
    #expect(
      agrees(given[1], of: FrequencyTests.paths, with: Elementary.logistic(-0.4 - 0.8 * Elementary.log(3))))
  }

  @Test("instalments: on time, never, and months late where late")
  func punctuality() throws {
    var plan = GiverPlan(giver: giver(habitual: false), years: 1)
    plan.instalments = [.init(due: 2, cents: 500, currency: 0, recognised: 0)]
    let sampler = try sampler([plan], horizon(years: 1))
    var (onTime, never, late, months, squares) = (0, 0, 0, 0, 0)
    for path in 0..<FrequencyTests.paths {
      let paid = sampler.payments(path)[0].paid
      if paid == 2 {
        onTime += 1
      } else if paid == Payment.never {
        never += 1
      } else {
        late += 1
        months += paid - 2
        squares += (paid - 2) * (paid - 2)
      }
    }
    #expect(agrees(never, of: FrequencyTests.paths, with: 0.05))
    #expect(agrees(onTime, of: FrequencyTests.paths, with: 0.95 * 0.7))
    let mean = Double(months) / Double(late)
    let variance = Double(squares) / Double(late) - mean * mean
    #expect(abs(mean - 4) <= 4 * (variance / Double(late)).squareRoot())
    // A geometric number of mean 3 has variance 12.
    #expect(abs(variance - 12) < 2)
  }

  @Test("renewal: its share, one lump of revenue, a yearly instalment, nothing by habit beside it")
  func renewal() throws {
    var plan = GiverPlan(giver: giver(), years: 4)
    plan.covered[0] = true
    plan.instalments = [.init(due: 3, cents: 1_000_000, currency: 0, recognised: -1)]
    plan.renewal = GiverPlan.Renewal(year: 2022, monthOffset: 3, upfront: true)
    let sampler = try sampler([plan], horizon(years: 4), settings(onTime: 1, defaults: 0))
    var renewed = 0
    for path in 0..<FrequencyTests.paths {
      let payments = sampler.payments(path)
      #expect(payments.filter { $0.due < 12 }.count == 1, "a second lump before the agreement has expired")
      let second = payments.filter { (12..<24).contains($0.due) }
      guard !second.isEmpty else { continue }
      renewed += 1
      #expect(payments.dropFirst().map(\.due) == [15, 27, 39])
      #expect(payments.dropFirst().allSatisfy { $0.recognised == 1 && $0.cents == second[0].cents })
      #expect(payments.dropFirst().allSatisfy { $0.paid == $0.due })
    }
    #expect(agrees(renewed, of: FrequencyTests.paths, with: 0.6))
  }

  @Test("the central path is the sum over the probabilities, through lapses and second renewals")
  func central() throws {
    var plan = GiverPlan(giver: giver(), years: 6)
    plan.renewal = GiverPlan.Renewal(year: 2021, monthOffset: 0, upfront: false)
    let sampler = try sampler(
      [plan], horizon(years: 6), settings(onTime: 1, defaults: 0, term: 2), repeats: always)
    let central = byYear(sampler.central().payments, years: 6)
    #expect(central[0] == 600_000 && central[2] >= 360_000)
    var counts = Array(repeating: 0, count: 6)
    for path in 0..<FrequencyTests.paths {
      for payment in sampler.payments(path) { counts[payment.due / 12] += 1 }
    }
    for year in 0..<6 {
      #expect(
        agrees(counts[year], of: FrequencyTests.paths, with: central[year] / 1_000_000), "year \(year)")
    }
  }

  private func byYear(_ payments: [Payment], years: Int) -> [Double] {
    payments.reduce(into: Array(repeating: 0, count: years)) { sums, payment in
      if payment.due / 12 < years { sums[payment.due / 12] += payment.cents }
    }
  }
}
