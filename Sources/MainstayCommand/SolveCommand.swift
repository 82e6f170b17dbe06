import ArgumentParser
import Mainstay

/// The smallest change that meets a target.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Find the smallest change that meets a target.",
    discussion: """
      EXAMPLES:
        mainstay solve Scenarios/apctt/baseline.yaml --find host.contribution \\
          --so-that 'P(shortfall by 2025) <= 0.05'
        mainstay solve Scenarios/apctt/baseline.yaml --find 'plan from -30% to 30%' \\
          --so-that 'P(breach by 2023) <= 0.1 and median(closing-cash in 2025) >= 200000'
        mainstay solve Scenarios/apctt/baseline.yaml --find host.contribution --find levels.share \\
          --so-that 'P(shortfall by 2025) <= 0.05'
        mainstay solve Scenarios/apctt/baseline.yaml --find ask --so-that 'P(shortfall by 2025) <= 0.05'
        mainstay solve Scenarios/apctt/baseline.yaml --levers

      Every value is tried on the same random numbers. The answer comes with the interval that \
      other random numbers may make of it, and with one independent run. That no value does it \
      is an answer, too (exit code 0).
      """)

  @OptionGroup var on: ScenarioOptions

  @Option(
    help: ArgumentHelp(
      "The lever, with 'from A to B' behind it if you like; twice for two; 'ask' for pledges.",
      valueName: "lever"))
  var find: [String] = []

  @Option(help: ArgumentHelp("What must hold.", valueName: "condition"))
  var soThat: String?

  @Flag(help: "List the levers of the scenario.")
  var levers = false

  @OptionGroup var page: PageOptions
  @OptionGroup var work: WorkOptions

  func validate() throws {
    guard !levers else { return }
    if find.isEmpty {
      throw ValidationError(
        "--find is missing; name a lever, such as --find host.contribution (--levers lists all)")
    }
    if soThat == nil {
      throw ValidationError(
        "--so-that is missing; write what must hold, such as --so-that 'P(shortfall by 2025) <= 0.05'")
    }
  }

  func run() throws {
    Interruption.listen()
    let job = try DecisionJob(on.job(work))
    if levers { return try Output.result(job.leverList) }
    let counter = Counter(quiet: work.quiet)
    defer { counter.clear() }
    let found = try job.solve(
      find, soThat: soThat ?? "", progress: { counter.show($0) },
      isCancelled: { Interruption.isRequested })
    counter.clear()
    try page.write(found, named: "solve", quiet: work.quiet)
  }
}
