import Budgeting
import Outlook
import Records
import Simulation

/// What all simulated futures say of each fund and year, as the engine found it.
struct OutlookSheet {
  private(set) var sheet: Sheet
  private let findings: Findings

  private static let header =
    ["Fund", "Year", "Measure", "mean", "standard deviation"] + [
      "5 %", "10 %", "25 %", "50 %", "75 %", "90 %", "95 %",
    ]
    + ["Monte Carlo error of the mean"]
  private static let chances = [
    "Fund", "Year", "Event", "in the year", "from 95 %", "to 95 %", "by the end of the year", "from 95 %",
    "to 95 %",
  ]

  init(_ head: SheetHead, _ findings: Findings) {
    self.findings = findings
    let paths = findings.ensemble.paths
    let notes = [
      "\(Number.units(Double(paths) * 100)) simulated futures. 5 %: in 5 of 100 futures the amount is at most this "
        + "large. These figures do not follow changed cells: run the scenario again for that.",
      "The money expected (statements) is one path: agreements when they are due, habit at its chance. Means and medians "
        + "of all futures also hold larger gifts and may lie above it. Free cash: cash less commitments still open.",
    ]
    sheet = Sheet(
      "outlook", widths: [22, 10, 22] + Array(repeating: 16, count: OutlookSheet.header.count - 3),
      frozenRows: SheetHead.rows(notes: notes.count), frozenColumns: 3)
    head.add(to: &sheet, notes, header: OutlookSheet.header, texts: 3)
    let funds = findings.ensemble.assumptions.funds
    for (fund, plan) in funds.enumerated() { addAmounts(fund, plan.fund.id, head) }
    sheet.row += 1
    sheet.setHeight(for: OutlookSheet.chances)
    for (column, text) in OutlookSheet.chances.enumerated() {
      sheet.put(text, column < 3 ? .header : .headerRight, at: column)
    }
    sheet.row += 1
    for (fund, plan) in funds.enumerated() { addChances(fund, plan.fund.id, head) }
    sheet.addLine(
      "from, to: the 95 % interval (Wilson) of a share of so many simulated futures; the model's own doubts are not in it.",
      .note)
  }

  private mutating func addAmounts(_ fund: Int, _ id: String, _ head: SheetHead) {
    for (year, label) in head.labels.years.enumerated() {
      for (name, measure) in SummaryFiles.measures {
        guard let summary = findings.ensemble.summary(measure, fund: fund, year: year) else { continue }
        addKey(id, label, Wording.sentenceCase(name))
        let values = [summary.mean, summary.deviation] + summary.quantiles + [summary.meanError]
        for (column, cents) in values.enumerated() {
          sheet.put(cents: cents.rounded(.toNearestOrAwayFromZero), at: 3 + column)
        }
        sheet.row += 1
      }
    }
  }

  private mutating func addChances(_ fund: Int, _ id: String, _ head: SheetHead) {
    for (year, label) in head.labels.years.enumerated() {
      for event in YearEvent.allCases {
        addKey(id, label, Wording.sentenceCase(event.rawValue))
        let frequencies = [
          findings.ensemble.frequency(of: event, fund: fund, year: year),
          findings.ensemble.frequency(of: event, fund: fund, by: year),
        ]
        for (index, frequency) in frequencies.enumerated() {
          let values = [frequency.probability, frequency.interval.lower, frequency.interval.upper]
          for (column, value) in values.enumerated() {
            sheet.put(.number(value), .percent, at: 3 + 3 * index + column)
          }
        }
        sheet.row += 1
      }
    }
  }

  private mutating func addKey(_ fund: String, _ year: String, _ what: String) {
    sheet.put(fund, at: 0)
    sheet.put(year: year, at: 1)
    sheet.put(what, at: 2)
  }
}
