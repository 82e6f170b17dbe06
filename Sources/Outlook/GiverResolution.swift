import Budgeting
import Finance
import Giving
import OrderedCollections
import Probability
import Records
import Scenarios

/// Turns agreements, what is already received and a scenario's changes into each giver's plan.
struct GiverResolution {
  let book: Book
  let scenario: Scenario
  let timeline: Timeline
  let horizon: GivingHorizon
  let fit: GivingFit
  /// Currencies met, the budget currency first.
  private(set) var currencies: [Currency]
  private(set) var plans: [GiverPlan]

  init(book: Book, scenario: Scenario, timeline: Timeline, horizon: GivingHorizon, fit: GivingFit) {
    (self.book, self.scenario, self.timeline, self.horizon, self.fit) = (
      book, scenario, timeline, horizon, fit
    )
    currencies = [book.centre.budgetCurrency]
    plans = fit.givers.map { GiverPlan(giver: $0, years: timeline.years.count) }
    for index in plans.indices { addAgreements(to: index) }
    addRecorded()
    for change in scenario.changes { apply(change) }
  }

  private var yearStart: Int { book.centre.fiscalYearStart }

  // MARK: What is agreed

  private mutating func addAgreements(to index: Int) {
    let giver = plans[index].giver
    let agreements = book.agreements.filter { $0.contributor == giver.contributor && $0.fund == giver.fund }
    for agreement in agreements {
      addInstalments(of: agreement, to: index)
      for year in timeline.years.indices
      where agreement.covers(timeline.years[year].year, startMonth: yearStart) {
        plans[index].covered[year] = true
      }
    }
    plans[index].renewal = renewal(of: agreements, giver: giver)
  }

  /// Instalments still to come: what the book shows as received settles the earliest ones. What fell due before
  /// the fund's ledger begins is taken as paid; where the book shows no receipts of an agreement, everything due
  /// before the projection is.
  private mutating func addInstalments(of agreement: Agreement, to index: Int) {
    let receipts = book.contributions.filter { $0.agreement == agreement.id && $0.stage == .received }
    var settled = receipts.reduce(0) { $0 + cents($1, in: agreement.amount.currency) }
    let currency = currencyIndex(agreement.amount.currency)
    let seen = receipts.isEmpty ? timeline.first : book.ledgerStart(of: agreement.fund) ?? timeline.first
    for instalment in agreement.schedule(through: timeline.month(timeline.monthCount - 1)) {
      let due = timeline.first.distance(to: instalment.due)
      if due < 0 && instalment.due < seen { continue }
      let open = max(0, instalment.cents - max(0, settled))
      settled -= instalment.cents
      guard open > 0 else { continue }
      plans[index].instalments.append(
        GiverPlan.Instalment(
          due: due, cents: Double(open), currency: currency, recognised: recognition(agreement, due: due)))
    }
  }

  /// A receipt in cents of its agreement's currency, at the rate of its month.
  private func cents(_ row: Contribution, in currency: Currency) -> Int {
    let month = self.month(of: row.occasion)
    guard row.amount.currency != currency,
      let own = book.exchangeRates.rate(of: row.amount.currency, in: month),
      let wanted = book.exchangeRates.rate(of: currency, in: month)
    else { return row.amount.cents }
    return own.convert(row.amount.cents, to: wanted)
  }

  /// Year index in which an instalment becomes revenue; -1: before the projection.
  private func recognition(_ agreement: Agreement, due: Int) -> Int {
    let whole =
      book.centre.recognition == .upfront && !agreement.conditional && agreement.instalments != .yearly
    let month = whole ? timeline.first.distance(to: Month(agreement.signed)) : due
    return timeline.years.indices.last { timeline.bounds[$0] <= month } ?? -1
  }

  /// Receipts and refunds of the projection's own months that the book already shows, at their day's rate.
  private mutating func addRecorded() {
    for row in book.contributions where row.stage == .received || row.stage == .refunded {
      guard book.contributors[row.contributor]?.kind != .adjustment,
        let month = timeline.index(of: self.month(of: row.occasion)),
        let cents = book.inBudgetCurrency(row.amount, on: row.occasion)
      else { continue }
      let refund = row.stage == .refunded
      let agreement = refund ? nil : book.agreements.first { $0.id == row.agreement }
      let year = timeline.years.indices.last { timeline.bounds[$0] <= month } ?? 0
      plans[giver(row.contributor, to: row.fund)].recorded.append(
        GiverPlan.Instalment(
          due: month, cents: Double(refund ? -abs(cents) : cents), currency: 0,
          recognised: agreement.map { recognition($0, due: month) } ?? year))
    }
  }

  /// The month of a receipt; one known by year alone counts at the year's end.
  private func month(of occasion: Occasion) -> Month {
    switch occasion {
    case .day(let date): Month(date)
    case .year(let year): FiscalYear(year, startMonth: yearStart).last
    }
  }

  /// Renewal is a question in the year after the last agreement ends, unless one stands without end.
  private func renewal(of agreements: [Agreement], giver: Giver) -> GiverPlan.Renewal? {
    guard giver.habitual, !agreements.contains(where: { $0.to == nil }),
      let last = agreements.max(by: { ($0.to ?? $0.from) < ($1.to ?? $1.from) }),
      let end = last.lastYear(startMonth: yearStart), end + 1 > giver.origin
    else { return nil }
    let first = FiscalYear(containing: Month(last.from), startMonth: yearStart).first
    return GiverPlan.Renewal(
      year: end + 1, monthOffset: first.distance(to: Month(last.from)),
      upfront: book.centre.recognition == .upfront && !last.conditional)
  }

  // MARK: What the scenario changes

  private mutating func apply(_ change: Change) {
    switch change.kind {
    case .setContribution(let gift): gift.isAgreed ? agree(gift) : set(gift)
    case .collectLevels(let levels): collect(levels)
    case .keepAgreements(let keep):
      update(keep.contributor, in: keep.years) { $0.punctual[$1] = true }
    case .payLate(let late):
      update(late.contributor, in: late.years) { $0.delay[$1] += late.months }
    case .payIn(let pay): convert(pay)
    case .exchangeShock, .addPosts, .endInKind, .scalePlan: break
    }
  }

  private mutating func update(
    _ contributor: String?, in years: ClosedRange<Int>, _ change: (inout GiverPlan, Int) -> Void
  ) {
    for index in plans.indices where contributor == nil || plans[index].giver.contributor == contributor {
      for year in timeline.years.indices where years.contains(timeline.years[year].year) {
        change(&plans[index], year)
      }
    }
  }

  private mutating func set(_ gift: SetContribution) {
    let index = giver(gift.contributor, to: gift.fund)
    for year in timeline.years.indices where gift.years.contains(timeline.years[year].year) {
      fix(gift.amount, month: gift.month, in: year, of: index)
    }
  }

  /// One instalment a year in place of those of agreements; what a year has brought already counts toward it.
  private mutating func agree(_ gift: SetContribution) {
    let index = giver(gift.contributor, to: gift.fund)
    for year in timeline.years.indices where gift.years.contains(timeline.years[year].year) {
      let open = horizon.openMonths(of: year)
      guard !open.isEmpty else { continue }
      let months = timeline.months(of: year)
      let seen = plans[index].recorded.filter { months.contains($0.due) }.reduce(0) { $0 + $1.cents }
      let whole = book.inBudgetCurrency(gift.amount, on: .day(scenario.asOf)) ?? gift.amount.cents
      let cents = seen == 0 ? Double(gift.amount.cents) : max(0, Double(whole) - seen)
      plans[index].instalments.removeAll { months.contains($0.due) }
      plans[index].fixed[year] = nil
      plans[index].covered[year] = true
      guard cents > 0 else { continue }
      plans[index].instalments.append(
        GiverPlan.Instalment(
          due: max(open.lowerBound, horizon.yearStarts[year] + gift.month - 1), cents: cents,
          currency: seen == 0 ? currencyIndex(gift.amount.currency) : 0, recognised: year))
    }
    plans[index].instalments.sort { $0.due < $1.due }
    if let renewal = plans[index].renewal, gift.years.contains(renewal.year) { plans[index].renewal = nil }
  }

  private mutating func collect(_ levels: CollectLevels) {
    for contributor in book.contributors.values where contributor.id != book.centre.host {
      for year in timeline.years.indices where levels.years.contains(timeline.years[year].year) {
        let calendar = timeline.years[year].year
        let spell = contributor.spell(in: calendar)
        guard spell.councilMember, levels.group == nil || levels.group == spell.group,
          let level = book.recommendedLevel(of: contributor, in: calendar)
        else { continue }
        let amount = Money(cents: levels.share.of(level.amount.cents), currency: level.amount.currency)
        fix(amount, month: levels.month, in: year, of: giver(contributor.id, to: levels.fund))
      }
    }
  }

  /// Fixes the gift of a year that is not over; what it has brought already counts toward it.
  private mutating func fix(_ amount: Money, month: Int, in year: Int, of index: Int) {
    let open = horizon.openMonths(of: year)
    guard !open.isEmpty else { return }
    let whole = book.inBudgetCurrency(amount, on: .day(scenario.asOf)) ?? amount.cents
    let months = timeline.months(of: year)
    let seen = plans[index].recorded.filter { months.contains($0.due) }.reduce(0) { $0 + $1.cents }
    plans[index].fixed[year] = GiverPlan.FixedGift(
      cents: seen == 0 ? Double(amount.cents) : max(0, Double(whole) - seen),
      currency: seen == 0 ? currencyIndex(amount.currency) : 0, remembered: Double(whole),
      due: max(open.lowerBound, horizon.yearStarts[year] + month - 1))
  }

  /// Agreements and fixed gifts keep their value of the as-of date in the new currency.
  private mutating func convert(_ pay: PayIn) {
    let currency = currencyIndex(pay.currency)
    let month = Month(scenario.asOf)
    guard let rate = book.exchangeRates.rate(of: pay.currency, in: month) else { return }
    func converted(_ cents: Double, _ from: Int) -> Double {
      guard let own = book.exchangeRates.rate(of: currencies[from], in: month) else { return cents }
      return Double(own.convert(Int(cents), to: rate))
    }
    for index in plans.indices where plans[index].giver.contributor == pay.contributor {
      plans[index].instalments = plans[index].instalments.map {
        GiverPlan.Instalment(
          due: $0.due, cents: converted($0.cents, $0.currency), currency: currency, recognised: $0.recognised)
      }
      plans[index].fixed = plans[index].fixed.map { gift in
        gift.map {
          GiverPlan.FixedGift(
            cents: converted($0.cents, $0.currency), currency: currency, remembered: $0.remembered,
            due: $0.due)
        }
      }
    }
  }

  // MARK: Places

  private mutating func currencyIndex(_ currency: Currency) -> Int {
    if let index = currencies.firstIndex(of: currency) { return index }
    currencies.append(currency)
    return currencies.count - 1
  }

  /// The plan of a giver, made where the ledger knows nothing of it.
  private mutating func giver(_ contributor: String, to fund: String) -> Int {
    if let index = plans.firstIndex(where: { $0.giver.contributor == contributor && $0.giver.fund == fund }) {
      return index
    }
    let giver = Giver(
      contributor: contributor, fund: fund, isHost: contributor == book.centre.host, habitual: false,
      state: .never, surroundings: .unknown, effect: Giver.Effect(mean: 0, deviation: 0),
      origin: scenario.asOf.year, firstGift: 0, cashLedger: true, yearsSeen: 0, yearsGiven: 0,
      totalGiven: 0)
    plans.append(GiverPlan(giver: giver, years: timeline.years.count))
    return plans.count - 1
  }
}
