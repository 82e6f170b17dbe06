import Budgeting
import Finance
import Measures
import OrderedCollections
import Outlook
import Records
import Simulation

/// Extrabudgetary and regular-budget cash of whole years, recorded or simulated.
struct FundingSources {
  let ensemble: Ensemble
  private let recorded: [[Int: Double]]
  /// By fund: cash of the first projected year from before the projection, where it begins inside the year.
  private let begun: [Double]

  init(_ ensemble: Ensemble) {
    self.ensemble = ensemble
    let book = ensemble.assumptions.book
    let first = ensemble.assumptions.timeline.years[0].year
    recorded = ensemble.assumptions.funds.map { plan in
      let years = RecordedYear.all(of: plan.fund, in: book, before: first)
      return Dictionary(
        uniqueKeysWithValues: years.map { ($0.year, Double($0.giving(book).values.reduce(0, +))) })
    }
    begun = ensemble.assumptions.funds.map { plan in
      let months = ensemble.assumptions.timeline
      let part = RecordedYear.begun(of: plan.fund, in: book, year: first, before: months.first)
      return Double(part.giving(book).values.reduce(0, +))
    }
  }

  /// Years before the projection with any receipt, ascending.
  var recordedYears: [Int] { Set(recorded.flatMap(\.keys)).sorted() }

  /// Funds a rule's scope speaks of.
  func funds(in scope: String) -> [Int] {
    ensemble.assumptions.funds.indices.filter { index in
      let fund = ensemble.assumptions.funds[index].fund
      return scope == "all" || (scope == "core" && fund.purpose == .core) || scope == fund.id
    }
  }

  func isRegularBudget(_ fund: Int) -> Bool {
    ensemble.assumptions.funds[fund].fund.sourceOfFunds == .regularBudget
  }

  /// Recorded cash of a fund in a calendar of fiscal years; 0 where the book has none.
  func recorded(_ fund: Int, in year: Int) -> Double { recorded[fund][year] ?? 0 }

  /// Extrabudgetary and regular-budget cash of the window that ends with `year`, on the central path.
  func central(_ funds: [Int], window: ClosedRange<Int>) -> (extrabudgetary: Double, regular: Double) {
    sum(funds, window) { fund, index in ensemble.central.accounts[fund].years[index].received }
  }

  /// The same on every path.
  func paths(_ funds: [Int], window: ClosedRange<Int>) -> (extrabudgetary: [Double], regular: [Double]) {
    var extrabudgetary = [Double](repeating: 0, count: ensemble.paths)
    var regular = extrabudgetary
    for fund in funds {
      for year in window {
        if let index = projected(year) {
          let values = ensemble.values(.received, fund: fund, year: index)
          let before = index == 0 ? begun[fund] : 0
          for (path, simulated) in values.enumerated() {
            let value = simulated + before
            if isRegularBudget(fund) { regular[path] += value } else { extrabudgetary[path] += value }
          }
        } else {
          let value = recorded(fund, in: year)
          for path in 0..<ensemble.paths {
            if isRegularBudget(fund) { regular[path] += value } else { extrabudgetary[path] += value }
          }
        }
      }
    }
    return (extrabudgetary, regular)
  }

  private func sum(
    _ funds: [Int], _ window: ClosedRange<Int>, _ value: (Int, Int) -> Double
  ) -> (extrabudgetary: Double, regular: Double) {
    var result = (extrabudgetary: 0.0, regular: 0.0)
    for fund in funds {
      for year in window {
        let cash =
          projected(year).map { value(fund, $0) + ($0 == 0 ? begun[fund] : 0) } ?? recorded(fund, in: year)
        if isRegularBudget(fund) { result.regular += cash } else { result.extrabudgetary += cash }
      }
    }
    return result
  }

  private func projected(_ year: Int) -> Int? {
    ensemble.assumptions.timeline.years.firstIndex { $0.year == year }
  }
}
