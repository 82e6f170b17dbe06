import Forecasting
import OrderedCollections
public import Records

extension ForecastAudit {
  /// One fund: what was told of every contributor and of all together, and what came.
  public struct FundAudit: Sendable {
    public let fund: Fund
    /// What is compared: revenue, or cash received.
    public let stage: Stage
    /// Ascending, at least one.
    public let years: [Year]
    /// By contributor in the run's order, then by year.
    public let cells: [Cell]

    /// A fund's year: what came from whom adds up to the book's total.
    public struct Year: Sendable {
      public let year: Int
      /// What was told of all contributors together, against `fromKnown + fromNew`.
      public let total: Cell
      /// Gifts of contributors that the run forecast.
      public let fromKnown: Int
      /// Contributors that the run did not forecast: what each gave.
      public let newcomers: [Cell]
      /// Years of contributors below nothing: refunds and corrections.
      public let takenBack: Int
      /// Rows that are nobody's gift.
      public let adjustments: Int
      /// The printed total, where the book has one.
      public let printed: Int?
      /// Plan and risk; `nil` where the run has none of the fund.
      public let risk: Risk?
      /// Every document the book names for the year's money: gifts, adjustments, totals, expenses, balance.
      public let sources: [String]

      public var fromNew: Int { newcomers.reduce(0) { $0 + max($1.came, 0) } }
      /// The book's own total.
      public var bookTotal: Int { fromKnown + fromNew + takenBack + adjustments }
    }

    /// The totals' cells.
    public var totals: [Cell] { years.map(\.total) }

    init?(_ fund: Fund, _ forecast: FrozenForecast, _ ledger: ActualLedger, years judged: [Int]) {
      let stage = ledger.stage(of: fund.id)
      let told = forecast.gifts.filter { $0.fund == fund.id && $0.stage == stage }
      let years = judged.filter { year in told.contains { $0.year == year } }
      guard !years.isEmpty else { return nil }
      let reader = FundReader(fund: fund, stage: stage, told: told, plans: forecast.plans, ledger: ledger)
      (self.fund, self.stage) = (fund, stage)
      self.years = years.map(reader.year)
      cells = reader.known.flatMap { contributor in years.map { reader.cell(contributor, $0) } }
    }

    /// The one with more money first, told and come; by name where they are equal.
    static func precedes(_ left: FundAudit, _ right: FundAudit) -> Bool {
      let (a, b) = (left.size, right.size)
      return a == b ? left.fund.id < right.fund.id : a > b
    }

    private var size: Double {
      years.reduce(0) { $0 + $1.total.outcome + ($1.total.told?.mean ?? 0) }
    }
  }
}

/// Reads what came to one fund beside what was told of it.
private struct FundReader {
  let fund: Fund
  let stage: Stage
  let told: [FrozenForecast.Gift]
  let plans: [FrozenForecast.Plan]
  let ledger: ActualLedger
  /// Contributors of the run in its order.
  let known: [String]
  private let recorded: [Int: RecordedYear]

  init(
    fund: Fund, stage: Stage, told: [FrozenForecast.Gift], plans: [FrozenForecast.Plan], ledger: ActualLedger
  ) {
    (self.fund, self.stage, self.told, self.plans, self.ledger) = (fund, stage, told, plans, ledger)
    let contributors = OrderedSet(told.map(\.contributor))
    known = contributors.filter { $0 != FrozenForecast.total && !ledger.isAdjustment($0) }
    let years = RecordedYear.all(of: fund, in: ledger.book, before: Int.max)
    recorded = Dictionary(years.map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func amounts(_ year: Int) -> OrderedDictionary<String, Int> {
    guard let year = recorded[year] else { return [:] }
    return stage == .received ? year.received : year.recognised
  }

  private func distribution(_ contributor: String, _ year: Int) -> PredictiveDistribution? {
    told.first { $0.contributor == contributor && $0.year == year }?.amount
  }

  /// A contributor's year. New contributors that the run forecast together are judged together.
  func cell(_ contributor: String, _ year: Int) -> ForecastAudit.Cell {
    let isPool = contributor == FrozenForecast.newContributors
    let new = isPool ? newcomers(year) : []
    return ForecastAudit.Cell(
      year: year, contributor: contributor, fund: fund.id, told: distribution(contributor, year),
      came: isPool ? new.reduce(0) { $0 + max($1.came, 0) } : amounts(year)[contributor] ?? 0,
      sources: isPool
        ? Array(OrderedSet(new.flatMap(\.sources)))
        : ledger.sources(contributor, fund: fund.id, year: year, stage: stage))
  }

  private func newcomers(_ year: Int) -> [ForecastAudit.Cell] {
    amounts(year).filter { !known.contains($0.key) && !ledger.isAdjustment($0.key) && $0.value != 0 }.map {
      ForecastAudit.Cell(
        year: year, contributor: $0.key, fund: fund.id, told: nil, came: $0.value,
        sources: ledger.sources($0.key, fund: fund.id, year: year, stage: stage))
    }
  }

  func year(_ year: Int) -> ForecastAudit.FundAudit.Year {
    let gifts = amounts(year).filter { !ledger.isAdjustment($0.key) }
    let positive = gifts.values.reduce(0) { $0 + max($1, 0) }
    let fromKnown = known.reduce(0) { $0 + max(gifts[$1] ?? 0, 0) }
    let plan = plans.first { $0.fund == fund.id && $0.year == year }
    let spent = recorded[year].flatMap { $0.spent.isEmpty ? nil : $0.spent.values.reduce(0, +) }
    return ForecastAudit.FundAudit.Year(
      year: year,
      total: ForecastAudit.Cell(
        year: year, contributor: FrozenForecast.total, fund: fund.id,
        told: distribution(FrozenForecast.total, year), came: positive, sources: []),
      fromKnown: fromKnown, newcomers: newcomers(year),
      takenBack: gifts.values.reduce(0) { $0 + min($1, 0) },
      adjustments: amounts(year).filter { ledger.isAdjustment($0.key) }.values.reduce(0, +),
      printed: ledger.printed(stage, fund: fund.id, year: year),
      risk: plan.map {
        ForecastAudit.Risk(told: $0, spent: spent, balance: ledger.balance(of: fund.id, year: year))
      },
      sources: ledger.sources(fund: fund.id, year: year, stage: stage))
  }
}
