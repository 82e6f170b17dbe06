import Budgeting
import Finance
public import Outlook

/// Which column of a block holds what: one column a quantity, first those a simulation fills, in an order that depends
/// on nothing but the numbers of years, months, funds and givers.
public struct PathLayout: Sendable, Hashable {
  public let years: Int
  public let months: Int
  public let funds: Int
  public let givers: Int
  /// By year: its last month.
  private let lastMonths: [Int]

  public init(_ assumptions: Assumptions) {
    let timeline = assumptions.timeline
    (years, months) = (timeline.years.count, timeline.monthCount)
    (funds, givers) = (assumptions.funds.count, assumptions.givers.count)
    lastMonths = timeline.years.indices.map { timeline.months(of: $0).upperBound - 1 }
  }

  /// How many columns a simulation fills.
  public var count: Int { recognised(giver: givers, year: 0) }

  public func fund(_ measure: FundMeasure, fund: Int, year: Int) -> Int {
    (fund * years + year) * FundMeasure.allCases.count + measure.rawValue
  }

  public func monthEndCash(fund: Int, month: Int) -> Int {
    funds * years * FundMeasure.allCases.count + fund * months + month
  }

  public func received(giver: Int, year: Int) -> Int {
    monthEndCash(fund: funds, month: 0) + giver * years + year
  }

  public func recognised(giver: Int, year: Int) -> Int {
    received(giver: givers, year: 0) + giver * years + year
  }

  /// Columns that may hold the same numbers on every path as another one, which stands first: what is recognised
  /// and received of a giver, cash and free cash where nothing is committed, cash at the end of a year and of
  /// its last month.
  var likely: [(column: Int, same: Int)] {
    let giving = (0..<givers * years).map {
      (received(giver: 0, year: 0) + $0, recognised(giver: 0, year: 0) + $0)
    }
    let cash = (0..<funds).flatMap { fund in
      (0..<years).flatMap { year in
        let closing = self.fund(.closingCash, fund: fund, year: year)
        return [
          (closing, self.fund(.freeCash, fund: fund, year: year)),
          (closing, monthEndCash(fund: fund, month: lastMonths[year])),
        ]
      }
    }
    return (giving + cash).map { (column: $0.1, same: $0.0) }
  }
}
