import Decisions
import Finance
import Outlook
import Scenarios
import Simulation

/// The probability of a shortfall as things stand and under each shock of the battery.
struct StressChart {
  private let telling: StressTelling

  init(_ telling: StressTelling) { self.telling = telling }

  private var rows: [StressTelling.Row] { telling.rows }
  private var risks: [Frequency] { rows.map(\.outcome.shortfall) }

  var chart: Chart {
    Chart(
      id: "stress-\(telling.result.fund)",
      title:
        "Probability of a shortfall of fund \(telling.result.fund) by \(telling.horizon), shock by shock",
      alternative: alternative, unit: .share, places: rows.map(\.title), firstProjected: 0,
      layers: [
        .bars(
          Chart.Bars(
            name: "a shortfall in some year to \(telling.horizon)", values: risks.map(\.probability),
            errors: risks.map(\.error))),
        .line(
          Chart.Line(
            name: "as things stand", values: risks.indices.map { $0 > 0 ? risks[0].probability : nil },
            style: .measure(0))),
        .line(Chart.Line(name: lineName, values: lines, style: .requirement)),
      ],
      note: note, form: .rows, reaches: 1)
  }

  private var rule: StressBattery.SignalRule { telling.battery.signal }

  private var lines: [Double?] {
    risks.indices.map { ($0 == 0 ? rule.line : rule.stressLine).fraction }
  }

  private var lineName: Prose {
    "line of the signal: \("\(rule.line)".figure(of: StressChart.battery)) as things stand, "
      + "\("\(rule.stressLine)".figure(of: StressChart.battery)) under a shock"
  }

  private static let battery = Origin.label("a line of the battery's signal")

  private var note: Prose {
    let largest = risks.map(\.error).max() ?? 0
    let paths = Number.units(Double(risks[0].paths) * 100).figure(of: .scenario(key: "paths"))
    let error = Number.percent(largest, places: 2).figure(
      of: .label("the largest Monte Carlo standard error of the bars"))
    return Prose(
      "Every bar is of \(paths) simulated futures on the same random numbers. The thin marks reach two Monte Carlo ",
      "standard errors to either side, \(error) each at most.")
  }

  private var alternative: String {
    rows.map { row in
      "\(row.title): \(Number.percent(row.outcome.shortfall.probability)) "
        + "(+/- \(Number.percent(row.outcome.shortfall.error, places: 2)))."
    }.joined(separator: " ")
  }
}
