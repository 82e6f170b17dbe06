import ArgumentParser
import Mainstay

/// The report of all parts together.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Make the report of a run whose futures were drawn in shards.",
    discussion: """
      EXAMPLES:
        mainstay merge shards/shard-*.partial --output merged
        mainstay merge 2.partial 1.partial --scenario /books/apctt/baseline.yaml

      The report is that of mainstay run, byte for byte, whatever the number of shards \
      and the order of their files. Scenario and book are read again, from below this \
      folder or where --scenario says; exit code 3 where they are not what the shards \
      were drawn from, where a shard is missing, there twice, of another run or version, \
      or damaged.
      """)

  @Argument(help: "The files of all shards.", completion: .file())
  var files: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Folder of the report: new, empty, or of an earlier report.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp("The scenario, where it is not where the shards say.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var scenario: String?

  @Option(
    help: ArgumentHelp("The reference class, where it is not where the shards say.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var prior: String?

  @OptionGroup var form: FormatOptions
  @OptionGroup var work: WorkOptions

  func run() throws {
    Interruption.listen()
    let job = try MergeJob(files: files, scenario: scenario, prior: prior, threads: work.threadCount)
    let run = try job.prepare()
    let folder = try work.folder(output, of: run)
    try work.write(try report(job, run), to: folder)
  }

  private func report(_ job: MergeJob, _ run: PreparedRun) throws -> Report {
    let bar = ProgressBar(quiet: work.quiet)
    defer { bar.clear() }
    return try job.report(
      run, formats: form.formats, progress: { bar.show($0, of: $1) },
      isCancelled: { Interruption.isRequested })
  }
}
