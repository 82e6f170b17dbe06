public import Forecasting
import LinearAlgebra
public import Tabular
public import Workbench

/// A CSV file of yearly amounts: `contributor`, `fund` (or `entity` in its place), `year`, `amount`, and
/// `contributor_group` where there is one. Other columns are ignored.
public struct PanelFile: Sendable {
  /// As messages print it.
  public let name: String
  /// In file order.
  public let rows: [Panel.Row]
  /// Whether `entity` stands in for `fund`: amounts of organisations, which report a year or do not.
  public let hasEntities: Bool
  public let sha256: String
  public let notes: [Problem]

  /// More rows than any source has.
  public static let mostRows = 5_000_000
  /// Largest amount in size; beyond it cents are lost.
  public static let mostAmount = 1e15

  /// Reads a file, or standard input for `-`.
  /// - Throws: `WorkbenchError.table` with every problem found, by file and line.
  public init(path: String) throws(WorkbenchError) {
    let file = try DataFile(path: path)
    try self.init(bytes: file.bytes, name: file.name)
  }

  public init(bytes: [UInt8], name: String) throws(WorkbenchError) {
    var problems = Problems()
    guard let (header, body) = CSVReader.begin(bytes, file: name, &problems),
      let columns = PanelColumns(header, file: name, &problems)
    else { throw .table(problems) }
    var reader = PanelReader(body, columns: columns, cells: header.count, file: name)
    let rows = reader.rows(&problems)
    if rows.isEmpty, !problems.hasErrors {
      problems.error(
        SourceLocation(file: name, line: 1), "the file has a header and no rows; add yearly amounts")
    }
    guard !problems.hasErrors else { throw .table(problems) }
    (self.name, self.rows, hasEntities) = (name, rows, columns.hasEntities)
    (sha256, notes) = (SHA256.hexDigest(of: bytes), problems.sorted)
  }

  /// What a year without any row of a fund means unless the user says otherwise: organisations that do not
  /// report are unknown, a fund on a published schedule received nothing.
  public var emptyYears: EmptyYears { hasEntities ? .unknown : .zero }
}

/// Where the known columns stand.
struct PanelColumns {
  let contributor: Int
  let fund: Int
  let year: Int
  let amount: Int
  let group: Int?
  let hasEntities: Bool

  static let known = ["contributor", "contributor_group", "fund", "entity", "year", "amount"]

  /// `nil`, with every problem reported, where a column is missing or stands twice.
  init?(_ header: [String], file: String, _ problems: inout Problems) {
    let start = SourceLocation(file: file, line: 1)
    var places: [String: Int] = [:]
    for (index, name) in header.enumerated() where PanelColumns.known.contains(name) {
      if places.updateValue(index, forKey: name) != nil {
        problems.error(start, "column '\(name)' stands twice; rename or drop one of them")
      }
    }
    for name in ["contributor", "year", "amount"] where places[name] == nil {
      problems.error(start, PanelColumns.missing(name, header))
    }
    if places["fund"] == nil, places["entity"] == nil {
      problems.error(start, PanelColumns.missing("fund", header))
    }
    guard !problems.hasErrors, let contributor = places["contributor"], let year = places["year"],
      let amount = places["amount"], let fund = places["fund"] ?? places["entity"]
    else { return nil }
    (self.contributor, self.year, self.amount, self.fund) = (contributor, year, amount, fund)
    (group, hasEntities) = (places["contributor_group"], places["fund"] == nil)
  }

  private static func missing(_ name: String, _ header: [String]) -> String {
    let near = header.first { nearest(to: $0, among: [name]) != nil && !known.contains($0) }
    let way = near.map { "rename '\($0)'" } ?? "add it"
    return "column '\(name)' is missing; the header needs contributor, fund (or entity), year and amount; "
      + way
  }
}
