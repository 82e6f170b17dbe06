import Judgement
import Measures

/// Every indicator with its formula, source and threshold, as the engine measured it.
struct IndicatorsSheet {
  private(set) var sheet: Sheet

  private static let header = [
    "Year", "Fund", "Basis", "Indicator", "Statistic", "Value", "Unit", "Threshold", "Verdict", "Formula",
    "Source of the formula", "Measured from",
  ]

  init(_ head: SheetHead, _ findings: Findings) {
    let notes = [
      "Recorded: the ledger's years. Central: the money expected. Simulated: all futures. These figures do not follow "
        + "changed cells."
    ]
    sheet = Sheet(
      "indicators", widths: [7, 14, 10, 30, 12, 15, 16, 10, 14, 44, 26, 30],
      frozenRows: SheetHead.rows(notes: notes.count), frozenColumns: 4)
    sheet.filteredColumns = IndicatorsSheet.header.count
    head.add(to: &sheet, notes, header: IndicatorsSheet.header, texts: IndicatorsSheet.header.count)
    for row in findings.assessment.indicators { add(row) }
  }

  private mutating func add(_ row: IndicatorRow) {
    let definition = row.definition
    let judged = definition.threshold != nil && row.verdict != nil
    sheet.put(.number(Double(row.year)), .number, at: 0)
    for (column, text) in [row.fund, row.basis.rawValue, definition.title, row.statistic].enumerated() {
      sheet.put(text, at: 1 + column)
    }
    addValue(row)
    let verdict = judged ? row.verdict?.rawValue ?? "" : row.value == nil ? Verdict.notMeasurable : ""
    let texts = [
      definition.unit.rawValue, definition.threshold.map(\.description) ?? "", verdict, definition.formula,
      definition.source, row.source,
    ]
    for (column, text) in texts.enumerated() {
      sheet.put(text, at: 6 + column)
    }
    sheet.row += 1
  }

  private mutating func addValue(_ row: IndicatorRow) {
    guard let value = row.value, value.isFinite else { return }
    if row.definition.unit == .budgetCurrency {
      sheet.put(cents: value.rounded(.toNearestOrAwayFromZero), at: 5)
    } else {
      sheet.put(.number(value), value == value.rounded() ? .number : .share, at: 5)
    }
  }
}
