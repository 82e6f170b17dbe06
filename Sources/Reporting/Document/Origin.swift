/// What a printed figure is, and where it stands: in the report's own tables, in the book, or in what is assumed.
public indirect enum Origin: Sendable, Hashable {
  /// A number of one of the report's tables.
  case row(ReportRow)
  /// Made of other figures, as the formula says.
  case derived(String, from: [Origin])
  /// The threshold of an indicator.
  case threshold(indicator: String)
  /// A word of the glossary, by its identifier.
  case term(String)
  /// What a scenario's file says under a key, such as `seed`.
  case scenario(key: String)
  /// What `centre.yaml` says under keys, outermost first, such as `funds`, `core`, `name`.
  case centre([String])
  /// Rows of a file of the book, all or only those whose source is an assumption.
  case rows(file: String, assumedOnly: Bool)
  /// All rows of the book with this source.
  case source(String)
  /// An assumption: its place among `Assumptions.notes`.
  case note(Int)
  /// What the fit knows of a giver.
  case giver(contributor: String, fund: String)
  /// A number of `fit.json`.
  case fit(key: String)
  /// A number the report's form needs, such as the level of a quantile in the head of a column: what it means.
  case label(String)
}

/// A row of one of the report's tables, by its key.
public struct ReportRow: Sendable, Hashable {
  public let table: ReportTable
  /// One cell for each of the table's key columns.
  public let key: [String]

  public init(_ table: ReportTable, _ key: [String]) {
    precondition(key.count == table.keyColumns.count, "\(key) is no key of \(table.rawValue)")
    (self.table, self.key) = (table, key)
  }

  /// The cell of a key column; empty for a column the key does not have.
  public subscript(column column: String) -> String {
    table.keyColumns.firstIndex(of: column).map { key[$0] } ?? ""
  }
}

/// The tables of a report, by file name.
public enum ReportTable: String, Sendable, Hashable, CaseIterable {
  case statements = "statements.csv"
  case indicators = "indicators.csv"
  case summary = "summary.csv"
  case mandate = "mandate.csv"
  case cashCalendar = "cash-calendar.csv"
  case contributionsOutlook = "contributions-outlook.csv"
  case sweep = "sweep.csv"

  /// Columns that together name a row; none holds the figure.
  public var keyColumns: [String] {
    switch self {
    case .statements: ["year", "fund", "basis", "line"]
    case .indicators: ["year", "fund", "basis", "indicator", "statistic"]
    case .summary: ["year", "fund", "measure", "unit", "statistic"]
    case .mandate: ["year", "rule", "basis", "statistic"]
    case .cashCalendar: ["month", "fund", "statistic"]
    case .contributionsOutlook: ["year", "contributor", "fund", "stage", "statistic"]
    case .sweep: ["lever_1", "value_1", "lever_2", "value_2", "year", "fund", "measure", "statistic"]
    }
  }

  /// The column of the figure.
  public var valueColumn: String { self == .statements ? "amount" : "value" }
}
