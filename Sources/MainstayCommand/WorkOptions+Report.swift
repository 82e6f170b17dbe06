import Mainstay

extension WorkOptions {
  /// Where the report of a run goes, which may be written there; its notes are told.
  func folder(_ output: String?, of run: PreparedRun) throws -> ReportFolder {
    let folder = output.map { ReportFolder($0) } ?? ReportFolder(centre: run.centre, scenario: run.scenario)
    try folder.checkMayWrite()
    if !quiet, !run.notes.isEmpty { Output.message(Problems.text(run.notes)) }
    return folder
  }

  /// Writes a report, prints it and says where it is.
  func write(_ report: Report, to folder: ReportFolder) throws {
    try Interruption.uninterrupted {
      try folder.write(report, environment: RunEnvironment(threads: threadCount).file)
    }
    guard !quiet else { return }
    try Output.result(report.text)
    let names = report.files.map(\.name).joined(separator: ", ")
    Output.message("Written to \(folder.path): \(names)")
    if folder.hasOtherWorkbook(than: report) {
      Output.message("\(folder.path)/workbook.xlsx is of an earlier run; --format xlsx writes it again")
    }
    if folder.hasOtherHindsight(than: report) {
      Output.message(
        "\(folder.path)/hindsight.txt judges an earlier run; make it again with mainstay assess --forecast "
          + "\(folder.path) --actuals BOOK")
    }
  }
}
