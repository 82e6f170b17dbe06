import Budgeting
import Finance
import Outlook
import Records
import Simulation

/// The probability of a shortfall in each year and by its end.
struct RiskChart {
  private let findings: Findings
  private let reader: FindingsReader
  private let fund: Int

  /// - Parameter fund: by index.
  init(_ findings: Findings, fund: Int) {
    self.findings = findings
    self.fund = fund
    reader = FindingsReader(findings)
  }

  private func inYear(_ year: Int) -> Frequency {
    findings.ensemble.frequency(of: .shortfall, fund: fund, year: year)
  }

  private func byThen(_ year: Int) -> Frequency {
    findings.ensemble.frequency(of: .shortfall, fund: fund, by: year)
  }

  var chart: Chart {
    let id = reader.assumptions.funds[fund].fund.id
    let years = Array(reader.years.indices)
    return Chart(
      id: "shortfall-\(id)", title: "Probability of a shortfall of fund \(id)", alternative: alternative,
      unit: .share, places: years.map { "\(reader.years[$0])" }, firstProjected: 0,
      layers: [
        .bars(
          Chart.Bars(
            name: "in the year", values: years.map { inYear($0).probability },
            errors: years.map { inYear($0).error })),
        .line(
          Chart.Line(
            name: "in any year until then", values: years.map { byThen($0).probability }, style: .measure(1),
            isLabelled: true)),
      ],
      note: "The thin marks reach two Monte Carlo standard errors up and down.")
  }

  private var alternative: String {
    reader.years.indices.map {
      "\(reader.years[$0]): \(Number.percent(inYear($0).probability)) in the year "
        + "(+/- \(Number.percent(inYear($0).error, places: 2))), \(Number.percent(byThen($0).probability)) by then "
        + "(+/- \(Number.percent(byThen($0).error, places: 2)))."
    }.joined(separator: " ")
  }
}
