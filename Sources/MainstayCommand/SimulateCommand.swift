import ArgumentParser
import Mainstay

/// A part of a run, for the machine that merges all of them.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Draw a part of a run's futures into a file, for merge.",
    discussion: """
      EXAMPLES:
        mainstay simulate Scenarios/apctt/baseline.yaml --shard 1/2 --partial 1.partial
        mainstay simulate Scenarios/apctt/baseline.yaml --shard 2/2 --partial 2.partial

      Then mainstay merge 1.partial 2.partial makes the report. Each shard may be drawn \
      on another machine; the options that change the result (--seed, --paths, --as-of, \
      --horizon, --prior) must be the same for all. The same shard gives the same bytes \
      on every machine. FILE is written beside its place and renamed: it is there whole \
      or not at all.
      """)

  @OptionGroup var on: ScenarioOptions

  @Option(
    help: ArgumentHelp("Which part of how many, such as 3/16.", valueName: "k/n"),
    transform: ArgumentReader.shard)
  var shard: Shard

  @Option(
    help: ArgumentHelp("The file to write: new, or an earlier partial.", valueName: "file"),
    completion: .file())
  var partial: String

  @OptionGroup var work: WorkOptions

  func run() throws {
    Interruption.listen()
    try PartialWriter.checkMayWrite(to: partial)
    let main = on.job(work)
    let job = SimulateJob(main, shard: shard)
    let run = try main.prepare()
    if !work.quiet, !run.notes.isEmpty { Output.message(Problems.text(run.notes)) }
    let size = try write(job, run)
    guard !work.quiet else { return }
    let paths = job.paths(of: run)
    Output.message(
      "Written to \(partial): shard \(shard), \(paths.count) of \(run.assumptions.scenario.paths) futures, \(size) bytes"
    )
  }

  /// Draws the shard and puts its file in place.
  private func write(_ job: SimulateJob, _ run: PreparedRun) throws -> Int {
    let writer = try job.writer(run, to: partial)
    Interruption.leave(nothingAt: writer.temporary)
    let bar = ProgressBar(quiet: work.quiet)
    defer { bar.clear() }
    try job.simulate(
      run, into: writer, progress: { bar.show($0, of: $1) }, isCancelled: { Interruption.isRequested })
    return try Interruption.uninterrupted { try writer.finish() }
  }
}

extension ArgumentReader {
  static func shard(_ text: String) throws -> Shard {
    if let shard = Shard(text) { return shard }
    throw ValidationError("not a part of a whole; write 3/16 for the third of sixteen, at most \(Shard.most)")
  }
}
