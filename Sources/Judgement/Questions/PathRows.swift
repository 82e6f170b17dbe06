import Budgeting
import Finance
public import Outlook
import Probability
import Records
public import Simulation

/// Every figure of every future as rows: what probabilities and quantiles are taken of.
public struct PathRows: Sendable {
  private let names: PathNames
  private let columns: PathColumns
  private let kept: [Column]

  /// A figure of a path.
  public struct Column: Sendable, Hashable {
    public let year: Int
    public let fund: String
    public let measure: String
    /// Whether it is an amount in cents.
    public let isAmount: Bool
    let index: Int
  }

  public init(_ assumptions: Assumptions) {
    names = PathNames(assumptions)
    columns = PathColumns(PathLayout(assumptions), measures: names.measures)
    kept = PathRows.accounts(names) + PathRows.measured(names, columns)
  }

  /// What is told of each path, in order: the accounts by fund and year, then what is measured.
  public var figures: [Column] { kept }

  private static func accounts(_ names: PathNames) -> [Column] {
    let layout = PathLayout(names.assumptions)
    let years = names.assumptions.timeline.years.map(\.year)
    return names.assumptions.funds.indices.flatMap { fund in
      years.indices.flatMap { year in
        PathNames.ofAccounts.map { item in
          Column(
            year: years[year], fund: names.assumptions.funds[fund].fund.id, measure: item.name,
            isAmount: true,
            index: layout.fund(item.measure, fund: fund, year: year))
        }
      }
    }
  }

  private static func measured(_ names: PathNames, _ columns: PathColumns) -> [Column] {
    names.measures.flatMap(\.columns).compactMap { measured in
      columns[measured.name].map {
        Column(
          year: measured.name.year, fund: measured.name.fund, measure: measured.name.measure,
          isAmount: names.isAmount(measured.name.measure), index: $0)
      }
    }
  }

  // MARK: Paths

  /// A block with room for everything.
  public func block() -> PathBlock { PathBlock(columns: columns.count) }

  /// Measures what is told beside the accounts.
  public func measure(_ block: PathBlock) {
    var first = columns.layout.count
    for measure in names.measures {
      measure.fill(block, from: first)
      first += measure.columns.count
    }
  }

  /// A figure of a path of a measured block; nan where it cannot be measured.
  public func value(_ column: Column, _ block: PathBlock, path: Int) -> Double {
    block.values(column.index)[path]
  }
}
