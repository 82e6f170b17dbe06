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

      Prints the report and writes it, with its CSV files, into \
      Reports/<centre>/<scenario>. The same book, scenario, seed and number of \
      futures give the same bytes, on every machine.
      """)

  @Argument(
    help: "A scenario file, or several of one folder joined by '+'.",
    completion: .file(extensions: ["yaml"]))
  var scenario: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Folder of the report: new, empty, or of an earlier report.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp("A reference class made by calibrate, not a shipped one.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var prior: String?

  @OptionGroup var options: OverrideOptions
  @OptionGroup var work: WorkOptions

  func run() throws {
    Interruption.listen()
    let job = MainJob(
      scenario: scenario, overrides: options.overrides, threads: work.threadCount, prior: prior)
    let run = try job.prepare()
    let folder = try work.folder(output, of: run)
    try work.write(try work.report(run), to: folder)
  }
}
