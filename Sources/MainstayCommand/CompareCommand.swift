import ArgumentParser
import Mainstay

/// Scenarios held against each other.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "What differs between scenarios of a book, and what brings how much of it.",
    discussion: """
      EXAMPLES:
        mainstay compare baseline.yaml host-at-400k.yaml
        mainstay compare baseline.yaml half-collected.yaml no-in-kind.yaml
        mainstay compare baseline.yaml a.yaml+b.yaml --output compared
        mainstay compare baseline.yaml half-collected.yaml --format csv

      Every other scenario is held against the first, on the same random numbers. \
      The difference of every figure is split among the things that differ, exactly: \
      amounts add to the cent, probabilities to the future. --output writes the text, \
      comparison.csv and attribution.csv. With n differences 2^n mixtures are \
      simulated: name fewer --paths where that takes long.
      """)

  @Argument(
    help: "Two scenario files or more; each may be several of one folder joined by '+'.",
    completion: .file(extensions: ["yaml"]))
  var scenarios: [String]

  @OptionGroup var page: PageOptions
  @OptionGroup var options: OverrideOptions
  @OptionGroup var work: WorkOptions

  func validate() throws {
    guard scenarios.count >= 2 else {
      throw ValidationError(
        "one scenario has nothing to be compared with; name two at least, such as compare baseline.yaml other.yaml"
      )
    }
  }

  func run() throws {
    Interruption.listen()
    let job = ComparisonJob(
      scenarios: scenarios, overrides: options.overrides, threads: work.threadCount, prior: options.prior)
    let run = try job.prepare()
    if !work.quiet, !run.notes.isEmpty { Output.message(Problems.text(run.notes)) }
    let bar = ProgressBar(quiet: work.quiet)
    defer { bar.clear() }
    let found = try run.page(
      progress: { bar.show($0, of: $1) }, isCancelled: { Interruption.isRequested })
    bar.clear()
    try page.write(found, named: "compare", quiet: work.quiet)
  }
}
