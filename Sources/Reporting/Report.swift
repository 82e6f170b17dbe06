public import Decisions
import Giving
import Outlook
import Records
import Scenarios
public import Simulation
import Tabular

/// A whole report as values: nothing is written yet.
public struct Report: Sendable {
  public let centre: String
  public let scenario: String
  /// What may not differ between two equal runs, `run.json` last.
  public let files: [ReportFile]
  /// What was asked for beside: made again by every run that asks for it, listed by no `run.json`, because the
  /// bytes of a packed file are not those of every machine.
  public let attachments: [ReportFile]
  /// `report.txt`, for the terminal.
  public let text: String
  /// The same by lines, each with the figures that stand on it.
  public let lines: [TracedLine]

  /// - Parameter sweep: that of the scenario, where it has one.
  /// - Throws: `WorkbookError`; what the JSON encoder throws, which finite numbers do not provoke.
  /// - Parameter wanted: what the sweep's combinations are held against.
  /// - Parameter formats: those of `attachments`; text and CSV are always made.
  public init(
    _ ensemble: Ensemble, sweep: SweepResult? = nil, wanted: SweptCondition? = nil,
    formats: Set<ReportFormat> = []
  ) throws {
    let findings = Findings(ensemble)
    let assumptions = ensemble.assumptions
    let summaries = SummaryFiles(findings: findings)
    let judgement = JudgementFiles(findings: findings)
    lines = TextReport(findings, sweep: sweep, wanted: wanted).lines
    let text = TextRenderer.text(lines)
    var swept = sweep.map { [SweepFile(result: $0, assumptions: assumptions).file] } ?? []
    if let sweep, let wanted { swept.append(WantedFile(sweep: sweep.sweep, wanted: wanted).file) }
    let files =
      [
        ReportFile(name: "report.txt", text: text), summaries.summary, judgement.statements,
        judgement.indicators,
        judgement.mandate, summaries.cashCalendar, ContributionsFile(findings: findings).file,
      ] + swept + [ReportFile(name: "fit.json", text: try JSONText.write(assumptions.giving))]
    let manifest = RunManifest(
      scenario: assumptions.scenario, book: assumptions.book, prior: assumptions.giving.prior,
      files: files.map {
        RunManifest.File(name: $0.name, sha256: SHA256.hexDigest(of: Array($0.text.utf8)))
      })
    attachments = formats.contains(.xlsx) ? [try WorkbookBuilder(findings).file()] : []
    centre = assumptions.book.centre.id
    scenario = assumptions.scenario.name
    self.text = text
    self.files = files + [ReportFile(name: "run.json", text: try JSONText.write(manifest))]
  }
}
