import Probability
import Testing

@testable import Giving

@Suite("drawing givers' futures")
struct SamplerTests {
  private func mixed(_ name: String = "ada") -> GiverPlan {
    var plan = GiverPlan(giver: giver(name, cash: false), years: 4)
    plan.instalments = [.init(due: 2, cents: 500, currency: 0, recognised: 0)]
    plan.covered[0] = true
    plan.renewal = GiverPlan.Renewal(year: 2022, monthOffset: 5, upfront: true)
    return plan
  }

  @Test("a path is the same whenever it is drawn, and unlike the others")
  func reproducible() throws {
    let drawn = try sampler([mixed()], horizon(years: 4))
    let inOrder = (0..<50).map { drawn.payments($0) }
    let backward = (0..<50).reversed().map { drawn.payments($0) }
    #expect(Array(backward.reversed()) == inOrder)
    #expect(Set(inOrder).count > 25)
  }

  @Test("nobody's draws move when another giver joins")
  func joined() throws {
    let alone = try sampler([mixed()], horizon(years: 4))
    let together = try sampler([mixed("bo"), mixed()], horizon(years: 4))
    for path in 0..<200 {
      let own = together.payments(path).filter { $0.giver == 1 }
      #expect(signature(own) == signature(alone.payments(path)))
    }
    #expect(
      (0..<50).contains { path in
        let all = together.payments(path)
        return signature(all.filter { $0.giver == 0 }) != signature(all.filter { $0.giver == 1 })
      })
  }

  @Test("nobody's draws move when the projection begins a year later")
  func laterStart() throws {
    let early = try sampler([GiverPlan(giver: giver(), years: 4)], horizon(2021, years: 4))
    let late = try sampler([GiverPlan(giver: giver(), years: 3)], horizon(2022, years: 3))
    for path in 0..<300 {
      let kept = early.payments(path).filter { $0.due >= 12 }
      let moved = late.payments(path)
      #expect(kept.map(\.cents) == moved.map(\.cents))
      #expect(kept.map { $0.due - 12 } == moved.map(\.due))
      #expect(kept.map { $0.recognised - 1 } == moved.map(\.recognised))
    }
  }

  @Test("arrears and instalments of seen months are paid after what is seen")
  func arrears() throws {
    var plan = GiverPlan(giver: giver(habitual: false), years: 1)
    plan.instalments = [-14, 0, 4, 5, 6].map { due in
      GiverPlan.Instalment(due: due, cents: 1, currency: 0, recognised: -1)
    }
    let drawn = try sampler(
      [plan], horizon(years: 1, seenThrough: 4), settings(onTime: 1, defaults: 0))
    #expect(drawn.payments(0).map(\.paid) == [5, 5, 5, 5, 6])
    #expect(drawn.central().payments.map(\.paid) == [5, 5, 5, 5, 6])
  }

  @Test("a gift by habit comes in a month that is still open, spread evenly on the central path")
  func openMonths() throws {
    let drawn = try sampler(
      [GiverPlan(giver: giver(), years: 1)], horizon(years: 1, seenThrough: 8), repeats: always)
    for path in 0..<300 {
      for payment in drawn.payments(path) { #expect((9...11).contains(payment.due)) }
    }
    let chance = Elementary.logistic(logit(streak: 2))
    let central = drawn.central().payments
    #expect(central.map(\.due) == [9, 10, 11])
    #expect(central.reduce(0) { $0 + $1.cents } == (chance * 1_000_000).rounded())
    let over = try sampler(
      [GiverPlan(giver: giver(), years: 1)], horizon(years: 1, seenThrough: 11))
    #expect((0..<100).allSatisfy { over.payments($0).isEmpty } && over.central().payments.isEmpty)
  }

  @Test("a scenario's delay and its punctual years")
  func lateAndPunctual() throws {
    var plan = mixed()
    plan.renewal = nil
    plan.covered = [true, true, true, true]
    plan.delay = [6, 0, 0, 0]
    plan.punctual = [true, false, false, false]
    let drawn = try sampler([plan], horizon(years: 4), settings(onTime: 0, defaults: 0.9))
    #expect((0..<100).allSatisfy { drawn.payments($0).map(\.paid) == [8] })
    #expect(drawn.central().payments.map(\.paid) == [8])
  }

  @Test("a delay also holds for a renewed agreement on the central path")
  func lateRenewal() throws {
    var plan = mixed()
    plan.delay[1] = 7
    let paid = try sampler([plan], horizon(years: 4)).central().payments.map(\.paid)
    #expect(paid.prefix(4) == [2, 24, 29, 41])
  }

  @Test("fixed gifts replace instalments, habit and renewed instalments, whatever the origin")
  func fixed() throws {
    var plan = mixed()
    plan.renewal = GiverPlan.Renewal(year: 2021, monthOffset: 5, upfront: true)
    plan.covered = [false, false, false, false]
    let gift = GiverPlan.FixedGift(cents: 70, currency: 0, remembered: 70, due: 24)
    plan.fixed[2] = gift
    let drawn = try sampler(
      [plan], horizon(years: 4), settings(onTime: 1, defaults: 0, renewal: 1, term: 4))
    for path in 0..<100 {
      let third = drawn.payments(path).filter { (24..<36).contains($0.due) }
      #expect(third.map(\.cents) == [70])
      #expect(drawn.payments(path).filter { $0.due % 12 == 5 }.count == 3)
    }
    #expect(drawn.central().payments.filter { (24..<36).contains($0.due) }.map(\.cents) == [70])

    var current = GiverPlan(giver: giver(origin: 2021), years: 1)
    current.instalments = [.init(due: 2, cents: 500, currency: 0, recognised: 0)]
    current.fixed[0] = GiverPlan.FixedGift(cents: 70, currency: 0, remembered: 70, due: 3)
    let inside = try sampler([current], horizon(years: 1))
    #expect((0..<100).allSatisfy { inside.payments($0).map(\.cents) == [70] })
    #expect(inside.central().payments.map(\.cents) == [70])
  }

  @Test("who is not habitual pays what is agreed and nothing else")
  func agreedOnly() throws {
    var plan = GiverPlan(giver: giver(habitual: false), years: 4)
    plan.instalments = [.init(due: 2, cents: 500, currency: 0, recognised: 0)]
    plan.recorded = [.init(due: 1, cents: 33, currency: 0, recognised: 0)]
    let drawn = try sampler([plan], horizon(years: 4))
    for path in 0..<100 { #expect(drawn.payments(path).map(\.cents) == [33, 500]) }
    #expect(drawn.central().payments.map(\.cents) == [33, 500])
  }

  @Test("changes of amounts stay within their bound; spread alone moves the middle nowhere")
  func bounded() throws {
    let drawn = try sampler([GiverPlan(giver: giver(), years: 1)], horizon(years: 1), repeats: hardlyEver)
    let changes = (0..<4000).flatMap {
      drawn.payments($0).map { Elementary.log($0.cents / 1_000_000) }
    }
    let count = Double(changes.count)
    let mean = changes.reduce(0, +) / count
    #expect(abs(mean) < 4 * 0.7 / count.squareRoot())
    let squares = changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    // The table ends at its first and last of 101 quantiles: 1.5 % of the normal deviation are cut off.
    #expect(abs((squares / count).squareRoot() - 0.7) < 4 * 0.7 / (2 * count).squareRoot() + 0.011)
    #expect(changes.allSatisfy { abs($0) <= ChangeDesign.longestStep })
  }

  private func signature(_ payments: [Payment]) -> [[Int]] {
    payments.map { [Int($0.cents), $0.recognised, $0.due, $0.paid] }
  }
}
