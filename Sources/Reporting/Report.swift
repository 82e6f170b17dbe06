public import Decisions
import Finance
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
  /// `report.txt`, for the terminal.
  public let text: String
  /// The same by lines, each with the figures that stand on it.
  public let lines: [TracedLine]

  private let assumptions: Assumptions
  /// The book's own battery, where page or workbook rest on it.
  private let battery: Book.InputFile?

  /// - Parameters:
  ///   - sweep: that of the scenario, where it has one.
  ///   - wanted: what the sweep's combinations are held against.
  ///   - stress: what shocks come to, for page and workbook; `nil` leaves it out.
  ///   - formats: in which it is written; `fit.json` and `run.json` come with each.
  /// - Throws: `WorkbookError`; what the JSON encoder and the page's template throw; numbers are finite and the template is ours,
  ///   so they do not.
  public init(
    _ ensemble: Ensemble, sweep: SweepResult? = nil, wanted: SweptCondition? = nil,
    stress: StressFindings? = nil, formats: Set<ReportFormat> = ReportFormat.standard
  ) throws {
    let findings = Findings(ensemble)
    let telling = TextReport(findings, sweep: sweep, wanted: wanted)
    let document = telling.document
    lines = TextRenderer().lines(document)
    text = TextRenderer.text(lines)
    assumptions = ensemble.assumptions
    centre = assumptions.book.centre.id
    scenario = assumptions.scenario.name
    var made: [ReportFile] = []
    if formats.contains(.text) { made.append(ReportFile(name: "report.txt", text: text)) }
    if formats.contains(.csv) { made += Report.tables(findings, sweep: sweep, wanted: wanted) }
    if formats.contains(.json) {
      made.append(DocumentFile(document: document, centre: centre, scenario: scenario).file)
    }
    if formats.contains(.html) {
      let page = TextReport(findings, sweep: sweep, wanted: wanted, stress: stress)
      made.append(try PageFile(document: page.document).file)
    }
    if formats.contains(.xlsx) { made.append(try WorkbookBuilder(findings, stress: stress).file()) }
    made.append(ReportFile(name: "fit.json", text: try JSONText.write(assumptions.giving)))
    battery = stress?.battery.input
    files = try Report.listed(made, assumptions, battery)
  }

  private init(_ report: Report, files: [ReportFile]) {
    (centre, scenario, text) = (report.centre, report.scenario, report.text)
    (lines, assumptions, battery) = (report.lines, report.assumptions, report.battery)
    self.files = files
  }

  /// The same report with those of its files alone that have one of these names, and `run.json`, which lists them.
  /// - Throws: what the JSON encoder throws.
  public func only(_ names: Set<String>) throws -> Report {
    let kept = files.dropLast().filter { names.contains($0.name) }
    return Report(self, files: try Report.listed(Array(kept), assumptions, battery))
  }

  /// With the manifest that lists them.
  private static func listed(
    _ files: [ReportFile], _ assumptions: Assumptions, _ battery: Book.InputFile?
  ) throws -> [ReportFile] {
    let manifest = RunManifest(
      scenario: battery.map(assumptions.scenario.adding) ?? assumptions.scenario, book: assumptions.book,
      prior: assumptions.giving.prior,
      files: files.map(\.listing))
    return files + [ReportFile(name: "run.json", text: try JSONText.write(manifest))]
  }

  /// Every table, then what describes them.
  private static func tables(
    _ findings: Findings, sweep: SweepResult?, wanted: SweptCondition?
  ) -> [ReportFile] {
    let assumptions = findings.ensemble.assumptions
    let summaries = SummaryFiles(findings: findings)
    let judgement = JudgementFiles(findings: findings)
    var files = [
      summaries.summary, judgement.statements, judgement.indicators, judgement.mandate,
      summaries.cashCalendar,
      ContributionsFile(findings: findings).file,
    ]
    if let sweep { files.append(SweepFile(result: sweep, assumptions: assumptions).file) }
    if let sweep, let wanted { files.append(WantedFile(sweep: sweep.sweep, wanted: wanted).file) }
    let package = DataPackage(
      centre: assumptions.book.centre.id, scenario: assumptions.scenario.name,
      title: "\(assumptions.book.centre.name): \(assumptions.scenario.title)",
      currency: assumptions.book.centre.budgetCurrency.code, levers: sweep?.sweep.levers.count ?? 0,
      files: files)
    return files + [package.file]
  }
}
