public import Decisions
import Giving
import Outlook
import Records
import Scenarios
import Tabular

/// What moves a run's answer: the text, the tables, and the manifest that tells what they were made from.
public struct SensitivityReport: Sendable {
  /// `sensitivity.txt`, for the terminal.
  public let text: String
  /// `tornado.csv`, for a spreadsheet.
  public let table: String
  /// What may not differ between two equal runs, `run.json` last.
  public let files: [ReportFile]

  /// - Throws: what the JSON encoder throws; numbers are finite, so it does not.
  public init(_ tornado: Tornado, _ sobol: SobolAnalysis, of trial: Trial) throws {
    let base = trial.base
    let text = TextRenderer().render(SensitivityText(tornado: tornado, sobol: sobol, base: base).document)
    let tables = SensitivityFiles(tornado: tornado, sobol: sobol)
    let files = [ReportFile(name: "sensitivity.txt", text: text), tables.tornadoFile, tables.sobolFile]
    let manifest = RunManifest(
      scenario: base.scenario, book: base.book, prior: base.giving.prior, files: RunManifest.digests(files),
      job: "sensitivity")
    (self.text, table) = (text, tables.tornadoFile.text)
    self.files = files + [ReportFile(name: "run.json", text: try JSONText.write(manifest))]
  }
}
