import ArgumentParser
import Mainstay

/// What moves a run's answer.
struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "What moves the answer most: each driver by itself, and each group of draws.",
    discussion: """
      EXAMPLES:
        mainstay sensitivity Scenarios/apctt/baseline.yaml
        mainstay sensitivity a.yaml --measure 'P(breach by 2023)'
        mainstay sensitivity a.yaml --measure 'mean(closing-cash in 2025)'
        mainstay sensitivity a.yaml --output moved --paths 20000

      A tornado: every driver at its 10 % and 90 % point, all else unchanged; the text \
      says where the points come from. And from which random draws the spread of cash \
      and gap comes (Sobol indices). --output writes the text, tornado.csv and \
      sobol.csv. For the secretariat: it names single contributors.
      """)

  @OptionGroup var on: ScenarioOptions

  @Option(
    help: ArgumentHelp("What is looked at, 'P(shortfall by <horizon>)' by default.", valueName: "quantity"))
  var measure: String?

  @OptionGroup var page: PageOptions
  @OptionGroup var work: WorkOptions

  func run() throws {
    Interruption.listen()
    let run = try on.job(work).prepare()
    if !work.quiet, !run.notes.isEmpty { Output.message(Problems.text(run.notes)) }
    let job = try SensitivityJob(run, measure: measure, threads: work.threadCount)
    let bar = ProgressBar(quiet: work.quiet)
    defer { bar.clear() }
    let found = try job.page(
      progress: { bar.show($0, of: $1) }, isCancelled: { Interruption.isRequested })
    bar.clear()
    try page.write(found, named: "sensitivity", quiet: work.quiet)
  }
}
