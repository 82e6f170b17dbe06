import ArgumentParser
import Mainstay

/// A reference class fitted to a panel.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Fit what contributors usually do to a panel, as a prior for books.",
    discussion: """
      EXAMPLES:
        mainstay calibrate gifts.csv --output gifts.json
        mainstay calibrate gifts.csv --until 2021 --output gifts-2021.json
        mainstay calibrate gifts.csv --without OTB,BKT --output others.json

      The file is read as backtest reads it: contributor, fund (or entity), year, amount. \
      The result is for run --prior and fit --prior, which refuse a set that knows \
      more than the run's date or was fitted on the book's own fund: leave both out here.
      """)

  @Argument(help: "A CSV file with a header row, or - for standard input.", completion: .file())
  var file: String

  @Option(help: ArgumentHelp("Last year used; the file's last unless said.", valueName: "year"))
  var until: Int?

  @Option(help: ArgumentHelp("Funds left out, with commas between.", valueName: "funds"))
  var without: String?

  @Option(help: ArgumentHelp("Name of the set; the file's and the last year unless said.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("Where the panel comes from, printed in reports.", valueName: "text"))
  var source: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file of the set.", valueName: "file"), completion: .file())
  var output: String

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  func run() throws {
    Interruption.listen()
    try CalibrationReport.checkMayWrite(to: output)
    let job = try CalibrationJob(file: file, until: until, without: funds, name: name, source: source)
    if !quiet { for note in job.notes { Output.message(note) } }
    let report = try job.run()
    try Interruption.uninterrupted { try report.write(to: output) }
    guard !quiet else { return }
    try Output.result(report.text)
    Output.message("Written to \(output)")
  }

  /// Codes as the file writes them, without the blanks about them.
  private var funds: [String] {
    (without?.split(separator: ",", omittingEmptySubsequences: false) ?? []).map { part in
      let start = part.drop { $0 == " " }
      return String(start.reversed().drop { $0 == " " }.reversed())
    }
  }
}
