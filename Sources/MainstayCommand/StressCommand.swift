import ArgumentParser
import Mainstay

/// The battery of shocks and the signal.
struct StressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stress",
    abstract: "Put a scenario to the stress battery; give the signal.",
    discussion: """
      EXAMPLES:
        mainstay stress Scenarios/apctt/baseline.yaml
        mainstay stress Scenarios/apctt/baseline.yaml --output Reports/stress --format text,csv

      The shipped battery may be changed by a file stress-battery.yaml in the book's folder. \
      All shocks are run on the same random numbers.
      """)

  @OptionGroup var on: ScenarioOptions

  @OptionGroup var page: PageOptions
  @OptionGroup var work: WorkOptions

  func run() throws {
    Interruption.listen()
    let job = try DecisionJob(on.job(work))
    let bar = ProgressBar(quiet: work.quiet, of: "the battery")
    defer { bar.clear() }
    let folder = on.scenario.split(separator: "+")[0].split(separator: "/").dropLast().joined(separator: "/")
    let found = try job.stress(
      folder: (on.scenario.hasPrefix("/") ? "/" : "") + (folder.isEmpty ? "." : folder),
      progress: { bar.show($0, of: $1) }, isCancelled: { Interruption.isRequested })
    bar.clear()
    try page.write(found, named: "stress", quiet: work.quiet)
  }
}
