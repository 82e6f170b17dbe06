import ArgumentParser
import Mainstay

/// The giving model of a book.
struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Show what the book, the prior and both together say of every contributor.",
    discussion: """
      EXAMPLES:
        mainstay fit Scenarios/apctt/baseline.yaml
        mainstay fit Scenarios/apctt --as-of 2019-12-31
        mainstay fit Scenarios/apctt/baseline.yaml --format json
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @Argument(help: "A scenario file, or the folder of a book with --as-of.", completion: .file())
  var source: String

  @Option(
    help: ArgumentHelp("The day whose knowledge is used, such as 2020-12-04.", valueName: "date"),
    transform: ArgumentReader.date)
  var asOf: CalendarDate?

  @Option(
    help: ArgumentHelp("A reference class made by calibrate, not a shipped one.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var prior: String?

  @Option(help: "text, or json: fit.json as a run writes it.")
  var format = Format.text

  private var isScenario: Bool { source.contains(".yaml") }

  func validate() throws {
    guard !isScenario, asOf == nil else { return }
    throw ValidationError("a book's folder needs --as-of, such as --as-of 2020-12-04; a scenario has its own")
  }

  func run() throws {
    let table = try table()
    try Output.result(format == .json ? table.json() : table.text)
  }

  private func table() throws -> FitTable {
    guard let asOf, !isScenario else { return try FitTable(scenario: source, asOf: asOf, prior: prior) }
    return try FitTable(folder: source, asOf: asOf, prior: prior)
  }
}
