import Judgement
import Measures

/// Every indicator with its formula, source and threshold, as the engine measured it.
struct IndicatorsSheet {
  private(set) var sheet: Sheet
  private let currency: String

  private static let header = [
    "Year", "Fund", "Basis", "Indicator", "Statistic", "Value", "Unit", "Threshold", "Verdict", "Formula",
    "Source of the formula", "Measured from",
  ]

  init(_ head: SheetHead, _ findings: Findings) {
    currency = head.currency
    let notes = [
      "Recorded: the ledger's years. Central: the money expected. Simulated: all futures. These figures do not follow "
        + "changed cells."
    ]
    sheet = Sheet(
      "indicators", widths: [7, 15, 11, 34, 12, 16, 9, 12, 14, 46, 30, 34],
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
      sheet.put(text, .wrapped, at: 1 + column)
    }
    addValue(row)
    let verdict = judged ? row.verdict?.rawValue ?? "" : row.value == nil ? Verdict.notMeasurable : ""
    let unit = definition.unit == .budgetCurrency ? currency : definition.unit.rawValue
    let formulaSource = definition.source == "own" ? "of Mainstay" : definition.source
    let texts = [
      unit, definition.threshold.map(\.description) ?? "", verdict, definition.formula,
      formulaSource, row.source,
    ]
    sheet.setHeight(for: ["", "", "", definition.title, "", ""] + texts)
    for (column, text) in texts.enumerated() {
      sheet.put(text, .wrapped, at: 6 + column)
    }
    sheet.row += 1
  }

  private mutating func addValue(_ row: IndicatorRow) {
    guard let value = row.value, value.isFinite else { return }
    if row.definition.unit == .budgetCurrency {
      sheet.put(cents: value.rounded(.toNearestOrAwayFromZero), at: 5)
    } else {
      let style: CellStyle =
        row.definition.unit == .share ? .percent : value == value.rounded() ? .number : .share
      sheet.put(.number(value), style, at: 5)
    }
  }
}
