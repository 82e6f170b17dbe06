import Finance
import Judgement
import Records
public import Reporting

/// A frozen forecast held against what came: the folder of a run, and the book of today.
public struct HindsightJob: Sendable {
  /// The folder of a run, such as `Reports/un-technology-bank/as-of-2018`.
  public let forecast: String
  /// The folder of the book whose later rows are the truth.
  public let actuals: String

  public init(forecast: String, actuals: String) { (self.forecast, self.actuals) = (forecast, actuals) }

  /// Reads both and tells. Nothing is written.
  /// - Throws: `FolderError` where the folder is no frozen run of ours, `BookError` for bad data,
  ///   `ForecastAuditError` where book and run do not belong together or the book has no later year.
  public func report() throws -> ReportFile {
    let run = try FrozenRun(folder: forecast)
    let book = try BookLoader.load(folder: actuals, asOf: nil)
    let audit = try ForecastAudit(run.forecast, actuals: book)
    let audited = AuditedRun(
      scenario: run.manifest.scenarios.joined(separator: "+"), digest: run.digest, paths: run.manifest.paths,
      checked: FrozenRun.files, changed: try changedSince(run), answer: run.answer)
    return HindsightReport(audit, book: book, run: audited).file
  }

  /// Files of the book whose lines known on the as-of date are not those the run read.
  private func changedSince(_ run: FrozenRun) throws -> [String] {
    let now = try BookLoader.load(folder: actuals, asOf: run.forecast.asOf).inputs
    let read = Dictionary(
      run.manifest.inputs.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    return now.filter { read[$0.name] != $0.sha256 }.map(\.name).sorted()
  }

  /// Writes the text beside the run, or to `output`.
  /// - Returns: where it was written.
  /// - Throws: `FolderError` where that place is a folder or a file that is no text of this kind.
  public func write(_ file: ReportFile, to output: String? = nil) throws(FolderError) -> String {
    guard let output else {
      try FileWriter(folder: forecast).write([file])
      return "\(forecast)/\(file.name)"
    }
    let place = OneFile(output)
    try place.checkMayWrite(over: HindsightReport.opening, what: "a hindsight")
    try place.write(file.text)
    return output
  }
}
