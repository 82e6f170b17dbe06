import Decisions
import Finance
import Scenarios
import Tabular

/// `comparison.csv` and `attribution.csv`: every figure of two scenarios, and the parts of its difference.
struct CompareFiles {
  let comparisons: [ScenarioComparison]

  /// `a` is the first scenario's, `b` the second's; `mcse` is the Monte Carlo error of the difference on the same futures.
  var comparison: ReportFile {
    var document = CSVDocument(columns: [
      "first", "second", "year", "fund", "measure", "statistic", "unit", "a", "b", "difference", "mcse",
    ])
    for comparison in comparisons {
      let write = CompareFigures(comparison: comparison)
      for figure in comparison.figures {
        document.append(row(figure, write, asCount: false))
        if figure.measure.unit == .futures { document.append(row(figure, write, asCount: true)) }
      }
    }
    return ReportFile(name: "comparison.csv", text: document.text)
  }

  private func row(_ figure: ComparedFigure, _ write: CompareFigures, asCount: Bool) -> [CSVDocument.Cell] {
    let measure = figure.measure
    let values = [figure.first, figure.second, figure.difference].map {
      CSVDocument.Cell.number(write.number($0, measure, asCount: asCount))
    }
    return key(figure, write, asCount: asCount) + values + [.number(error(figure, write, asCount: asCount))]
  }

  private func error(_ figure: ComparedFigure, _ write: CompareFigures, asCount: Bool) -> String {
    guard let error = figure.error else { return "" }
    switch figure.measure.unit {
    case .cents: return Number.decimal(error / 100, places: 2)
    case .futures: return Number.decimal(asCount ? error : error / write.paths, places: asCount ? 2 : 6)
    case .millionths: return Number.decimal(error / 1e6, places: 6)
    }
  }

  /// Parts of every difference that is not nothing: probabilities as counts of futures, so that they add exactly.
  var attribution: ReportFile {
    var document = CSVDocument(columns: [
      "first", "second", "year", "fund", "measure", "statistic", "unit", "driver", "part",
    ])
    for comparison in comparisons {
      let write = CompareFigures(comparison: comparison)
      for figure in comparison.figures where figure.difference != 0 {
        guard let parts = figure.parts else { continue }
        for (driver, part) in zip(comparison.difference.drivers, parts) {
          document.append(
            key(figure, write, asCount: true) + [
              .text(driver.name), .number(write.number(part, figure.measure, asCount: true)),
            ])
        }
      }
    }
    return ReportFile(name: "attribution.csv", text: document.text)
  }

  private func key(_ figure: ComparedFigure, _ write: CompareFigures, asCount: Bool) -> [CSVDocument.Cell] {
    let (difference, measure) = (write.comparison.difference, figure.measure)
    let statistic = asCount && measure.unit == .futures ? "count" : measure.statistic.rawValue
    return [
      .identifier(difference.first.name), .identifier(difference.second.name), .number("\(measure.year)"),
      .identifier(measure.fund), .identifier(measure.name), .identifier(statistic),
      .identifier(write.unit(measure, asCount: asCount)),
    ]
  }
}
