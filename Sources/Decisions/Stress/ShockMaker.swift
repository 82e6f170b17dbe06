import Budgeting
import Finance
import Giving
import Judgement
import OrderedCollections
import Outlook
import Records
import Scenarios
import Simulation

/// Turns a shock of a size into changes of a scenario, from what the book and the central projection say.
struct ShockMaker {
  let trial: Trial
  /// What each giver brings a year on the money expected, by index of the givers.
  private let expected: [[Double]]
  /// By contributor, what the record of the core funds says, year by year.
  private let record: [OrderedDictionary<String, Int>]

  /// Why a shock says nothing to a book.
  struct NotApplicable: Error {
    let why: String
  }

  private typealias Making = Result<Scenario, NotApplicable>

  init(_ trial: Trial) throws {
    self.trial = trial
    let years = trial.base.timeline.years.count
    let central = try trial.central(of: trial.base.scenario)
    expected = trial.base.givers.indices.map { giver in
      (0..<years).map { central.received[giver * years + $0] }
    }
    record = RecordedGiving.core(of: trial.base)
  }

  private var base: Assumptions { trial.base }
  private var book: Book { base.book }
  private var years: ClosedRange<Int> { first...base.timeline.years[base.timeline.years.count - 1].year }
  private var first: Int { base.timeline.years[0].year }
  private var currency: Currency { book.centre.budgetCurrency }

  /// - Throws: `NotApplicable`.
  func scenario(
    _ shock: StressBattery.Shock, size: Int, battery: StressBattery, on scenario: Scenario? = nil
  ) throws(NotApplicable) -> Scenario {
    let scenario = scenario ?? base.scenario
    let share = Double(size) / 10_000
    switch shock.kind {
    case .hostFormerLevel: return try formerLevel(scenario, share)
    case .hostLate: return scenario.adding([late(try host(), size)])
    case .hostCurrency: return try weakCurrency(scenario, size)
    case .largestOtherLeaves: return scenario.adding(scaled([try largestOther()], by: 1 - share, in: years))
    case .othersStop: return scenario.adding(scaled(try others(), by: 1 - share, in: years))
    case .levels: return try levels(scenario, size)
    case .recordMeans: return try means(scenario, share)
    case .weakYears: return try weak(scenario, share)
    case .pandemicYear: return scenario.adding(scaled(try others(), by: max(0, 1 - share), in: first...first))
    case .grantMissing: return scenario.adding(scaled([try largestGrant()], by: 1 - share, in: years))
    case .inKindEnds: return try endInKind(scenario)
    case .agreementNotRenewed: return try noRenewal(scenario)
    case .combination: return try combination(shock, size, battery, scenario)
    }
  }

  // MARK: The host

  private func host() throws(NotApplicable) -> String {
    guard let host = book.centre.host else { throw NotApplicable(why: "the book names no host") }
    return host
  }

  private func late(_ contributor: String, _ months: Int) -> Change {
    .decided(.payLate(PayLate(contributor: contributor, months: months, years: years)))
  }

  /// From what it is expected to give toward what it gave before the last step of its record.
  private func formerLevel(_ scenario: Scenario, _ share: Double) throws(NotApplicable) -> Scenario {
    let host = try host()
    let given = record.map { $0[host] ?? 0 }.filter { $0 > 0 }
    let steps = zip(given, given.dropFirst()).filter { abs($0.1 - $0.0) * 100 > $0.0 }
    guard let former = steps.last?.0 else {
      throw NotApplicable(why: "the host's contribution never changed in the record")
    }
    let own = core.filter { base.givers[$0].giver.contributor == host }
    guard let giver = own.max(by: { expected[$0][0] < expected[$1][0] }) else {
      throw NotApplicable(why: "no core money of the host is expected")
    }
    let now = expected[giver][0]
    guard Double(former) < now else {
      throw NotApplicable(why: "the last step of the host's record was not upward")
    }
    let amount = max(0, now - share * (now - Double(former)))
    return scenario.adding([fixed(giver, in: years, cents: amount)])
  }

  private func weakCurrency(_ scenario: Scenario, _ size: Int) throws(NotApplicable) -> Scenario {
    let host = try host()
    let agreed = book.agreements.last { $0.contributor == host }?.amount.currency
    let quoted = book.exchangeRates.currencies.filter { $0 != currency }
    let foreign = agreed.flatMap { $0 == currency ? nil : $0 } ?? (quoted.count == 1 ? quoted[0] : nil)
    guard let foreign else {
      throw NotApplicable(
        why:
          "the book does not tell the host's currency: no agreement in another one, and not one currency in exchange-rates.csv"
      )
    }
    let loss = Rate(basisPoints: -min(size, 9_900))
    return scenario.adding([
      .decided(.payIn(PayIn(contributor: host, currency: foreign))),
      .decided(.exchangeShock(ExchangeShock(currency: foreign, change: loss, from: first))),
    ])
  }

  // MARK: The others

  /// Givers to core funds that are not of the regular budget, by index.
  private var core: [Int] {
    base.givers.indices.filter { index in
      let fund = base.funds[base.fund(of: index)].fund
      return fund.purpose == .core && fund.sourceOfFunds == .extrabudgetary
    }
  }

  private func others() throws(NotApplicable) -> [Int] {
    let others = core.filter { base.givers[$0].giver.contributor != book.centre.host }
    guard others.contains(where: { expected[$0].reduce(0, +) > 0 }) else {
      throw NotApplicable(why: "nobody but the host is expected to give")
    }
    return others
  }

  private func largestOther() throws(NotApplicable) -> Int {
    try others().reduce(nil as Int?) { best, giver in
      expected[giver].reduce(0, +) > (best.map { expected[$0].reduce(0, +) } ?? 0) ? giver : best
    } ?? 0
  }

  private func largestGrant() throws(NotApplicable) -> Int {
    let grants = base.givers.indices.filter { index in
      base.funds[base.fund(of: index)].fund.purpose == .earmarked && expected[index].reduce(0, +) > 0
    }
    guard let largest = grants.max(by: { expected[$0].reduce(0, +) < expected[$1].reduce(0, +) }) else {
      throw NotApplicable(why: "no earmarked grant is expected")
    }
    return largest
  }

  /// Givers give this share of what is expected of them, for certain.
  private func scaled(_ givers: [Int], by share: Double, in years: ClosedRange<Int>) -> [Change] {
    givers.flatMap { giver in
      base.timeline.years.indices.filter { years.contains(base.timeline.years[$0].year) }.map { year in
        let label = base.timeline.years[year].year
        return fixed(giver, in: label...label, cents: max(0, share * expected[giver][year]))
      }
    }
  }

  private func fixed(_ giver: Int, in years: ClosedRange<Int>, cents: Double) -> Change {
    let plan = base.givers[giver]
    let due = plan.instalments.first { $0.due >= 0 }?.due
    let month = due.map { due in
      due - (base.horizon.yearStarts.last { $0 <= due } ?? 0) + 1
    }
    return .decided(
      .setContribution(
        SetContribution(
          contributor: plan.giver.contributor, fund: plan.giver.fund, years: years,
          amount: Money(cents: Int(cents.rounded(.toNearestOrAwayFromZero)), currency: currency),
          month: min(max(month ?? 7, 1), 12))))
  }

  private func levels(_ scenario: Scenario, _ size: Int) throws(NotApplicable) -> Scenario {
    guard !book.levels.isEmpty, let fund = base.funds.first(where: { $0.fund.purpose == .core })?.fund.id
    else {
      throw NotApplicable(why: "the book has no recommended levels")
    }
    return scenario.adding([
      .decided(
        .collectLevels(CollectLevels(share: Rate(basisPoints: size), fund: fund, years: years, month: 7)))
    ])
  }

  // MARK: The record

  /// Mean and standard deviation of a contributor over the recorded years; `nil` with fewer than two years.
  private func past(_ contributor: String) -> (mean: Double, deviation: Double)? {
    guard record.count >= 2 else { return nil }
    let amounts = record.map { Double($0[contributor] ?? 0) }
    let mean = amounts.reduce(0, +) / Double(amounts.count)
    let squares = amounts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / Double(amounts.count - 1)).squareRoot())
  }

  private func means(_ scenario: Scenario, _ share: Double) throws(NotApplicable) -> Scenario {
    guard record.count >= 2 else { throw NotApplicable(why: "the record has fewer than two years") }
    return scenario.adding(
      core.flatMap { giver -> [Change] in
        guard let past = past(base.givers[giver].giver.contributor) else { return [] }
        return base.timeline.years.indices.map { year in
          let now = expected[giver][year]
          let label = base.timeline.years[year].year
          return fixed(giver, in: label...label, cents: max(0, now + share * (past.mean - now)))
        }
      })
  }

  private func weak(_ scenario: Scenario, _ share: Double) throws(NotApplicable) -> Scenario {
    guard record.count >= 2 else { throw NotApplicable(why: "the record has fewer than two years") }
    let two = first...min(first + 1, years.upperBound)
    let gifts = core.compactMap { giver -> Change? in
      guard let past = past(base.givers[giver].giver.contributor) else { return nil }
      return fixed(giver, in: two, cents: max(0, past.mean - share * past.deviation))
    }
    let currencies = base.exchange.currencies.indices.dropFirst().map { index -> Change in
      let yearly = base.exchange.monthlyDeviation[index] * 12.0.squareRoot()
      let loss = Rate(basisPoints: -min(9_900, Int((share * yearly * 10_000).rounded())))
      return .decided(
        .exchangeShock(ExchangeShock(currency: base.exchange.currencies[index], change: loss, from: first)))
    }
    return scenario.adding(gifts + currencies)
  }

  // MARK: What comes whole

  private func endInKind(_ scenario: Scenario) throws(NotApplicable) -> Scenario {
    guard !book.inKind.isEmpty else { throw NotApplicable(why: "the book values no in-kind support") }
    return scenario.adding([.decided(.endInKind(EndInKind(from: first)))])
  }

  private func noRenewal(_ scenario: Scenario) throws(NotApplicable) -> Scenario {
    guard base.givers.contains(where: { ($0.renewal?.year ?? .max) <= years.upperBound }) else {
      throw NotApplicable(why: "no agreement ends before the horizon")
    }
    var scenario = scenario
    scenario.assumptions.renewalProbability = .zero
    return scenario
  }

  private func combination(
    _ shock: StressBattery.Shock, _ size: Int, _ battery: StressBattery, _ scenario: Scenario
  ) throws(NotApplicable) -> Scenario {
    var combined = scenario
    var applied = 0
    // What a contributor pays is fixed first, then when and in what.
    for part in shock.parts.compactMap({ battery[$0] }) {
      do throws(NotApplicable) {
        combined = try self.scenario(part, size: part.size * size / 10_000, battery: battery, on: combined)
        applied += 1
      } catch {}
    }
    guard applied > 1 else {
      throw NotApplicable(why: "fewer than two of its parts say anything to this book")
    }
    return combined
  }
}
