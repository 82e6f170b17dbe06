import Budgeting
import Outlook
import Scenarios

/// Where every simulated number stands: one column a measure, one row a path, columns contiguous.
struct PathTable: Sendable {
  let paths: Int
  let years: Int
  let months: Int
  let funds: Int
  let givers: Int
  private(set) var storage: [Double]

  /// Largest table this version keeps in memory, in bytes.
  static let memoryLimit = 8 << 30

  init(_ assumptions: Assumptions) throws(SimulationError) {
    paths = assumptions.scenario.paths
    years = assumptions.timeline.years.count
    months = assumptions.timeline.monthCount
    funds = assumptions.funds.count
    givers = assumptions.givers.count
    let columns = funds * (years * FundMeasure.allCases.count + months) + givers * years * 2
    let bytes = columns * paths * MemoryLayout<Double>.stride
    guard bytes <= PathTable.memoryLimit else {
      throw SimulationError(
        "\(paths) paths x \(columns) measures need \(bytes >> 20) MiB, more than the "
          + "\(PathTable.memoryLimit >> 20) MiB this version keeps; ask for fewer paths with --paths")
    }
    let cells = columns * paths
    storage = Array(unsafeUninitializedCapacity: cells) { _, count in count = cells }
  }

  func column(_ measure: FundMeasure, fund: Int, year: Int) -> Int {
    (fund * years + year) * FundMeasure.allCases.count + measure.rawValue
  }

  func cashColumn(fund: Int, month: Int) -> Int {
    funds * years * FundMeasure.allCases.count + fund * months + month
  }

  func receivedColumn(giver: Int, year: Int) -> Int {
    cashColumn(fund: funds, month: 0) + giver * years + year
  }

  func recognisedColumn(giver: Int, year: Int) -> Int {
    receivedColumn(giver: givers, year: 0) + giver * years + year
  }

  var columnCount: Int { funds * (years * FundMeasure.allCases.count + months) + givers * years * 2 }

  /// The layout alone.
  var withoutCells: PathTable { PathTable(layoutOf: self) }

  /// The values of a column over all paths.
  func values(_ column: Int) -> ArraySlice<Double> { storage[column * paths..<(column + 1) * paths] }

  /// The one door for writing: hands out the storage; writers keep to rows of their own.
  mutating func withWriter<Result>(_ body: (Writer) throws -> Result) rethrows -> Result {
    let layout = withoutCells
    return try storage.withUnsafeMutableBufferPointer { buffer in
      try body(Writer(layout: layout, cells: buffer))
    }
  }

  private init(layoutOf table: PathTable) {
    (paths, years, months) = (table.paths, table.years, table.months)
    (funds, givers, storage) = (table.funds, table.givers, [])
  }

  /// Writes rows of the table. Safe across threads because no two workers own the same path.
  struct Writer: @unchecked Sendable {
    let layout: PathTable
    let cells: UnsafeMutableBufferPointer<Double>

    func write(_ result: PathResult, path: Int) {
      for fund in result.accounts.indices {
        for year in 0..<layout.years {
          write(result, fund: fund, year: year, path: path)
        }
        for month in 0..<layout.months {
          set(layout.cashColumn(fund: fund, month: month), path, result.accounts[fund].monthEndCash[month])
        }
      }
      for giver in 0..<layout.givers {
        for year in 0..<layout.years {
          let index = giver * layout.years + year
          set(layout.receivedColumn(giver: giver, year: year), path, result.received[index])
          set(layout.recognisedColumn(giver: giver, year: year), path, result.recognised[index])
        }
      }
    }

    private func write(_ result: PathResult, fund: Int, year: Int, path: Int) {
      let account = result.accounts[fund].years[year]
      let index = fund * layout.years + year
      for measure in FundMeasure.allCases {
        let value =
          switch measure {
          case .received: account.received
          case .spent: account.spent
          case .closingCash: account.closingCash
          case .freeCash: account.freeCash
          case .shortfall: account.shortfall
          case .shortfallMonth: Double(account.shortfallMonth)
          case .fundingGap: account.fundingGap
          case .breach: account.breach
          case .lowestCash: account.lowestCash
          case .receivable: result.receivable[index]
          case .allowance: result.allowance[index]
          }
        set(layout.column(measure, fund: fund, year: year), path, value)
      }
    }

    private func set(_ column: Int, _ path: Int, _ value: Double) {
      cells[column * layout.paths + path] = value
    }
  }
}

/// What is kept of each fund and year on every path.
public enum FundMeasure: Int, Sendable, CaseIterable {
  case received
  case spent
  case closingCash
  /// Closing cash less open commitments.
  case freeCash
  case shortfall
  /// Month index of the first month of the shortfall; -1: none.
  case shortfallMonth
  case fundingGap
  case breach
  case lowestCash
  case receivable
  case allowance
}
