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
      amounts add to the cent, probabilities to the future. Prints the text, or \
      comparison.csv; --output writes both, with attribution.csv. With n differences \
      2^n mixtures are simulated: name fewer --paths where that takes long.
      """)

  @Argument(
    help: "Two scenario files or more; each may be several of one folder joined by '+'.",
    completion: .file(extensions: ["yaml"]))
  var scenarios: [String]

  @Option(help: "What is printed: text, or csv.")
  var format = TableFormat.text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Folder to write: new, empty, or of an earlier comparison.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp("A reference class made by calibrate, not a shipped one.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var prior: String?

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
    let folder = try output.map { try ReportFolder.mayWrite($0, job: "compare") }
    let job = ComparisonJob(
      scenarios: scenarios, overrides: options.overrides, threads: work.threadCount, prior: prior)
    let run = try job.prepare()
    if !work.quiet, !run.notes.isEmpty { Output.message(Problems.text(run.notes)) }
    let bar = ProgressBar(quiet: work.quiet)
    let report = try run.report(
      progress: { bar.show($0, of: $1) }, isCancelled: { Interruption.isRequested })
    bar.clear()
    try work.tell(
      report.files, to: folder, job: "compare", printed: format == .csv ? report.table : report.text)
  }
}

/// What a verb that makes tables prints.
enum TableFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case csv
}

extension ReportFolder {
  /// A folder the verb may write to; refused before any work is done.
  static func mayWrite(_ path: String, job: String) throws -> ReportFolder {
    let folder = ReportFolder(path)
    try folder.checkMayWrite(job: job)
    return folder
  }
}

extension WorkOptions {
  /// Prints a result, and writes it where a folder is named.
  func tell(_ files: [ReportFile], to folder: ReportFolder?, job: String, printed: String) throws {
    if let folder {
      try Interruption.uninterrupted {
        try folder.write(files, job: job, environment: RunEnvironment(threads: threadCount).file)
      }
    }
    guard !quiet else { return }
    try Output.result(printed)
    guard let folder else { return }
    Output.message("Written to \(folder.path): \(files.map(\.name).joined(separator: ", "))")
  }
}
