import ArgumentParser
import Mainstay

/// The scenario a command works on.
struct ScenarioOptions: ParsableArguments {
  @Argument(
    help: "A scenario file, or several of one folder joined by '+'.",
    completion: .file(extensions: ["yaml"]))
  var scenario: String

  @OptionGroup var replacing: OverrideOptions

  /// The main job on it.
  func job(_ work: WorkOptions) -> MainJob {
    MainJob(
      scenario: scenario, overrides: replacing.overrides, threads: work.threadCount, prior: replacing.prior)
  }
}

/// What may be said in place of a scenario's files and of the shipped reference class.
struct OverrideOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Seed of the draws, 0 to 4294967295.", valueName: "number"))
  var seed: UInt32?

  @Option(help: ArgumentHelp("Number of simulated futures, 1 to 10000000.", valueName: "number"))
  var paths: Int?

  @Option(
    help: ArgumentHelp("The day whose knowledge is used, such as 2020-12-04.", valueName: "date"),
    transform: ArgumentReader.date)
  var asOf: CalendarDate?

  @Option(help: ArgumentHelp("Last fiscal year looked at.", valueName: "year"))
  var horizon: Int?

  @Option(
    help: ArgumentHelp("A reference class made by calibrate, not a shipped one.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var prior: String?

  var overrides: ScenarioOverrides {
    ScenarioOverrides(asOf: asOf, seed: seed, paths: paths, horizon: horizon)
  }
}
