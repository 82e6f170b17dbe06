import Budgeting
import Finance
import Measures
import OrderedCollections
import Outlook
import Records
import Simulation

/// Extrabudgetary and regular-budget cash of whole years, recorded or simulated.
struct FundingSources {
  private let assumptions: Assumptions
  private let recorded: [[Int: Double]]
  /// By fund: cash of the first projected year from before the projection, where it begins inside the year.
  private let begun: [Double]

  init(_ assumptions: Assumptions) {
    self.assumptions = assumptions
    let book = assumptions.book
    let first = assumptions.timeline.years[0].year
    recorded = assumptions.funds.map { plan in
      let years = RecordedYear.all(of: plan.fund, in: book, before: first)
      return Dictionary(
        uniqueKeysWithValues: years.map { ($0.year, Double($0.giving(book).values.reduce(0, +))) })
    }
    begun = assumptions.funds.map { plan in
      let months = assumptions.timeline
      let part = RecordedYear.begun(of: plan.fund, in: book, year: first, before: months.first)
      return Double(part.giving(book).values.reduce(0, +))
    }
  }

  /// Years before the projection with any receipt, ascending.
  var recordedYears: [Int] { Set(recorded.flatMap(\.keys)).sorted() }

  /// Funds a rule's scope speaks of.
  func funds(in scope: String) -> [Int] {
    assumptions.funds.indices.filter { index in
      let fund = assumptions.funds[index].fund
      return scope == "all" || (scope == "core" && fund.purpose == .core) || scope == fund.id
    }
  }

  func isRegularBudget(_ fund: Int) -> Bool {
    assumptions.funds[fund].fund.sourceOfFunds == .regularBudget
  }

  /// Recorded cash of a fund in a calendar of fiscal years; 0 where the book has none.
  func recorded(_ fund: Int, in year: Int) -> Double { recorded[fund][year] ?? 0 }

  /// Extrabudgetary and regular-budget cash of a window of years on a path, such as the central one.
  func cash(
    _ funds: [Int], window: ClosedRange<Int>, on path: PathResult
  ) -> (extrabudgetary: Double, regular: Double) {
    var result = (extrabudgetary: 0.0, regular: 0.0)
    for fund in funds {
      for year in window {
        let cash =
          projected(year).map { path.accounts[fund].years[$0].received + ($0 == 0 ? begun[fund] : 0) }
          ?? recorded(fund, in: year)
        if isRegularBudget(fund) { result.regular += cash } else { result.extrabudgetary += cash }
      }
    }
    return result
  }

  /// The same on every path: the columns it is summed from.
  func columns(_ funds: [Int], window: ClosedRange<Int>) -> WindowSources {
    let layout = PathLayout(assumptions)
    var result = WindowSources()
    for fund in funds {
      for year in window {
        let index = projected(year)
        let known = index.map { $0 == 0 ? begun[fund] : 0 } ?? recorded(fund, in: year)
        let column = index.map { [layout.fund(.received, fund: fund, year: $0)] } ?? []
        if isRegularBudget(fund) {
          result.regular += column
          result.known.regular += known
        } else {
          result.extrabudgetary += column
          result.known.extrabudgetary += known
        }
      }
    }
    return result
  }

  private func projected(_ year: Int) -> Int? {
    assumptions.timeline.years.firstIndex { $0.year == year }
  }
}
