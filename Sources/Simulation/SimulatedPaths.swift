import Budgeting
public import Outlook
import Scenarios
import Vectors

/// The paths of a simulation, drawn where they are asked for: a path is the same whenever and wherever it is drawn.
public struct SimulatedPaths: BlockSource {
  public let assumptions: Assumptions

  public init(_ assumptions: Assumptions) { self.assumptions = assumptions }

  public var paths: Int { assumptions.scenario.paths }

  /// - Throws: `LinearAlgebraError` where a covariance gives out.
  public func reader() throws -> SimulatedBlocks { try SimulatedBlocks(assumptions) }
}

/// Draws the blocks of one thread.
public struct SimulatedBlocks: BlockReader {
  private let layout: PathLayout
  private var worker: BlockWorker

  init(_ assumptions: Assumptions) throws {
    layout = PathLayout(assumptions)
    worker = try BlockWorker(assumptions)
  }

  /// - Throws: `SimulationError` where the accounts of a path do not add up.
  public mutating func read(_ block: PathBlock) throws {
    for vector in 0..<block.vectors {
      let offset = vector * Lanes.count
      try worker.run(paths: UInt64(block.first + offset), count: min(Lanes.count, block.count - offset))
      write(worker.result, to: block, vector)
    }
  }

  private func write(_ result: BlockResult, to block: PathBlock, _ vector: Int) {
    for fund in result.accounts.indices {
      for year in 0..<layout.years { write(result, fund: fund, year: year, to: block, vector) }
      for month in 0..<layout.months {
        block[layout.monthEndCash(fund: fund, month: month), vector] =
          result.accounts[fund].monthEndCash[month]
      }
    }
    let (received, recognised) = (layout.received(giver: 0, year: 0), layout.recognised(giver: 0, year: 0))
    for index in result.received.indices {
      block[received + index, vector] = result.received[index]
      block[recognised + index, vector] = result.recognised[index]
    }
  }

  private func write(_ result: BlockResult, fund: Int, year: Int, to block: PathBlock, _ vector: Int) {
    let account = result.accounts[fund].years[year]
    let index = fund * layout.years + year
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
    put(.receivable, result.receivable[index])
    put(.allowance, result.allowance[index])
  }
}
