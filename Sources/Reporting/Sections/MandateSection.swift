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
          ("\(rule.symbol) (\(rule.id)): \u{201C}\(rule.wording)\u{201D} Held as \(rule.predicate) over "
            + "\(rule.window == 1 ? "each year" : "\(rule.window) years together"), \(scope(rule.scope)). "
            + "Source: \(rule.source)." + (rule.assumption.isEmpty ? "" : " Assumption: \(rule.assumption)."))
            .figure(of: .centre(["mandate", rule.id]))))
      document.add(.table(table(rule)))
      document.add(.paragraph(firstBreach(rule)))
    }
    let often = "95 of 100".figure(of: .label("the 95 % quantile of the extra needed over all futures"))
    document.add(
      .paragraph(
        Prose(
          "Extra needed: the smallest extrabudgetary amount that restores the rule, on the central path and in ",
          "\(often) futures; cut: the smallest part of the regular-budget money without which it holds. P(broken) "
            + "counts futures of the year, P(by) those in which it has been broken by then, +/- its Monte Carlo "
            + "standard error; recorded years have none.", soFar)))
    return document
  }

  private var soFar: Prose {
    reader.recordedYears.allSatisfy(reader.isWhole)
      ? "" : " A year \"so far\" was not over on the as-of date."
  }

  /// When the rule is first broken, on the record and on the money expected.
  private func firstBreach(_ rule: MandateRule) -> Prose {
    let verdicts = findings.assessment.mandate.filter { $0.rule.id == rule.id }
    let recorded = verdicts.first { !$0.isProjected && $0.holds == false }
    let expected = verdicts.first { $0.isProjected && $0.holds == false }
    let opening: Prose =
      "First broken: on the record \(recorded.map { "in \($0.year)" } ?? "never"), on the money expected \(expected.map { "in \($0.year)" } ?? "never")"
    guard let last = verdicts.last, let by = last.breachBy else { return Prose(opening, ".") }
    let origin = reader.mandate(last, "probability-of-breach-by")
    let often = Wording.futures(by).figure(of: origin)
    guard by.count > 0 else { return Prose(opening, "; in \(often) by \(reader.lastYear).") }
    let percent = Number.percent(by.probability, places: 2).figure(of: origin)
    let error = Number.percent(by.error, places: 2).figure(
      of: .derived("sqrt(p (1 - p) / n), the Monte Carlo standard error of the probability", from: [origin]))
    return Prose(opening, "; in \(often) (\(percent), +/- \(error)) by \(reader.lastYear).")
  }

  private func scope(_ scope: String) -> String {
    switch scope {
    case "all": "all funds"
    case "core": "core funds"
    default: "fund \(scope)"
    }
  }

  private func table(_ rule: MandateRule) -> TextTable {
    let often = "in 95 of 100".figure(of: .label("the 95 % quantile of the extra needed over all futures"))
    var table = TextTable(
      ["Year", "basis", "value", "holds", "P(broken)", "P(by)", "extra needed", often, "or cut"],
      name: "\(rule.symbol) (\(rule.id))".figure(of: .centre(["mandate", rule.id])))
    let recorded = findings.assessment.mandate.filter { $0.rule.id == rule.id && !$0.isProjected }.suffix(3)
    for verdict in recorded + findings.assessment.mandate.filter({ $0.rule.id == rule.id && $0.isProjected })
    {
      func cell(_ text: String?, _ statistic: String) -> Prose? {
        text.map { $0.figure(of: reader.mandate(verdict, statistic)) }
      }
      let extra95 = cell(verdict.extraNeeded95.map(Number.units), "extra-needed-q95") ?? "none does it"
      table.add([
        "\(verdict.year)",
        verdict.isProjected ? "expected" : Prose(plain: reader.recordedBasis(verdict.year)),
        cell(verdict.value.map { Number.percent($0) }, "value") ?? "not measurable",
        Prose(plain: verdict.holds.map { $0 ? "yes" : "no" } ?? "-"),
        cell(
          verdict.breach.map { Number.percent($0.probability, places: 2) }, "probability-of-breach") ?? "-",
        cell(
          verdict.breachBy.map { Number.percent($0.probability, places: 2) }, "probability-of-breach-by")
          ?? "-",
        cell(verdict.extraNeeded.map(Number.units), "extra-needed") ?? "none does it",
        verdict.isProjected ? extra95 : "-",
        cell(verdict.cutNeeded.map(Number.units), "cut-needed") ?? "none does it",
      ])
    }
    return table
  }
}
