import ArgumentParser
import Mainstay

/// The evaluator's verb: a book rated as of a date, a frozen forecast held against what came, public funds rated.
struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Rate a centre as of a date, or hold a frozen forecast against what came.",
    discussion: """
      EXAMPLES:
        mainstay assess Scenarios/apctt --as-of 2018-12-31 --compare 2020-12-04
        mainstay assess my-centre --as-of 2023-12-31 --output page.txt --format text,csv
        mainstay assess --forecast Reports/icc/as-of-2020 --actuals Scenarios/icc
        mainstay assess --panel funds.csv --expenses spent.csv --largest 20

      A book: the evaluator's page, from the book alone. Each date sees only the rows \
      known on it. Dimensions are rated very low to very high by cut points fixed \
      beforehand; a ratings.yaml in the book's folder replaces some of them.

      A forecast: prints what the council was told and what came, misses included, and \
      writes it as hindsight.txt beside the run, which is no file of the run: verify does \
      not ask for it, a new run leaves it and says when it is of an earlier run. \
      Exit code 3 where book and run do not belong together, the run's files were \
      changed, or no year after its as-of date has records.

      A panel: public funds rated by what they received and spent, and whether low \
      ratings came before trouble.
      """)

  @Argument(help: "The folder of a book.", completion: .directory)
  var book: String?

  @Option(
    help: ArgumentHelp("The day the book is rated as of, such as 2020-12-04.", valueName: "date"),
    transform: ArgumentReader.date)
  var asOf: CalendarDate?

  @Option(
    help: ArgumentHelp("Another day, told beside it.", valueName: "date"), transform: ArgumentReader.date)
  var compare: CalendarDate?

  @Option(
    help: ArgumentHelp("The folder of a run, kept as it was.", valueName: "folder"), completion: .directory)
  var forecast: String?

  @Option(
    help: ArgumentHelp("The book's folder as it stands today; all its rows are read.", valueName: "folder"),
    completion: .directory)
  var actuals: String?

  @OptionGroup(title: "Public funds") var panel: PublicFundOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "File to write; of a forecast hindsight.txt beside the run by default, of a panel a folder.",
      valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("Forms of a book's page: text, csv, or both with a comma.", valueName: "forms"),
    transform: AssessCommand.formats)
  var format: [AssessFormat] = [.text]

  @Option(
    help: ArgumentHelp("Futures of each date and plan of a book, 1 to 10000000.", valueName: "number"))
  var paths: Int = AssessJob.paths

  @OptionGroup var work: WorkOptions

  static func formats(_ text: String) throws -> [AssessFormat] {
    let words = text.split(separator: ",", omittingEmptySubsequences: false)
    let formats = try words.map { try ArgumentReader.choice(AssessFormat.self)(String($0)) }
    return AssessFormat.allCases.filter(formats.contains)
  }

  func validate() throws {
    let forms = [book != nil, forecast != nil || actuals != nil, panel.isAsked].count { $0 }
    guard forms == 1 else {
      throw ValidationError(
        forms == 0
          ? "name a book (assess BOOK --as-of DATE), a run (assess --forecast FOLDER --actuals BOOK) or a panel "
            + "(assess --panel FILE --expenses FILE)"
          : "a book, --forecast and --panel are different questions; ask one at a time")
    }
    if book != nil { try validateBook() }
    if forecast != nil || actuals != nil { try validateForecast() }
    try panel.check()
  }

  private func validateBook() throws {
    guard let asOf else {
      throw ValidationError("--as-of is missing; write assess BOOK --as-of DATE, such as --as-of 2020-12-04")
    }
    guard compare != asOf else {
      throw ValidationError("--compare \(asOf) is the day of --as-of; name another day or leave it out")
    }
    guard (1...10_000_000).contains(paths) else {
      throw ValidationError("--paths \(paths) is not a number from 1 to 10000000")
    }
  }

  private func validateForecast() throws {
    guard forecast != nil, actuals != nil else {
      throw ValidationError(
        "--\(forecast == nil ? "forecast" : "actuals") is missing; write assess --forecast FOLDER --actuals BOOK, "
          + "such as --forecast Reports/un-technology-bank/as-of-2018 --actuals Scenarios/un-technology-bank")
    }
  }

  func run() throws {
    Interruption.listen()
    if let book, let asOf { return try page(book, asOf) }
    if let forecast, let actuals { return try hindsight(forecast, actuals) }
    try panel.run(output: output, quiet: work.quiet)
  }

  private func page(_ book: String, _ asOf: CalendarDate) throws {
    let place = try output.map { try AssessOutput($0, formats: format) }
    let bar = ProgressBar(quiet: work.quiet)
    let page: AssessPage
    do {
      defer { bar.clear() }
      page = try AssessJob(book: book, asOf: asOf, beside: compare, threads: work.threadCount).page(
        paths: paths, progress: { bar.show($0, of: $1) }, isCancelled: { Interruption.isRequested })
    }
    let written = try place.map { place in try Interruption.uninterrupted { try place.write(page) } }
    guard !work.quiet else { return }
    try Output.result(format.contains(.text) ? page.text : page.table)
    if let written { Output.message("Written to \(written.joined(separator: " and "))") }
  }

  private func hindsight(_ forecast: String, _ actuals: String) throws {
    let job = HindsightJob(forecast: forecast, actuals: actuals)
    let file = try job.report()
    let place = try Interruption.uninterrupted { try job.write(file, to: output) }
    guard !work.quiet else { return }
    try Output.result(file.text)
    Output.message("Written to \(place)")
  }
}
