import ArgumentParser
import Mainstay

/// A printed figure back to where it comes from.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Say where a printed figure of a report comes from.",
    discussion: """
      EXAMPLES:
        mainstay trace Reports/apctt/baseline/report.txt:41
        mainstay trace Reports/apctt/baseline/report.txt:41:17
        mainstay trace Reports/apctt/baseline/summary.csv:17
        mainstay trace Reports/apctt/baseline/report.txt:18 --future 12

      For every figure of the line (or the one in the column): what it is, its \
      formula, the figures and the rows of the book behind it by file and line, \
      what is assumed, and, where futures were counted, the error, the draws and \
      the first futures on which it happens. Takes report.txt and the tables \
      (.csv) of a report. Exit code 3 where report or book were changed since.
      """)

  @Argument(help: ArgumentHelp("A line of a report's file.", valueName: "file:line"))
  var place: String

  @Option(
    help: ArgumentHelp("The book's folder, Scenarios/<centre> by default.", valueName: "folder"),
    completion: .directory)
  var book: String?

  @Option(
    help: ArgumentHelp("The reference class of a run that named its own.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var prior: String?

  @Option(help: ArgumentHelp("Show this one of the simulated futures, from 0.", valueName: "number"))
  var future: Int?

  @OptionGroup var work: WorkOptions

  func run() throws {
    Interruption.listen()
    let job = try TraceJob(place, book: book, prior: prior, future: future, threads: work.threadCount)
    let bar = ProgressBar(quiet: work.quiet)
    defer { bar.clear() }
    let text = try job.text(
      progress: { bar.show($0, of: $1) }, isCancelled: { Interruption.isRequested })
    bar.clear()
    try Output.result(text)
  }
}
