import Budgeting
import Finance
import Giving
import Outlook
import Scenarios
import Vectors

/// Runs blocks of paths: draws giving and exchange rates, books the payments, runs the accounts.
struct BlockWorker {
  /// Paths in a block.
  static let paths = GivingBlock.paths

  private let assumptions: Assumptions
  private let layout: PathLayout
  private let sampler: GivingSampler
  private let exchange: ExchangeSampler
  private let ledger: PaymentLedger
  private let giving: GivingBlock
  private var result: BlockResult

  /// Receipts of the central path by fund and year: what the yearly decision expects.
  private(set) var expectedReceipts: [[Double]] = []
  /// Cash of the central path by giver and month: `[giver * months + month]`.
  private var centralCash: [Double] = []
  /// By fund and eight.
  private var kernels: [[FundKernel]]
  /// By eight.
  private var rates: [[Lanes]]
  private var walk: ExchangeSampler.Walk
  /// By fund and eight.
  private var accounts: [[LaneAccounts]]

  /// - Parameter expected: `expectedReceipts` of another worker of the same assumptions, which takes a while to
  ///   make; `nil`: to be made.
  init(_ assumptions: Assumptions, expected: [[Double]]? = nil) throws {
    self.assumptions = assumptions
    layout = PathLayout(assumptions)
    let timeline = assumptions.timeline
    let seed = assumptions.scenario.seed
    sampler = try GivingSampler(
      fit: assumptions.giving, plans: assumptions.givers, horizon: assumptions.horizon,
      settings: assumptions.settings, seed: seed, redrawn: assumptions.redrawn)
    giving = sampler.block()
    exchange = try ExchangeSampler(
      assumptions.exchange, months: timeline.monthCount, horizon: assumptions.horizon,
      seed: assumptions.redrawn.seed(of: .exchange, otherwise: seed))
    rates = Array(repeating: exchange.central(), count: BlockResult.eights)
    walk = exchange.walk()
    ledger = PaymentLedger(assumptions)
    result = BlockResult(layout, in: PathBlock(columns: layout.count))
    let (years, months) = (timeline.years.count, timeline.monthCount)
    accounts = assumptions.funds.map { plan in
      let room = LaneAccounts(years: years, months: months, units: plan.units.count)
      return Array(repeating: room, count: BlockResult.eights)
    }
    kernels = []
    let receipts = expected ?? centralReceipts()
    expectedReceipts = receipts
    kernels = assumptions.funds.indices.map { fund in
      let kernel = FundKernel(plan: assumptions.funds[fund], timeline: timeline, expected: receipts[fund])
      return Array(repeating: kernel, count: BlockResult.eights)
    }
  }

  private mutating func centralReceipts() -> [[Double]] {
    bookCentral(into: PathBlock(columns: layout.count))
    return assumptions.funds.indices.map { fund in
      assumptions.timeline.years.indices.map { year in
        assumptions.givers.indices.reduce(0) {
          ledger.fundOfGiver[$1] == fund ? $0 + result.received(giver: $1, year: year)[0][0] : $0
        }
      }
    }
  }

  /// Runs `BlockWorker.paths` paths from `first` on; a path gives the same result in whatever block it runs.
  /// - Parameters:
  ///   - count: how many of them are asked for; what the others come to stops nothing.
  ///   - vector: of the first path in `block`, whose columns of `PathLayout` are filled.
  mutating func run(
    paths first: Int, count: Int = BlockWorker.paths, into block: PathBlock, vector: Int
  ) throws(SimulationError) {
    result.begin(block, vector: vector)
    draw(paths: UInt64(first))
    for fund in kernels.indices {
      FundKernel.run(
        &kernels[fund], receipts: result.receipts(fund: fund, eight: 0), into: &accounts[fund])
    }
    let eights = (count + Lanes.count - 1) / Lanes.count
    for eight in 0..<eights {
      let start = eight * Lanes.count
      try check(eight, LaneMask(first: min(count - start, Lanes.count))) { "path \(first + start + $0)" }
      writeAccounts(of: eight, into: block, vector + eight)
    }
  }

  private mutating func draw(paths first: UInt64) {
    for eight in rates.indices {
      exchange.draw(paths: first + UInt64(eight * Lanes.count), &walk, into: &rates[eight])
    }
    sampler.begin(paths: first, in: giving)
    // One giver after the other: its payments are still near when they are booked.
    for giver in assumptions.givers.indices {
      giving.removePayments()
      sampler.draw(giver: giver, into: giving)
      for payment in giving.payments { ledger.book(payment, rates: rates[payment.eight], into: result) }
    }
  }

  /// The central path: expected giving at the as-of rates.
  mutating func runCentral() throws(SimulationError) -> PathResult {
    try runCentral(into: PathBlock(columns: layout.count))
  }

  /// The central path, also as the first and only path of a block.
  mutating func runCentral(into block: PathBlock) throws(SimulationError) -> PathResult {
    block.begin(0, of: 1)
    bookCentral(into: block)
    for fund in kernels.indices {
      kernels[fund][0].run(
        receipts: result.receipts(fund: fund, eight: 0), into: &accounts[fund][0], byUnit: true)
    }
    try check(0, LaneMask(first: 1)) { _ in "the central path" }
    writeAccounts(of: 0, into: block, 0)
    let years = assumptions.timeline.years.indices
    func numbers(_ count: Int, _ column: (Int, Int) -> LaneColumn) -> [Double] {
      (0..<count).flatMap { index in years.map { column(index, $0)[0][0] } }
    }
    let (givers, funds) = (assumptions.givers.count, assumptions.funds.count)
    return PathResult(
      accounts: accounts.map { $0[0].accounts(lane: 0) }, received: numbers(givers, result.received),
      receivedByMonth: centralCash, recognised: numbers(givers, result.recognised),
      receivable: numbers(funds, result.receivable), allowance: numbers(funds, result.allowance))
  }

  private mutating func bookCentral(into block: PathBlock) {
    result.begin(block, vector: 0)
    let (rates, months) = (exchange.central(), assumptions.timeline.monthCount)
    centralCash = Array(repeating: 0, count: assumptions.givers.count * months)
    for payment in sampler.central().payments {
      ledger.book(LanePayment(payment), rates: rates, into: result)
      guard let cash = ledger.cash(of: payment, rates: rates) else { continue }
      centralCash[payment.giver * months + payment.paid] += cash
    }
  }

  // MARK: Accounts

  /// Whether the accounting identities hold on the paths asked for.
  private func check(_ eight: Int, _ asked: LaneMask, label: (Int) -> String) throws(SimulationError) {
    for fund in kernels.indices {
      let broken =
        asked .& accounts[fund][eight].broken(of: assumptions.funds[fund], timeline: assumptions.timeline)
      if broken.any { throw fault(in: fund, eight, broken, label) }
    }
  }

  /// The first broken path in words.
  private func fault(
    in fund: Int, _ eight: Int, _ broken: LaneMask, _ label: (Int) -> String
  ) -> SimulationError {
    let lane = (0..<Lanes.count).first { broken[$0] } ?? 0
    let words = accounts[fund][eight].accounts(lane: lane).brokenIdentity(
      of: assumptions.funds[fund], timeline: assumptions.timeline)
    return SimulationError("accounts of \(label(lane)) do not add up: \(words ?? "an identity is broken")")
  }
}

// MARK: Writing

extension BlockWorker {
  private func writeAccounts(of eight: Int, into block: PathBlock, _ vector: Int) {
    for fund in accounts.indices {
      for year in 0..<layout.years {
        let account = accounts[fund][eight].years[year]
        let first = layout.fund(.received, fund: fund, year: year)
        func put(_ measure: FundMeasure, _ values: Lanes) { block[first + measure.rawValue, vector] = values }
        put(.received, account.received)
        put(.spent, account.spent)
        put(.closingCash, account.closingCash)
        put(.freeCash, account.freeCash)
        put(.shortfall, account.shortfall)
        put(.shortfallMonth, account.shortfallMonth)
        put(.fundingGap, account.fundingGap)
        put(.breach, account.breach)
        put(.lowestCash, account.lowestCash)
      }
      let cash = layout.monthEndCash(fund: fund, month: 0)
      for month in 0..<layout.months {
        block[cash + month, vector] = accounts[fund][eight].monthEndCash[month]
      }
    }
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
