import Budgeting
import Finance
import Giving
import Outlook
import Scenarios

/// Runs paths one after the other: draws giving and exchange rates, books the payments, runs the accounts.
struct PathWorker {
  private let assumptions: Assumptions
  private let sampler: GivingSampler
  private let exchange: ExchangeSampler
  private let fundOfGiver: [Int]
  private let yearOfMonth: [Int]
  private let centralRates: [Double]

  private var kernels: [FundKernel]
  private var giving = GivingPath()
  private var rates: [Double]
  private var receipts: [[Double]]
  private(set) var result: PathResult

  init(_ assumptions: Assumptions) throws {
    self.assumptions = assumptions
    let timeline = assumptions.timeline
    let seed = assumptions.scenario.seed
    sampler = try GivingSampler(
      fit: assumptions.giving, plans: assumptions.givers, horizon: assumptions.horizon,
      settings: assumptions.settings, seed: seed)
    exchange = try ExchangeSampler(
      assumptions.exchange, months: timeline.monthCount, horizon: assumptions.horizon, seed: seed)
    fundOfGiver = assumptions.givers.indices.map(assumptions.fund(of:))
    yearOfMonth = timeline.years.indices.flatMap { year in timeline.months(of: year).map { _ in year } }
    centralRates = exchange.central()
    rates = centralRates
    let noReceipts = timeline.years.map { _ in 0.0 }
    kernels = assumptions.funds.map { FundKernel(plan: $0, timeline: timeline, expected: noReceipts) }
    receipts = assumptions.funds.map { _ in Array(repeating: 0, count: timeline.monthCount) }
    result = PathResult(
      givers: assumptions.givers.count, funds: assumptions.funds.count, years: timeline.years.count,
      accounts: assumptions.funds.map {
        FundAccounts(years: timeline.years.count, months: timeline.monthCount, units: $0.units.count)
      })
    for (fund, expected) in expectedReceipts().enumerated() {
      kernels[fund] = FundKernel(plan: assumptions.funds[fund], timeline: timeline, expected: expected)
    }
  }

  /// Receipts of the central path by fund and year: what the yearly decision expects.
  private mutating func expectedReceipts() -> [[Double]] {
    for payment in sampler.central().payments { book(payment) }
    let years = assumptions.timeline.years.count
    return assumptions.funds.indices.map { fund in
      (0..<years).map { year in
        fundOfGiver.indices.reduce(0) {
          fundOfGiver[$1] == fund ? $0 + result.received[$1 * years + year] : $0
        }
      }
    }
  }

  /// Path number `path`; the same number gives the same result whoever runs it.
  mutating func run(path: UInt64) throws(SimulationError) {
    for index in rates.indices { rates[index] = centralRates[index] }
    exchange.draw(path: path, into: &rates)
    sampler.draw(path: path, into: &giving)
    try account(label: "path \(path)", byUnit: false)
  }

  /// The central path: expected giving at the as-of rates.
  mutating func runCentral() throws(SimulationError) {
    rates = centralRates
    giving = sampler.central()
    try account(label: "the central path", byUnit: true)
  }

  private mutating func account(label: @autoclosure () -> String, byUnit: Bool) throws(SimulationError) {
    result.clear()
    for fund in receipts.indices {
      for month in receipts[fund].indices { receipts[fund][month] = 0 }
    }
    for payment in giving.payments { book(payment) }
    for fund in kernels.indices {
      kernels[fund].run(receipts: receipts[fund], into: &result.accounts[fund], byUnit: byUnit)
      if let broken = result.accounts[fund].brokenIdentity(
        of: assumptions.funds[fund], timeline: assumptions.timeline)
      {
        throw SimulationError("accounts of \(label()) do not add up: \(broken)")
      }
    }
  }

  /// Books one payment: revenue in its year, cash in its month, a receivable in between.
  private mutating func book(_ payment: Payment) {
    let timeline = assumptions.timeline
    let years = timeline.years.count
    let fund = fundOfGiver[payment.giver]
    if payment.recognised >= 0, payment.recognised < years {
      let start = timeline.bounds[payment.recognised]
      let end = timeline.bounds[payment.recognised + 1]
      let month = (start..<end).contains(payment.due) ? payment.due : start
      result.recognised[payment.giver * years + payment.recognised] += value(payment, in: month)
    }
    if payment.paid < timeline.monthCount {
      let cash = value(payment, in: payment.paid)
      receipts[fund][payment.paid] += cash
      result.received[payment.giver * years + yearOfMonth[payment.paid]] += cash
    }
    for year in max(payment.recognised, 0)..<max(years, payment.recognised, 0) {
      let last = timeline.bounds[year + 1] - 1
      if payment.paid <= last { break }
      let open = value(payment, in: last)
      result.receivable[fund * years + year] += open
      result.allowance[fund * years + year] += allowance(on: open, due: payment.due, at: last)
    }
  }

  /// A quarter for every whole year overdue, in full after four (assumption on BC-12/25).
  private func allowance(on open: Double, due: Int, at month: Int) -> Double {
    guard month >= due + 12 else { return 0 }
    let share = Double(min((month - due) / 12, 4)) / 4
    return (open * share).rounded(.toNearestOrAwayFromZero)
  }

  private func value(_ payment: Payment, in month: Int) -> Double {
    if payment.currency == 0 { return payment.cents }
    return (payment.cents * rates[exchange.index(payment.currency, month)])
      .rounded(.toNearestOrAwayFromZero)
  }
}

/// A simulation that cannot go on, in words.
public struct SimulationError: Error, Sendable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}

/// The run was stopped from outside.
public struct Interrupted: Error, Sendable {
  public init() {}
}
