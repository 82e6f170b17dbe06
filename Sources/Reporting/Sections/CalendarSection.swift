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
      document.add(.chart(CalendarChart(findings, fund: index).chart))
      document.add(.table(table(index)))
      if reader.timeline.monthCount > CalendarSection.shown {
        document.add(.paragraph("The later months are in cash-calendar.csv."))
      }
    }
    return document
  }

  private func lowest(_ fund: Int) -> Prose {
    let cash = findings.ensemble.central.accounts[fund].monthEndCash
    let month = cash.indices.min { cash[$0] < cash[$1] } ?? 0
    let quantiles = cash.indices.map { index in
      findings.ensemble.monthEndCash(fund: fund, month: index)?.quantiles[0] ?? 0
    }
    let worst = quantiles.indices.min { quantiles[$0] < quantiles[$1] } ?? 0
    let expected = Number.units(cash[month]).figure(of: reader.cash(fund: fund, month: month, "central"))
    let unlucky = Number.units(quantiles[worst]).figure(of: reader.cash(fund: fund, month: worst, "q05"))
    let badLuck = "1 future in 20".figure(
      of: .label("the 5 % quantile: in 5 of 100 futures it is at most this"))
    return Prose(
      "Expected cash is lowest at the end of \(Wording.month(reader.timeline.month(month))) ",
      "(\(expected)). With bad luck (\(badLuck)) it is lowest at the end of ",
      "\(Wording.month(reader.timeline.month(worst))): \(unlucky) or less.")
  }

  private func table(_ fund: Int) -> TextTable {
    let id = reader.assumptions.funds[fund].fund.id
    var table = TextTable(
      ["Month", "expected"] + Wording.quantileHeads + ["below zero"],
      name: "Cash of fund \(id) at the end of each month")
    for month in 0..<min(CalendarSection.shown, reader.timeline.monthCount) {
      let central = findings.ensemble.central.accounts[fund].monthEndCash[month]
      let below = findings.ensemble.isBelowZero(fund: fund, month: month)
      let summary = findings.ensemble.monthEndCash(fund: fund, month: month)
      func cell(_ text: String, _ statistic: String) -> Prose {
        text.figure(of: reader.cash(fund: fund, month: month, statistic))
      }
      let quantiles = [(0, "q05"), (3, "q50"), (6, "q95")].map { index, name in
        summary.map { cell(Number.units($0.quantiles[index]), name) } ?? "-"
      }
      table.add(
        ["\(reader.timeline.month(month))", cell(Number.units(central), "central")] + quantiles
          + [cell(Number.percent(below.probability), "probability-below-zero")])
    }
    return table
  }
}
