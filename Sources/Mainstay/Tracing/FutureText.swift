import Budgeting
import Finance
import Records
import Reporting
import Simulation
import Tabular

/// One simulated future in plain tables: the accounts of each fund by year, and what each giver pays.
struct FutureText {
  private let report: TracedRun
  private let view: PathView

  init(_ report: TracedRun, _ view: PathView) { (self.report, self.view) = (report, view) }

  private static let measures: [(title: String, measure: FundMeasure)] = [
    ("received", .received), ("spent", .spent), ("cash at end", .closingCash),
    ("lowest month", .lowestCash), ("shortfall", .shortfall), ("funding gap", .fundingGap),
    ("breach", .breach),
  ]

  var text: String {
    let assumptions = report.run.assumptions
    let years = assumptions.timeline.years
    let number = Money.groupedUnits(cents: view.number * 100)
    var text = "\nFuture \(number), counted from 0, in \(assumptions.book.centre.budgetCurrency)\n"
    for (fund, plan) in assumptions.funds.enumerated() {
      text += "\nFund \(plan.fund.id)\n"
      text += rows(
        [["Year"] + FutureText.measures.map(\.title)]
          + years.indices.map { year in
            ["\(years[year])"]
              + FutureText.measures.map { units(view[.fund($0.measure, fund: fund, year: year)]) }
          })
    }
    let givers = assumptions.givers.enumerated().map { index, plan in
      ["\(plan.giver.contributor) (\(plan.giver.fund))"]
        + years.indices.map { units(view[.received(giver: index, year: $0)]) }
    }
    return text + "\nPaid by\n" + rows([["Contributor"] + years.map { "\($0)" }] + givers)
  }

  private func units(_ cents: Double?) -> String {
    cents.map { Money.groupedUnits(cents: Int($0)) } ?? "-"
  }

  /// The first column to the left, the others to the right, two blanks apart.
  private func rows(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in rows.map { TextWidth.of($0[column]) }.max() ?? 0 }
    return rows.map { row in
      row.indices.map { TextWidth.pad(row[$0], to: widths[$0], right: $0 == 0) }.joined(separator: "  ")
        + "\n"
    }.joined()
  }
}
