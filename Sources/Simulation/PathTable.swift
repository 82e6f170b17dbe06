import Budgeting
import Outlook
import Scenarios
import Vectors

/// Where every simulated number stands: one column a measure, one row a path, columns contiguous
/// and written eight rows at a time.
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
    let cells = columns * PathTable.rows(paths)
    storage = Array(unsafeUninitializedCapacity: cells) { _, count in count = cells }
  }

  /// The layout alone.
  init(layoutOf assumptions: Assumptions) {
    paths = assumptions.scenario.paths
    years = assumptions.timeline.years.count
    months = assumptions.timeline.monthCount
    funds = assumptions.funds.count
    givers = assumptions.givers.count
    storage = []
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

  /// Rows of a column: paths, to the next multiple of eight.
  private static func rows(_ paths: Int) -> Int { (paths + Lanes.count - 1) / Lanes.count * Lanes.count }

  /// The values of a column over all paths.
  func values(_ column: Int) -> ArraySlice<Double> {
    let start = column * PathTable.rows(paths)
    return storage[start..<start + paths]
  }

  /// The one door for writing: hands out the storage; writers keep to rows of their own.
  mutating func withWriter<Result>(_ body: (Writer) throws -> Result) rethrows -> Result {
    let layout = withoutCells
    let rows = PathTable.rows(paths)
    return try storage.withUnsafeMutableBufferPointer { buffer in
      guard let cells = buffer.baseAddress else { preconditionFailure("a table without cells") }
      return try body(Writer(layout: layout, rows: rows, cells: cells))
    }
  }

  private init(layoutOf table: PathTable) {
    (paths, years, months) = (table.paths, table.years, table.months)
    (funds, givers, storage) = (table.funds, table.givers, [])
  }

  /// Writes rows of the table. Safe across threads because no two workers own the same path.
  struct Writer: PathSink, @unchecked Sendable {
    let layout: PathTable
    let rows: Int
    let cells: UnsafeMutablePointer<Double>

    func set(_ column: Int, _ path: Int, _ values: Lanes) {
      let place = UnsafeMutableRawPointer(cells + column * rows + path)
      place.storeBytes(of: values.vector, as: SIMD8<Double>.self)
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
