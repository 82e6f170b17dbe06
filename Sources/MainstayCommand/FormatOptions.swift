import ArgumentParser
import Mainstay

/// In which forms a report is written.
struct FormatOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "Forms to write, with commas between: text, csv, json (all three by default), html, xlsx.",
      valueName: "formats"),
    transform: FormatOptions.list)
  var formats: Set<ReportFormat> = ReportFormat.standard

  static func list(_ text: String) throws -> Set<ReportFormat> {
    let choice = ArgumentReader.choice(ReportFormat.self)
    return try Set(
      text.split(separator: ",", omittingEmptySubsequences: false).map { try choice($0.filter { $0 != " " }) }
    )
  }
}
