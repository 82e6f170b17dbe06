import Budgeting
import Finance
import Outlook
import Records
import Simulation

/// The cash calendar of the core funds and their lowest month.
struct CalendarSection {
  private let findings: Findings
  private let reader: FindingsReader
  /// Months shown in the text; the CSV has them all.
  private static let shown = 24

  init(_ findings: Findings) {
    self.findings = findings
    reader = FindingsReader(findings)
  }

  var document: Document {
    var document = Document()
    for (index, plan) in reader.assumptions.funds.enumerated() where plan.fund.purpose == .core {
      document.add(.heading("Cash calendar of fund \(plan.fund.id): month-end cash"))
      document.add(.paragraph(lowest(index)))
      document.add(.table(table(index)))
      if reader.timeline.monthCount > CalendarSection.shown {
        document.add(.paragraph("The later months are in cash-calendar.csv."))
      }
    }
    return document
  }

  private func lowest(_ fund: Int) -> String {
    let cash = findings.ensemble.central.accounts[fund].monthEndCash
    let month = cash.indices.min { cash[$0] < cash[$1] } ?? 0
    let quantiles = cash.indices.map { index in
      findings.ensemble.monthEndCash(fund: fund, month: index)?.quantiles[0] ?? 0
    }
    let worst = quantiles.indices.min { quantiles[$0] < quantiles[$1] } ?? 0
    return "Expected cash is lowest at the end of \(Wording.month(reader.timeline.month(month))) "
      + "(\(Number.units(cash[month]))). With bad luck (1 future in 20) it is lowest at the end of "
      + "\(Wording.month(reader.timeline.month(worst))): \(Number.units(quantiles[worst])) or less."
  }

  private func table(_ fund: Int) -> TextTable {
    var table = TextTable(["Month", "expected", "5 %", "50 %", "95 %", "below zero"])
    for month in 0..<min(CalendarSection.shown, reader.timeline.monthCount) {
      let central = findings.ensemble.central.accounts[fund].monthEndCash[month]
      let below = findings.ensemble.isBelowZero(fund: fund, month: month)
      let summary = findings.ensemble.monthEndCash(fund: fund, month: month)
      table.add(
        ["\(reader.timeline.month(month))", Number.units(central)]
          + [0, 3, 6].map { index in summary.map { Number.units($0.quantiles[index]) } ?? "-" }
          + [Number.percent(below.probability)])
    }
    return table
  }
}
