import Budgeting
import Finance
import Outlook
import Records
import Scenarios
import Simulation
import Tabular

/// `sweep.csv`: every combination of a sweep by year, fund and measure; the last six columns are rows of the
/// `summary.csv` that a run of the combination alone would write.
struct SweepFile {
  let result: SweepResult
  /// Of the run the sweep belongs to; its funds and years are those of every combination.
  let assumptions: Assumptions

  static let columns = [
    "lever_1", "value_1", "lever_2", "value_2", "year", "fund", "measure", "unit", "statistic", "value",
  ]

  /// Written combination by combination: there may be millions of rows.
  var file: ReportFile {
    var text = CSVDocument(columns: SweepFile.columns).text
    for (point, measures) in zip(result.sweep.points, result.measures) {
      text += rows(point, measures).body
    }
    return ReportFile(name: "sweep.csv", text: text)
  }

  private func rows(_ point: Sweep.Point, _ measures: SweepMeasures) -> CSVDocument {
    var document = CSVDocument(columns: SweepFile.columns)
    let key = levers(point)
    for (fund, plan) in assumptions.funds.enumerated() {
      for (year, label) in assumptions.timeline.years.enumerated() {
        let place: [CSVDocument.Cell] = [.number("\(label)"), .identifier(plan.fund.id)]
        for row in cells(measures.cells[fund][year]) { document.append(key + place + row) }
      }
    }
    return document
  }

  /// Name and value of each lever; empty cells for one that there is not.
  private func levers(_ point: Sweep.Point) -> [CSVDocument.Cell] {
    let cells = zip(result.sweep.levers, point.values).flatMap { [.text($0.name), cell($1)] }
    return cells + Array(repeating: .identifier(""), count: 4 - cells.count)
  }

  /// Rates as shares of one, as everywhere in our files.
  private func cell(_ value: Sweep.Value) -> CSVDocument.Cell {
    if case .word(let word) = value { return .text(word) }
    return .number(SweepFile.text(value))
  }

  /// A value as its cell holds it.
  static func text(_ value: Sweep.Value) -> String {
    switch value {
    case .rate(let rate): Number.decimal(rate.fraction, places: 4)
    case .amount(let cents): Money.decimal(cents: cents)
    case .number(let number): "\(number)"
    case .word(let word): word
    }
  }

  private func cells(_ cell: SweepMeasures.Cell) -> [[CSVDocument.Cell]] {
    amounts(cell)
      + zip(YearEvent.allCases, zip(cell.inYear, cell.byYearEnd)).flatMap { event, pair in
        frequencies(event.rawValue, pair.0) + frequencies("\(event.rawValue)-by-year-end", pair.1)
      }
  }

  private func amounts(_ cell: SweepMeasures.Cell) -> [[CSVDocument.Cell]] {
    let currency = assumptions.book.centre.budgetCurrency.code
    let quantiles = zip(SweepMeasures.quantileNames, cell.closingCash).map { ("closing-cash", $0, $1) }
    let rows =
      [("received", "mean", cell.meanReceived), ("closing-cash", "mean", cell.meanClosingCash)] + quantiles
      + [("funding-gap", "mean", cell.meanGap)]
    return rows.map { measure, statistic, cents in
      [
        .identifier(measure), .identifier(currency), .identifier(statistic), .number(Number.amount(cents)),
      ]
    }
  }

  private func frequencies(_ measure: String, _ frequency: Frequency) -> [[CSVDocument.Cell]] {
    [("probability", frequency.probability), ("mcse", frequency.error)].map { statistic, value in
      [
        .identifier(measure), .identifier("probability"), .identifier(statistic),
        .number(Number.decimal(value, places: 6)),
      ]
    }
  }
}
