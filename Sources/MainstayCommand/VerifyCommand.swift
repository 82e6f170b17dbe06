import ArgumentParser
import Mainstay

/// A report made again and compared byte for byte.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Make a report again from its run.json and compare every byte.",
    discussion: """
      EXAMPLES:
        mainstay verify Reports/apctt/baseline
        mainstay verify my-report --book my-centre

      Exit code 0 where every file is the same, else 3. A workbook is compared by its \
      uncompressed parts (length and CRC-32). Where report.html or workbook.xlsx were \
      not kept, they are made again and held against their digests in run.json.
      """)

  @Argument(help: "The folder of a report.", completion: .directory)
  var report: String

  @Option(
    help: ArgumentHelp("The book's folder, Scenarios/<centre> by default.", valueName: "folder"),
    completion: .directory)
  var book: String?

  @Option(
    help: ArgumentHelp("The reference class of a run that named its own.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var prior: String?

  @OptionGroup var work: WorkOptions

  func run() throws {
    Interruption.listen()
    let verification = try Verification(report, book: book, prior: prior)
    if verification.manifest.version != RunManifest.version {
      Output.message("made by mainstay \(verification.manifest.version), this is \(RunManifest.version)")
    }
    let run = try verification.prepare()
    try refuseChangedInputs(verification.changedInputs(run))
    let fit = verification.compare(try run.fitFile())
    try show([fit])
    let report = try verification.asWritten(work.report(run, formats: verification.formats))
    let others = report.files.filter { $0.name != fit.name }.map { verification.compare($0) }
    try show(others + verification.unmade(report))
    try conclude([fit] + others + verification.unmade(report))
  }

  private func refuseChangedInputs(_ lines: [String]) throws {
    guard !lines.isEmpty else { return }
    try Output.result(lines.joined(separator: "\n") + "\n")
    throw FolderError("the inputs are not those of the report; run the scenario again, or restore them")
  }

  private func show(_ files: [FileComparison]) throws {
    let shown = work.quiet ? files.filter { !$0.isSame } : files
    try Output.result(shown.map { $0.description + "\n" }.joined())
  }

  private func conclude(_ files: [FileComparison]) throws {
    let different = files.count { !$0.isSame }
    guard different == 0 else {
      try Output.result("\(different) of \(files.count) files are not the same\n")
      throw ExitCode(Failure.badData.rawValue)
    }
    if !work.quiet { try Output.result("all \(files.count) files are the same\n") }
  }
}
