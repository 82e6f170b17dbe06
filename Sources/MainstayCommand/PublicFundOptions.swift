import ArgumentParser
import Mainstay

/// Which public funds `assess` rates.
struct PublicFundOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Yearly contributions: contributor, fund, year, amount.", valueName: "file"), completion: .file())
  var panel: String?

  @Option(
    help: ArgumentHelp("Yearly spending: fund, year, expenses.", valueName: "file"), completion: .file())
  var expenses: String?

  @Option(help: ArgumentHelp("Funds to rate, with commas between.", valueName: "names"))
  var funds: String?

  @Option(
    help: ArgumentHelp("So many funds, by what they received; 20 unless said.", valueName: "number"))
  var largest: Int?

  var isAsked: Bool { panel != nil || expenses != nil || funds != nil || largest != nil }

  func check() throws {
    guard isAsked else { return }
    guard panel != nil, expenses != nil else {
      throw ValidationError(
        "--\(panel == nil ? "panel" : "expenses") is missing; write assess --panel FILE --expenses FILE")
    }
    guard funds == nil || largest == nil else {
      throw ValidationError("--funds and --largest both choose funds; leave one of them out")
    }
    if let largest, largest < 1 {
      throw ValidationError("--largest \(largest) is not a number of funds; write 1 or more")
    }
  }

  private var choice: FundChoice {
    guard let funds else { return .largest(largest ?? 20) }
    return .named(
      funds.split(separator: ",").map { name in
        String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      })
  }

  func run(output: String?, quiet: Bool) throws {
    guard let panel, let expenses else { return }
    let report = try RealFundsJob(panel: panel, expenses: expenses, choice: choice).report()
    var names: [String] = []
    if let output {
      try Interruption.uninterrupted { names = try RealFundsJob.write(report, to: output) }
    }
    guard !quiet else { return }
    try Output.result(report.text)
    if let output { Output.message("Written to \(output): \(names.joined(separator: ", "))") }
  }
}
