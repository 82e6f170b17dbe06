import ArgumentParser
import Mainstay

/// What changed since the last report, and why.
struct UpdateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Say what changed since an old report, and why.",
    discussion: """
      EXAMPLES:
        mainstay update Reports/apctt/baseline Scenarios/apctt/baseline.yaml --as-of 2021-12-31
        mainstay update old-report my-centre/plan.yaml --output update.txt

      One page: the headline figures then and now, the rows of the book known \
      since, promises and expectations against what came, and the change of the \
      probability of a shortfall by what was replaced. The old folder must be as \
      its run left it; the new run is not written (use run). Exit code 3 where \
      report and scenario do not belong together.
      """)

  @Argument(
    help: ArgumentHelp("The folder of the old report.", valueName: "old-report"), completion: .directory)
  var old: String

  @Argument(
    help: "A scenario file, or several of one folder joined by '+'.",
    completion: .file(extensions: ["yaml"]))
  var scenario: String

  @Option(
    name: .shortAndLong, help: ArgumentHelp("File to write the page to.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var options: OverrideOptions
  @OptionGroup var work: WorkOptions

  func run() throws {
    Interruption.listen()
    let job = UpdateJob(
      old: old, scenario: scenario, overrides: options.overrides, prior: options.prior,
      threads: work.threadCount)
    let bar = ProgressBar(quiet: work.quiet)
    defer { bar.clear() }
    let text = try job.text(
      progress: { bar.show($0, of: $1) }, isCancelled: { Interruption.isRequested })
    bar.clear()
    if let output {
      try Interruption.uninterrupted { try UpdateJob.write(text, to: output) }
      if !work.quiet { Output.message("Written to \(output)") }
    }
    if !work.quiet { try Output.result(text) }
  }
}
