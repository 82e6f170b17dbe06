import Budgeting
import Finance
import Judgement
import Measures
import Outlook
import Records

/// Indicators with their verdicts: the last recorded year, the first and the last projected one.
struct IndicatorSection {
  private let findings: Findings
  private let reader: FindingsReader

  init(_ findings: Findings) {
    self.findings = findings
    reader = FindingsReader(findings)
  }

  var document: Document {
    var document = Document()
    let first = reader.years[0].year
    let then = reader.comparisonYear
    let whose = reader.coreFunds.count > 1 ? " of \(reader.recipient)" : ""
    document.add(.heading("Indicators and verdicts\(whose)"))
    var table = TextTable(
      [
        "Indicator", then.map { "\($0)" } ?? "-", "\(first)", "\(reader.lastYear)", "threshold",
        "verdict \(first)",
      ], name: "Last recorded, first and last projected year")
    for definition in Glossary.indicators {
      let cells = [then, first, reader.lastYear].map { year in year.flatMap { figure(definition, $0) } }
      guard cells.contains(where: { $0 != nil }) else { continue }
      table.add(
        [title(definition)] + cells.map { $0 ?? "-" } + [
          threshold(definition).figure(of: .threshold(indicator: definition.id)),
          Prose(plain: verdict(definition, first)),
        ])
    }
    document.add(.table(table))
    document.add(
      .paragraph(
        "Recorded figures are the ledger's, projected ones the central path's; risks are shares of all futures. "
          + "Thresholds marked as assumptions, formulas and sources: mainstay explain NAME."))
    return document
  }

  /// A title that holds a number says what it means.
  private func title(_ definition: Definition) -> Prose {
    let title =
      reader.hostName == nil && definition.id == "largest-other-share"
      ? "Largest contributor's share" : definition.title
    return title.contains(where: \.isNumber)
      ? title.figure(of: .term(definition.id)) : Prose(plain: title)
  }

  private func row(_ definition: Definition, _ year: Int) -> IndicatorRow? {
    let fund = reader.assumptions.funds[reader.mainFund].fund.id
    let own = findings.assessment.indicators.filter {
      $0.definition.id == definition.id && $0.year == year && ($0.fund == fund || $0.fund == "all")
    }
    return own.first { $0.statistic == "value" } ?? own.first { $0.statistic == "probability" }
      ?? own.first { $0.statistic == "q50" }
  }

  /// The threshold in the unit the figures are printed in.
  private func threshold(_ definition: Definition) -> String {
    guard let threshold = definition.threshold else { return "" }
    let value =
      switch definition.unit {
      case .share, .probability: Number.percent(threshold.value, places: 0)
      case .index where threshold.value != threshold.value.rounded():
        Number.decimal(threshold.value, places: 2)
      default: Number.decimal(threshold.value, places: 0)
      }
    return "\(threshold.comparison.rawValue) \(value)"
  }

  private func figure(_ definition: Definition, _ year: Int) -> Prose? {
    guard let row = row(definition, year), let value = row.value else { return nil }
    return text(value, definition.unit).figure(of: reader.indicator(row))
  }

  private func text(_ value: Double, _ unit: MeasureUnit) -> String {
    switch unit {
    case .budgetCurrency: Number.units(value)
    case .share, .probability: Number.percent(value)
    case .index: Number.decimal(value, places: 3)
    case .months: Number.decimal(value, places: 1)
    case .count: Number.decimal(value, places: value == value.rounded() ? 0 : 2)
    }
  }

  private func verdict(_ definition: Definition, _ year: Int) -> String {
    guard definition.threshold != nil else { return "" }
    guard let row = row(definition, year), row.value != nil else { return Verdict.notMeasurable }
    return row.verdict?.rawValue ?? ""
  }
}
