/// A form in which a report is given.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// `report.txt`.
  case text
  /// The tables.
  case csv
  case json
  /// The page.
  case html
  /// The live workbook.
  case xlsx

  /// What is written where nothing else is asked for; and always, because `run.json` lists it.
  public static let always: Set<ReportFormat> = [.text, .csv]
}
