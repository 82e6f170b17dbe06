import Budgeting
import Finance
import Giving
import Outlook
import Scenarios
import Vectors

/// Runs blocks of eight paths: draws giving and exchange rates, books the payments, runs the accounts.
struct BlockWorker {
  private let assumptions: Assumptions
  private let sampler: GivingSampler
  private let exchange: ExchangeSampler
  private let fundOfGiver: [Int]
  private let yearOfMonth: [Int]

  private var kernels: [FundKernel]
  private var giving: GivingBlock
  private var rates: [Lanes]
  /// By fund and month.
  private var receipts: [[Lanes]]
  private(set) var result: BlockResult

  init(_ assumptions: Assumptions) throws {
    self.assumptions = assumptions
    let timeline = assumptions.timeline
    let seed = assumptions.scenario.seed
    sampler = try GivingSampler(
      fit: assumptions.giving, plans: assumptions.givers, horizon: assumptions.horizon,
      settings: assumptions.settings, seed: seed)
    giving = sampler.block()
    exchange = try ExchangeSampler(
      assumptions.exchange, months: timeline.monthCount, horizon: assumptions.horizon, seed: seed)
    rates = exchange.central()
    fundOfGiver = assumptions.givers.indices.map(assumptions.fund(of:))
    yearOfMonth = timeline.years.indices.flatMap { year in timeline.months(of: year).map { _ in year } }
    receipts = assumptions.funds.map { _ in Array(repeating: Lanes(0), count: timeline.monthCount) }
    result = BlockResult(assumptions)
    kernels = []
    let expected = expectedReceipts()
    kernels = assumptions.funds.indices.map {
      FundKernel(plan: assumptions.funds[$0], timeline: timeline, expected: expected[$0])
    }
  }

  /// Receipts of the central path by fund and year: what the yearly decision expects.
  private mutating func expectedReceipts() -> [[Double]] {
    clear()
    for payment in sampler.central().payments { book(LanePayment(payment)) }
    let years = assumptions.timeline.years.count
    return assumptions.funds.indices.map { fund in
      (0..<years).map { year in
        fundOfGiver.indices.reduce(0) {
          fundOfGiver[$1] == fund ? $0 + result.received[$1 * years + year][0] : $0
        }
      }
    }
  }

  /// The paths `first` ... `first + 7`; a path gives the same result in whatever block it runs.
  /// - Parameter count: how many of them are asked for; what the others come to stops nothing.
  mutating func run(paths first: UInt64, count: Int = Lanes.count) throws(SimulationError) {
    exchange.draw(paths: first, into: &rates)
    sampler.draw(paths: first, into: &giving)
    clear()
    for payment in giving.payments { book(payment) }
    try account(byUnit: false, LaneMask(first: count)) { "path \(first + UInt64($0))" }
  }

  /// The central path in every lane: expected giving at the as-of rates.
  mutating func runCentral() throws(SimulationError) -> PathResult {
    rates = exchange.central()
    clear()
    for payment in sampler.central().payments { book(LanePayment(payment)) }
    try account(byUnit: true, LaneMask(first: 1)) { _ in "the central path" }
    return result.path(0)
  }

  private mutating func clear() {
    result.clear()
    for fund in receipts.indices {
      for month in receipts[fund].indices { receipts[fund][month] = Lanes(0) }
    }
  }

  private mutating func account(
    byUnit: Bool, _ asked: LaneMask, label: (Int) -> String
  ) throws(SimulationError) {
    for fund in kernels.indices {
      receipts[fund].withUnsafeBufferPointer {
        kernels[fund].run(receipts: $0, into: &result.accounts[fund], byUnit: byUnit)
      }
      let broken =
        asked .& result.accounts[fund].broken(of: assumptions.funds[fund], timeline: assumptions.timeline)
      if broken.any { throw fault(in: fund, broken, label) }
    }
  }

  /// The first broken path in words.
  private func fault(in fund: Int, _ broken: LaneMask, _ label: (Int) -> String) -> SimulationError {
    let lane = (0..<Lanes.count).first { broken[$0] } ?? 0
    let words = result.accounts[fund].accounts(lane: lane).brokenIdentity(
      of: assumptions.funds[fund], timeline: assumptions.timeline)
    return SimulationError("accounts of \(label(lane)) do not add up: \(words ?? "an identity is broken")")
  }
}

// MARK: Booking

extension BlockWorker {
  /// Books one payment: revenue in its year, cash in its month, a receivable in between.
  private mutating func book(_ payment: LanePayment) {
    recognise(payment)
    let (timeline, years) = (assumptions.timeline, assumptions.timeline.years.count)
    let months = timeline.monthCount
    let fund = fundOfGiver[payment.giver]
    for lane in 0..<Lanes.count where payment.cents[lane] != 0 {
      let paid = payment.paid[lane]
      if paid < Double(months) {
        let month = Int(paid)
        let cash = value(payment, lane, in: month)
        receipts[fund][month][lane] += cash
        result.received[payment.giver * years + yearOfMonth[month]][lane] += cash
      }
      for year in max(payment.recognised, 0)..<max(years, payment.recognised) {
        let last = timeline.bounds[year + 1] - 1
        if paid <= Double(last) { break }
        let open = value(payment, lane, in: last)
        result.receivable[fund * years + year][lane] += open
        result.allowance[fund * years + year][lane] += allowance(
          on: open, due: Int(payment.due[lane]), at: last)
      }
    }
  }

  private mutating func recognise(_ payment: LanePayment) {
    let timeline = assumptions.timeline
    let years = timeline.years.count
    guard payment.recognised >= 0, payment.recognised < years else { return }
    let index = payment.giver * years + payment.recognised
    guard payment.currency != 0 else {
      result.recognised[index] += payment.cents
      return
    }
    let months = timeline.months(of: payment.recognised)
    for lane in 0..<Lanes.count where payment.cents[lane] != 0 {
      let due = Int(payment.due[lane])
      let month = months.contains(due) ? due : months.lowerBound
      result.recognised[index][lane] += value(payment, lane, in: month)
    }
  }

  /// A quarter for every whole year overdue, in full after four (assumption on BC-12/25).
  private func allowance(on open: Double, due: Int, at month: Int) -> Double {
    guard month >= due + 12 else { return 0 }
    let share = Double(min((month - due) / 12, 4)) / 4
    return (open * share).rounded(.toNearestOrAwayFromZero)
  }

  private func value(_ payment: LanePayment, _ lane: Int, in month: Int) -> Double {
    if payment.currency == 0 { return payment.cents[lane] }
    return (payment.cents[lane] * rates[exchange.index(payment.currency, month)][lane])
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
