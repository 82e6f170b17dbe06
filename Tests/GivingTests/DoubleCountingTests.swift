import Testing

@testable import Giving

/// Section 2 of the methods: the same money is received once and is revenue once.
@Suite("nothing is counted twice")
struct DoubleCountingTests {
  /// Arrears, an instalment of the year and one of the next, inside an agreement of two years.
  private var agreed: GiverPlan {
    var plan = GiverPlan(giver: giver(cash: false), years: 3)
    plan.instalments = [
      .init(due: -9, cents: 700, currency: 0, recognised: -1),
      .init(due: 3, cents: 1000, currency: 0, recognised: 0),
      .init(due: 15, cents: 1000, currency: 0, recognised: 1),
    ]
    plan.covered = [true, true, false]
    return plan
  }

  private func paths(_ plan: GiverPlan, seenThrough: Int = -1, fails: Double? = nil) throws -> [[Payment]] {
    let drawn = try sampler(
      [plan], horizon(years: 3, seenThrough: seenThrough),
      GivingSettings(defaultProbability: fails, renewalProbability: 0.6, renewalTerm: 2),
      timing: GivingTiming(collection: .plain, lateness: LatenessModel.learned[5]))
    return (0..<2000).map { drawn.payments($0) } + [drawn.central().payments]
  }

  @Test("each instalment's parts add up to it: paid once, or written off, never both")
  func once() throws {
    for payments in try paths(agreed, seenThrough: 4) {
      for (due, cents) in [(-9, 700.0), (3, 1000), (15, 1000)] {
        let parts = payments.filter { $0.due == due }
        #expect(parts.reduce(0) { $0 + $1.cents } == cents)
        #expect(parts.allSatisfy { $0.cents >= 0 && ($0.paid >= 5 || $0.paid == .max) })
      }
    }
  }

  @Test("an instalment that slips is not a gift by habit as well: none inside the term")
  func slipped() throws {
    for payments in try paths(agreed) {
      #expect(Set(payments.filter { $0.due < 24 }.map(\.due)) == [-9, 3, 15])
    }
  }

  @Test("arrears paid later are no revenue again; catching up pays double without a new commitment")
  func arrears() throws {
    var double = 0
    for payments in try paths(agreed) {
      #expect(payments.filter { $0.due == -9 }.allSatisfy { $0.recognised == -1 })
      for year in 0..<2 {
        let revenue = payments.filter { $0.recognised == year }.reduce(0) { $0 + $1.cents }
        #expect(revenue == 1000)
      }
      let second = payments.filter { (12..<24).contains($0.paid) && $0.due < 24 }
      if second.reduce(0, { $0 + $1.cents }) == 2000 { double += 1 }
    }
    #expect(double > 0)
  }

  @Test("what is written off never arrives as cash")
  func writtenOff() throws {
    for payments in try paths(agreed, fails: 1).dropLast() {
      #expect(payments.filter { $0.due < 24 }.allSatisfy { $0.paid == Payment.never })
    }
  }

  @Test("a ledger of receipts is cash already: its gifts are not late again")
  func cashLedger() throws {
    let cash = try sampler([GiverPlan(giver: giver(cash: true), years: 3)], horizon(years: 3))
    let recognised = try sampler([GiverPlan(giver: giver(cash: false), years: 3)], horizon(years: 3))
    var late = 0
    for path in 0..<500 {
      #expect(cash.payments(path).allSatisfy { $0.paid == $0.due })
      // The same commitments, each once, whether or not they are late.
      let own = Dictionary(grouping: recognised.payments(path), by: \.recognised)
      #expect(own.values.allSatisfy { Set($0.map(\.due)).count == 1 })
      #expect(
        own.mapValues { $0.reduce(0) { $0 + $1.cents } }
          == Dictionary(cash.payments(path).map { ($0.recognised, $0.cents) }) { $0 + $1 })
      late += recognised.payments(path).count { $0.paid > $0.due }
    }
    #expect(late > 0)
  }

  @Test("what is recorded is received once: it is neither drawn nor spread")
  func recorded() throws {
    var plan = agreed
    plan.recorded = [.init(due: 2, cents: 300, currency: 0, recognised: 0)]
    for payments in try paths(plan, seenThrough: 2) {
      #expect(payments.filter { $0.due == 2 }.map(\.paid) == [2])
    }
  }
}
