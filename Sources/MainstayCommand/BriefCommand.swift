import ArgumentParser
import Mainstay

/// The paper for the governing council.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Two pages for the governing council, in English or Chinese.",
    discussion: """
      EXAMPLES:
        mainstay brief baseline.yaml
        mainstay brief baseline.yaml --compare recommended-levels.yaml host-at-400k.yaml
        mainstay brief baseline.yaml --language zh --format html --output brief.html
        mainstay brief Scenarios/icc/baseline.yaml --earlier Reports/icc/as-of-2020

      The question, the answer in three sentences, one picture, the options side by \
      side, what each member gave and is recommended, the mandate, what the forecast is \
      worth, a draft decision, sources. Chances are told of the centre's money alone, \
      never of a single member's payments. The Chinese brief is an unofficial translation; \
      free text of a book stays as it is where no translation is shipped. html is one file \
      that prints on two sheets of A4.
      """)

  @OptionGroup var on: ScenarioOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("en (English) or zh (Chinese).", valueName: "language"),
    transform: ArgumentReader.choice(BriefLanguage.self))
  var language: BriefLanguage = .english

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Scenarios of the same book shown beside it, five at most.", valueName: "others"),
    completion: .file(extensions: ["yaml"]))
  var compare: [String] = []

  @Option(
    help: ArgumentHelp("text or html.", valueName: "format"),
    transform: ArgumentReader.choice(BriefFormat.self))
  var format: BriefFormat = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write, in place of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The folder of an earlier run of the centre, held against what came.", valueName: "folder"),
    completion: .directory)
  var earlier: String?

  @OptionGroup var work: WorkOptions

  func run() throws {
    Interruption.listen()
    let place = try output.map { try BriefOutput($0, format: format) }
    let job = BriefJob(
      scenario: on.scenario, beside: compare, overrides: on.replacing.overrides, threads: work.threadCount,
      prior: on.replacing.prior, earlier: earlier)
    let run = try job.prepare()
    if !work.quiet, !run.notes.isEmpty { Output.message(Problems.text(run.notes)) }
    let bar = ProgressBar(quiet: work.quiet)
    let brief: CouncilBrief
    do {
      defer { bar.clear() }
      brief = try run.brief(
        in: language, progress: { bar.show($0, of: $1) }, isCancelled: { Interruption.isRequested })
    }
    guard let place else {
      if !work.quiet { try Output.result(brief.told(as: format)) }
      return
    }
    let written = try Interruption.uninterrupted { try place.write(brief) }
    if !work.quiet { Output.message("Written to \(written)") }
  }
}
