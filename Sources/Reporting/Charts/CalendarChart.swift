import Budgeting
import Finance
import Outlook
import Records
import Simulation

/// Cash at the end of each month, expected and over all futures.
struct CalendarChart {
  private let findings: Findings
  private let reader: FindingsReader
  private let fund: Int

  /// - Parameter fund: by index.
  init(_ findings: Findings, fund: Int) {
    self.findings = findings
    self.fund = fund
    reader = FindingsReader(findings)
  }

  var chart: Chart {
    let id = reader.assumptions.funds[fund].fund.id
    let months = Array(0..<reader.timeline.monthCount)
    let summaries = months.map { findings.ensemble.monthEndCash(fund: fund, month: $0) }
    func quantile(_ index: Int) -> [Double?] { summaries.map { $0?.quantiles[index] } }
    return Chart(
      id: "calendar-\(id)", title: "Cash of fund \(id) at the end of each month", alternative: alternative,
      unit: .amount(reader.book.centre.budgetCurrency.code),
      places: months.map { "\(reader.timeline.month($0))" }, firstProjected: 0,
      layers: [
        FanLayers.outer(low: quantile(0), high: quantile(6)),
        FanLayers.inner(low: quantile(2), high: quantile(4)),
        .line(Chart.Line(name: FanLayers.expected, values: expected, style: .expected)),
        .line(Chart.Line(name: FanLayers.median, values: quantile(3), style: .median)),
      ],
      note: FanLayers.note(findings, nil))
  }

  private var expected: [Double?] { findings.ensemble.central.accounts[fund].monthEndCash.map { $0 } }

  private var alternative: String {
    let cash = findings.ensemble.central.accounts[fund].monthEndCash
    let unlucky = cash.indices.map {
      findings.ensemble.monthEndCash(fund: fund, month: $0)?.quantiles[0] ?? 0
    }
    func lowest(_ amounts: [Double], _ months: [Int]) -> Int? { months.min { amounts[$0] < amounts[$1] } }
    func end(_ month: Int) -> String { "at the end of \(Wording.month(reader.timeline.month(month)))" }
    let years = Dictionary(grouping: cash.indices) { reader.timeline.month($0).year }
    return years.keys.sorted().compactMap { year in
      guard let months = years[year], let expected = lowest(cash, months), let worst = lowest(unlucky, months)
      else { return nil }
      return
        "\(year): expected cash is lowest \(end(expected)), \(Number.units(cash[expected])); in 5 of 100 "
        + "futures it is lowest \(end(worst)), \(Number.units(unlucky[worst])) or less."
    }.joined(separator: " ")
  }
}
