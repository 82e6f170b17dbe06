import ArgumentParser
import Mainstay

/// The main job.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Forecast, judge and report: the main job.",
    discussion: """
      EXAMPLES:
        mainstay run Scenarios/apctt/baseline.yaml
        mainstay run Scenarios/apctt/host-at-400k.yaml+no-in-kind.yaml
        mainstay run Scenarios/apctt/baseline.yaml --paths 20000 --output try
        mainstay run Scenarios/apctt/baseline.yaml --as-of 2019-12-31 --output old
        mainstay run Scenarios/apctt/baseline.yaml --format text,csv,json,html,xlsx

      Prints the report and writes it, with its tables, into \
      Reports/<centre>/<scenario>. The same book, scenario, seed and number of \
      futures give the same bytes, on every machine. In workbook.xlsx (--format xlsx) \
      the yellow cells may be changed: statements, reserve and cash calendar follow.
      Page and workbook also tell what the stress battery comes to.
      """)

  @OptionGroup var on: ScenarioOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Folder of the report: new, empty, or of an earlier report.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "A limit: exit code 1 where it holds, such as 'P(shortfall by 2025) > 0.05'. May stand several times.",
      valueName: "condition"))
  var failOn: [String] = []

  @Option(
    help: ArgumentHelp("Also write every future's figures to this CSV file.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var exportPaths: String?

  @OptionGroup var form: FormatOptions
  @OptionGroup var work: WorkOptions

  func run() throws {
    Interruption.listen()
    let job = on.job(work)
    let run = try job.prepare()
    let decisions = DecisionJob(run, threads: work.threadCount)
    let limits = try failOn.map { try decisions.condition($0, option: "--fail-on") }
    let folder = try work.folder(output, of: run)
    let export = try exportPaths.map { try PathExport(run, to: $0) }
    let report = try work.report(run, formats: form.formats)
    let passed = try decisions.holding(limits, isCancelled: { Interruption.isRequested })
    if let export { try write(export) }
    try work.write(report, to: folder)
    if !passed.isEmpty { throw LimitPassed(passed) }
  }

  /// Writes every future's figures, whole or not at all.
  private func write(_ export: PathExport) throws {
    Interruption.leave(nothingAt: export.temporary)
    let bar = ProgressBar(quiet: work.quiet, of: "the futures written")
    defer { bar.clear() }
    let rows = try export.write(
      progress: { bar.show($0, of: $1) }, isCancelled: { Interruption.isRequested })
    bar.clear()
    if !work.quiet { Output.message("Written to \(export.path): \(rows) rows") }
  }
}
