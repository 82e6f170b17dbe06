import Judgement
import Measures
import Records
import Simulation
import Tabular

/// The CSV files of statements, indicators and mandate rules.
struct JudgementFiles {
  let findings: Findings

  var statements: ReportFile {
    var document = CSVDocument(columns: ["year", "fund", "basis", "line", "amount"])
    for line in findings.assessment.statements {
      document.append([
        .number("\(line.year)"), .identifier(line.fund), .identifier(line.basis.rawValue),
        .identifier(line.line), .number(Number.amount(Double(line.amount))),
      ])
    }
    return ReportFile(name: "statements.csv", text: document.text)
  }

  var indicators: ReportFile {
    var document = CSVDocument(
      columns: [
        "year", "fund", "basis", "indicator", "unit", "statistic", "value", "threshold", "verdict", "source",
      ])
    for row in findings.assessment.indicators {
      let unit = row.definition.unit
      let judged = row.definition.threshold != nil && row.verdict != nil
      document.append([
        .number("\(row.year)"), .identifier(row.fund), .identifier(row.basis.rawValue),
        .identifier(row.definition.id), .identifier(unit.rawValue), .identifier(row.statistic),
        .number(Number.value(row.value, unit: row.statistic == "mcse" && unit == .count ? .index : unit)),
        .identifier(row.definition.threshold.map(\.description) ?? ""),
        .identifier(judged ? row.verdict?.rawValue ?? "" : row.value == nil ? Verdict.notMeasurable : ""),
        .text(row.source),
      ])
    }
    return ReportFile(name: "indicators.csv", text: document.text)
  }

  var mandate: ReportFile {
    var document = CSVDocument(
      columns: ["year", "rule", "basis", "statistic", "value", "verdict", "symbol", "source", "assumption"])
    for verdict in findings.assessment.mandate {
      for (statistic, value, word) in statistics(verdict) {
        document.append([
          .number("\(verdict.year)"), .identifier(verdict.rule.id),
          .identifier(verdict.isProjected ? "central" : "recorded"), .identifier(statistic), .number(value),
          .identifier(word), .text(verdict.rule.symbol), .text(verdict.rule.source),
          .text(verdict.rule.assumption),
        ])
      }
    }
    return ReportFile(name: "mandate.csv", text: document.text)
  }

  private func statistics(_ verdict: MandateVerdict) -> [(String, String, String)] {
    let word = verdict.holds.map { $0 ? Verdict.met.rawValue : Verdict.notMet.rawValue }
    var rows = [
      (
        "value", verdict.value.map { Number.decimal($0, places: 6) } ?? "", word ?? Verdict.notMeasurable
      ),
      ("extra-needed", verdict.extraNeeded.map(Number.amount) ?? "", ""),
      ("cut-needed", verdict.cutNeeded.map(Number.amount) ?? "", ""),
    ]
    if let breach = verdict.breach {
      rows.append(("probability-of-breach", Number.decimal(breach.probability, places: 6), ""))
      rows.append(("mcse", Number.decimal(breach.error, places: 6), ""))
      if let by = verdict.breachBy {
        rows.append(("probability-of-breach-by", Number.decimal(by.probability, places: 6), ""))
      }
      rows.append(("extra-needed-q95", verdict.extraNeeded95.map(Number.amount) ?? "", ""))
    }
    return rows
  }
}
