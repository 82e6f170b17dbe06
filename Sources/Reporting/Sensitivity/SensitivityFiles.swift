import Decisions
import Judgement
import Measures
import Probability
import Tabular

/// `tornado.csv` and `sobol.csv`.
struct SensitivityFiles {
  let tornado: Tornado
  let sobol: SobolAnalysis

  /// Two rows a driver, its 10 % and its 90 % point; `mcse` is that of `value`, `base` the run as it stands.
  var tornadoFile: ReportFile {
    var document = CSVDocument(columns: [
      "measure", "driver", "point", "setting", "value", "mcse", "base", "source",
    ])
    for bar in tornado.bars {
      for (point, setting, estimate) in [
        ("q10", bar.driver.low, bar.low), ("q90", bar.driver.high, bar.high),
      ] {
        document.append([
          .text("\(tornado.measure)"), .text(bar.driver.id), .identifier(point), .text(setting),
          .number(number(estimate.value)), .number(number(estimate.error)),
          .number(number(tornado.base.value)),
          .text(bar.driver.source),
        ])
      }
    }
    return ReportFile(name: "tornado.csv", text: document.text)
  }

  /// Two rows a group: what it brings by itself, and with what it brings together with others.
  var sobolFile: ReportFile {
    var document = CSVDocument(columns: [
      "fund", "quantity", "year", "group", "index", "value", "mcse", "lower", "upper",
    ])
    for row in sobol.rows {
      guard let index = row.index else { continue }
      for (name, estimate) in [("first-order", index.first), ("total", index.total)] {
        let numbers = [
          estimate.value, estimate.error, estimate.interval.lowerBound, estimate.interval.upperBound,
        ]
        document.append(
          [
            .identifier(row.fund), .identifier(row.target.rawValue), .number("\(row.year)"), .text(row.group),
            .identifier(name),
          ] + numbers.map { .number(number($0)) })
      }
    }
    return ReportFile(name: "sobol.csv", text: document.text)
  }

  private func number(_ value: Double) -> String {
    value.isNaN ? "" : Number.decimal(value, places: 6)
  }
}
