import Tabular

/// `datapackage.json`: every table of a report described column by column, as a Frictionless tabular data package
/// (specs.frictionlessdata.io, version 1).
struct DataPackage {
  static let name = "datapackage.json"

  let centre: String
  let scenario: String
  /// The report's title.
  let title: String
  let currency: String
  /// How many levers the scenario's sweep has.
  let levers: Int
  /// The tables, and other files, which are passed over.
  let files: [ReportFile]

  var file: ReportFile {
    let value = JSONValue.object([
      ("profile", .text("tabular-data-package")), ("name", .text("\(centre)-\(scenario)")),
      ("title", .text(title)),
      (
        "description",
        .text(
          "Tables of a report of mainstay. report.txt tells them in words, run.json how they were made.")
      ),
      ("resources", .array(files.compactMap(resource))),
    ])
    return ReportFile(name: DataPackage.name, text: value.text(depth: 5) + "\n")
  }

  private func resource(_ file: ReportFile) -> JSONValue? {
    guard let schema = TableSchema.of(file.name, currency: currency, levers: levers) else { return nil }
    return .object([
      ("profile", .text("tabular-data-resource")), ("name", .text(String(file.name.dropLast(4)))),
      ("path", .text(file.name)), ("title", .text(schema.title)),
      ("description", .text(schema.description)), ("format", .text("csv")),
      ("mediatype", .text("text/csv")), ("encoding", .text("utf-8")),
      ("bytes", .integer(file.text.utf8.count)),
      ("hash", .text("sha256:\(SHA256.hexDigest(of: Array(file.text.utf8)))")),
      ("schema", value(schema)),
    ])
  }

  private func value(_ schema: TableSchema) -> JSONValue {
    .object([
      ("fields", .array(schema.fields.map(value))),
      ("primaryKey", .array(schema.key.map { .text($0) })), ("missingValues", .array([.text("")])),
    ])
  }

  private func value(_ field: TableField) -> JSONValue {
    let unit = field.unit.map { [("unit", JSONValue.text($0))] } ?? []
    var constraints: [(String, JSONValue)] = [("required", .boolean(field.isRequired))]
    if !field.values.isEmpty { constraints.append(("enum", .array(field.values.map { .text($0) }))) }
    return .object(
      [
        ("name", .text(field.name)), ("type", .text(field.type.rawValue)),
        ("description", .text(field.description)),
      ] + unit + [("constraints", .object(constraints))])
  }
}
