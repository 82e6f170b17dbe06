import Finance
import Judgement
import Outlook
import Records
import Simulation

/// The rules of the mandate, held against the record and the futures.
struct MandateSection {
  private let findings: Findings
  private let reader: FindingsReader

  init(_ findings: Findings) {
    self.findings = findings
    reader = FindingsReader(findings)
  }

  var document: Document {
    var document = Document()
    let rules = reader.book.centre.mandate
    guard !rules.isEmpty else { return document }
    document.add(.heading("The mandate"))
    for rule in rules {
      document.add(
        .paragraph(
          "\(rule.symbol) (\(rule.id)): \u{201C}\(rule.wording)\u{201D} Held as \(rule.predicate) over "
            + "\(rule.window == 1 ? "each year" : "\(rule.window) years together"), \(scope(rule.scope)). "
            + "Source: \(rule.source)." + (rule.assumption.isEmpty ? "" : " Assumption: \(rule.assumption)."))
      )
      document.add(.table(table(rule)))
      document.add(.paragraph(firstBreach(rule)))
    }
    document.add(
      .paragraph(
        "Extra needed: the smallest extrabudgetary amount that restores the rule, on the central path and in 95 "
          + "of 100 futures; cut: the smallest part of the regular-budget money without which it holds. P(broken) "
          + "counts futures of the year, P(by) those in which it has been broken by then; recorded years have "
          + "none."))
    return document
  }

  /// When the rule is first broken, on the record and on the money expected.
  private func firstBreach(_ rule: MandateRule) -> String {
    let verdicts = findings.assessment.mandate.filter { $0.rule.id == rule.id }
    let recorded = verdicts.first { !$0.isProjected && $0.holds == false }
    let expected = verdicts.first { $0.isProjected && $0.holds == false }
    let last = verdicts.last?.breachBy
    return
      "First broken: on the record \(recorded.map { "in \($0.year)" } ?? "never"), on the money expected "
      + "\(expected.map { "in \($0.year)" } ?? "never")"
      + (last.map { "; in \(Wording.futures($0)) by \(reader.lastYear)." } ?? ".")
  }

  private func scope(_ scope: String) -> String {
    switch scope {
    case "all": "all funds"
    case "core": "core funds"
    default: "fund \(scope)"
    }
  }

  private func table(_ rule: MandateRule) -> TextTable {
    var table = TextTable([
      "Year", "basis", "value", "holds", "P(broken)", "P(by)", "extra needed", "in 95 of 100", "or cut",
    ])
    let recorded = findings.assessment.mandate.filter { $0.rule.id == rule.id && !$0.isProjected }.suffix(3)
    for verdict in recorded + findings.assessment.mandate.filter({ $0.rule.id == rule.id && $0.isProjected })
    {
      table.add([
        "\(verdict.year)", verdict.isProjected ? "expected" : "recorded",
        verdict.value.map { Number.percent($0) } ?? "not measurable",
        verdict.holds.map { $0 ? "yes" : "no" } ?? "-",
        verdict.breach.map { Number.percent($0.probability, places: 2) } ?? "-",
        verdict.breachBy.map { Number.percent($0.probability, places: 2) } ?? "-",
        verdict.extraNeeded.map(Number.units) ?? "none does it",
        verdict.isProjected ? verdict.extraNeeded95.map(Number.units) ?? "none does it" : "-",
        verdict.cutNeeded.map(Number.units) ?? "none does it",
      ])
    }
    return table
  }
}
