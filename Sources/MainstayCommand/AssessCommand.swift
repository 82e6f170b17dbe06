import ArgumentParser
import Mainstay

/// A frozen forecast held against what came.
struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Hold a frozen forecast against what came.",
    discussion: """
      EXAMPLES:
        mainstay assess --forecast Reports/icc/as-of-2020 --actuals Scenarios/icc

      Prints what the council was told and what came, misses included, and writes it \
      as hindsight.txt beside the run, which is no file of the run: verify does not \
      ask for it, a new run leaves it and says when it is of an earlier run. \
      Exit code 3 where book and run do not belong together, the run's files were \
      changed, or no year after its as-of date has records.

      The evaluator's page of a book (assess BOOK --as-of DATE) comes later.
      """)

  @Argument(help: ArgumentHelp("Not yet: the evaluator's page of a book.", visibility: .hidden))
  var book: String?

  @Option(
    help: ArgumentHelp("The folder of a run, kept as it was.", valueName: "folder"), completion: .directory)
  var forecast: String?

  @Option(
    help: ArgumentHelp("The book's folder as it stands today; all its rows are read.", valueName: "folder"),
    completion: .directory)
  var actuals: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("File to write, hindsight.txt beside the run by default.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("Not yet: the date of the evaluator's page.", visibility: .hidden),
    transform: ArgumentReader.date)
  var asOf: CalendarDate?

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    guard book == nil, asOf == nil else {
      throw ValidationError(
        "the evaluator's page of a book (assess BOOK --as-of DATE) comes in a later version; "
          + "this one holds a run against a book: --forecast FOLDER --actuals BOOK")
    }
    guard forecast != nil, actuals != nil else {
      throw ValidationError(
        "--\(forecast == nil ? "forecast" : "actuals") is missing; write assess --forecast FOLDER --actuals BOOK, "
          + "such as --forecast Reports/un-technology-bank/as-of-2018 --actuals Scenarios/un-technology-bank")
    }
  }

  func run() throws {
    guard let forecast, let actuals else { return }
    let job = HindsightJob(forecast: forecast, actuals: actuals)
    let file = try job.report()
    let place = try Interruption.uninterrupted { try job.write(file, to: output) }
    guard !quiet else { return }
    try Output.result(file.text)
    Output.message("Written to \(place)")
  }
}
