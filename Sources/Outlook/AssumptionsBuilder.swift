import Budgeting
import Finance
public import Giving
import OrderedCollections
public import Records
public import Scenarios

extension Assumptions {
  /// Resolves a scenario on a book with a fit of that book.
  /// - Throws: `OutlookError` where the scenario ends before the book's opening balance allows it to begin, or
  ///   funds have no balance of the same month.
  public init(book: Book, scenario: Scenario, giving: GivingFit) throws(OutlookError) {
    let first = try Assumptions.firstMonth(book, scenario)
    let start = book.centre.fiscalYearStart
    guard let timeline = Timeline(first: first, horizon: scenario.horizon, fiscalYearStart: start) else {
      throw OutlookError(
        "scenario '\(scenario.name)': the horizon \(scenario.horizon) ends before the projection begins in "
          + "\(first); name a later horizon or an earlier balance in balances.csv")
    }
    let horizon = GivingHorizon(
      firstYear: timeline.years[0].year, yearStarts: timeline.years.map { first.distance(to: $0.first) },
      firstOrdinal: first.ordinal, seenThrough: max(-1, first.distance(to: Month(scenario.asOf))))
    let givers = GiverResolution(
      book: book, scenario: scenario, timeline: timeline, horizon: horizon, fit: giving)
    let resolution = PlanResolution(book: book, scenario: scenario, timeline: timeline)
    if let fault = book.centre.funds.values.lazy.compactMap(resolution.fault).first {
      throw OutlookError("scenario '\(scenario.name)': \(fault)")
    }
    let funds = book.centre.funds.values.map {
      Assumptions.plan(of: $0, in: book, scenario: scenario, timeline: timeline, resolution: resolution)
    }
    self.book = book
    self.scenario = scenario
    self.timeline = timeline
    self.funds = funds
    self.givers = givers.plans
    self.giving = giving
    self.horizon = horizon
    settings = Assumptions.settings(scenario.assumptions, prior: giving.prior)
    exchange = Assumptions.exchange(
      book: book, scenario: scenario, timeline: timeline, currencies: givers.currencies)
    openingReceivable = Assumptions.receivable(funds: funds, givers: givers.plans, exchange: exchange)
    indicative = Assumptions.isIndicative(book)
    notes =
      AssumptionNotes(
        book: book, scenario: scenario, timeline: timeline, giving: giving, settings: settings,
        exchange: exchange, resolution: resolution, givers: givers.plans
      ).all
  }

  /// The month after the latest one every fund has a balance of: all funds begin together. Funds without a
  /// balance, and closed ones, are not waited for. Without balances, the month after the as-of date.
  private static func firstMonth(_ book: Book, _ scenario: Scenario) throws(OutlookError) -> Month {
    guard let latest = book.balances.map(\.date).max() else {
      return Month(scenario.asOf).advanced(by: 1)
    }
    let open = Set(book.balances.map(\.fund)).filter { !isClosed($0, in: book) }.sorted()
    let months = open.map { fund in Set(book.balances.filter { $0.fund == fund }.map { Month($0.date) }) }
    guard let first = months.first else { return Month(latest).advanced(by: 1) }
    guard let common = months.dropFirst().reduce(first, { $0.intersection($1) }).max() else {
      throw OutlookError(
        "scenario '\(scenario.name)': balances.csv has no month known on \(scenario.asOf) with a balance of every "
          + "one of the funds \(open.joined(separator: ", ")); add the missing rows for one and the same day")
    }
    return common.advanced(by: 1)
  }

  /// Whether a fund's last balance left no cash and nothing has been given to it since.
  private static func isClosed(_ fund: String, in book: Book) -> Bool {
    guard let last = book.balances.filter({ $0.fund == fund }).max(by: { $0.date < $1.date }) else {
      return true
    }
    let start = book.centre.fiscalYearStart
    let year = FiscalYear(containing: Month(last.date), startMonth: start).year
    return last.cash == 0
      && !book.contributions.contains {
        $0.fund == fund && $0.occasion.fiscalYear(startMonth: start) > year
      } && !book.budget.contains { $0.fund == fund && $0.year > year }
  }

  private static func plan(
    of fund: Fund, in book: Book, scenario: Scenario, timeline: Timeline, resolution: PlanResolution
  ) -> FundPlan {
    let balance = book.balance(of: fund, before: timeline.first)
    let order = scenario.response.order
    return FundPlan(
      fund: fund, units: resolution.units(of: fund), reserveRequired: resolution.reserve(of: fund),
      openingCash: Double(balance?.cash ?? 0), openCommitments: Double(balance?.openCommitments ?? 0),
      monthlyInterest: (scenario.assumptions.interest?.fraction ?? 0) / 12, steps: order.count,
      drawReserveStep: order.firstIndex(of: .drawReserve))
  }

  private static func settings(_ stated: NamedAssumptions, prior: GivingPrior) -> GivingSettings {
    GivingSettings(
      onTimeProbability: stated.onTimeProbability?.fraction,
      defaultProbability: stated.defaultProbability?.fraction,
      renewalProbability: stated.renewalProbability?.fraction ?? prior.renewalProbability,
      renewalTerm: stated.renewalTerm ?? prior.renewalTerm)
  }

  private static func exchange(
    book: Book, scenario: Scenario, timeline: Timeline, currencies: [Currency]
  ) -> ExchangeOutlook {
    var exchange = ExchangeOutlook(
      book: book, asOf: scenario.asOf, currencies: Array(currencies.dropFirst()),
      volatility: scenario.assumptions.exchangeVolatility, months: timeline.monthCount)
    for change in scenario.changes {
      guard case .exchangeShock(let shock) = change.kind else { continue }
      let first = timeline.years.firstIndex { $0.year >= shock.from }
      exchange.apply(shock, fromMonth: first.map { timeline.bounds[$0] } ?? timeline.monthCount)
    }
    return exchange
  }

  /// What was revenue before the first day and is paid since, or still to be: at the as-of rate.
  private static func receivable(
    funds: [FundPlan], givers: [GiverPlan], exchange: ExchangeOutlook
  ) -> [Double] {
    funds.map { fund in
      let own = givers.filter { $0.giver.fund == fund.fund.id }
      let owed = own.flatMap { $0.recorded + $0.instalments }.filter { $0.recognised < 0 }
      return owed.reduce(0.0) { sum, part in
        sum + (part.cents * exchange.values[part.currency]).rounded(.toNearestOrAwayFromZero)
      }
    }
  }

  private static func isIndicative(_ book: Book) -> Bool {
    book.balances.isEmpty || book.budget.contains { $0.provenance.isAssumption }
      || book.posts.contains { $0.provenance.isAssumption }
      || book.balances.contains { $0.provenance.isAssumption }
  }
}

extension Book {
  /// The last balance of a fund before a month.
  func balance(of fund: Fund, before month: Month) -> Balance? {
    balances.filter { $0.fund == fund.id && Month($0.date) < month }.max { $0.date < $1.date }
  }
}
