/// A form in which a report is written.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  /// `report.txt`
  case text
  /// The tables, and `datapackage.json` that describes them.
  case csv
  /// `report.json`: the report's sections, tables and figures.
  case json
  /// `report.html`: one page with pictures that needs no network.
  case html
  /// `workbook.xlsx`: a live workbook.
  case xlsx

  /// What a run writes where nothing else is asked for.
  public static let standard: Set<ReportFormat> = [.text, .csv, .json]

  /// Forms that also tell what shocks come to.
  public static let stressed: Set<ReportFormat> = [.html, .xlsx]

  /// Files that need not be kept with a report, since they are made again with the same contents.
  public static let neverKept: Set<String> = [PageFile.name, WorkbookBuilder.name]

  /// Files that reports of earlier versions did not have beside the others of their format.
  public static let addedLater: Set<String> = [DataPackage.name]

  /// The formats of which a folder holds files with these names. `fit.json` and `run.json` are of every format.
  public static func formats(of names: some Sequence<String>) -> Set<ReportFormat> {
    Set(
      names.compactMap { name -> ReportFormat? in
        switch name {
        case "report.txt": .text
        case "report.json": .json
        case PageFile.name: .html
        case WorkbookBuilder.name: .xlsx
        case "fit.json", "run.json": nil
        default: .csv
        }
      })
  }
}
