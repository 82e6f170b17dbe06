import ArgumentParser
import Mainstay

/// How well past years would have been forecast.
struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Forecast past years as of then, and score every model on what came.",
    discussion: """
      EXAMPLES:
        mainstay backtest gifts.csv
        mainstay backtest gifts.csv --output out
        mainstay backtest gifts.csv --origins 2020,2021 --horizon 2
        mainstay backtest ours.csv --train-on everybody.csv

      The file has a header row with contributor, fund, year and amount; entity serves as \
      fund when there is none, contributor_group is used where there is one, other columns \
      are ignored. At each origin a model sees the rows of years up to it and nothing else. \
      With --output, forecasts.csv and scores.csv are written; the table is printed always.
      """)

  @Argument(help: "A CSV file with a header row, or - for standard input.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      "Last years known to a forecast, such as 2020,2021; the last three unless said.", valueName: "years"),
    transform: ArgumentReader.years)
  var origins: [Int]?

  @Option(help: ArgumentHelp("Years ahead, 1 to 30.", valueName: "number"))
  var horizon = 3

  @Option(help: ArgumentHelp("all, or names with commas between.", valueName: "names"))
  var models = "all"

  @Option(
    help: ArgumentHelp("Another panel to learn from, up to each origin.", valueName: "file"),
    completion: .file())
  var trainOn: String?

  @Option(
    help: ArgumentHelp(
      """
      What a year without any row of a fund means: zero (nothing was received) or unknown (not \
      reported, so not scored). Unknown where entity serves as fund, else zero.
      """, valueName: "meaning"),
    transform: ArgumentReader.choice(EmptyYears.self))
  var emptyYears: EmptyYears?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Folder of the files: new, empty, or of an earlier backtest.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @OptionGroup var work: WorkOptions

  func run() throws {
    Interruption.listen()
    let folder = output.map { BacktestFolder($0) }
    try folder?.checkMayWrite()
    let entries = try ModelCatalogue.select(models)
    let job = try BacktestJob(
      file: file, training: trainOn, origins: origins, horizon: horizon, emptyYears: emptyYears,
      models: entries)
    if !work.quiet { for note in job.notes { Output.message(note) } }
    let report = try work.report(job)
    try folder.map { folder in try write(report, folder) }
    if !work.quiet { try Output.result(report.text) }
  }

  private func write(_ report: BacktestReport, _ folder: BacktestFolder) throws {
    var names: [String] = []
    try Interruption.uninterrupted { names = try folder.write(report) }
    if !work.quiet { Output.message("Written to \(folder.path): \(names.joined(separator: ", "))") }
  }
}

extension WorkOptions {
  /// Makes the forecasts of a backtest; Ctrl-C stops it.
  func report(_ job: BacktestJob) throws -> BacktestReport {
    let bar = ProgressBar(quiet: quiet, of: "forecasts")
    defer { bar.clear() }
    return try job.run(
      threads: threadCount, progress: { bar.show($0, of: $1) }, isCancelled: { Interruption.isRequested })
  }
}
