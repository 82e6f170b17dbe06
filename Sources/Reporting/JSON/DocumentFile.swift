import Tabular

/// `report.json`: sections, tables, figures and pictures of the report, for programs.
///
/// A text is a string, or a list of strings and figures; a figure is its text and where it stands (`of`).
struct DocumentFile {
  static let name = "report.json"

  let document: Document
  let centre: String
  let scenario: String

  var file: ReportFile {
    let parts = DocumentSections(document)
    let value = JSONValue.object([
      ("schema", .integer(RunManifest.schema)), ("centre", .text(centre)), ("scenario", .text(scenario)),
      ("title", text(parts.title)), ("sections", .array(parts.sections.map(section))),
    ])
    return ReportFile(name: DocumentFile.name, text: value.text(depth: 6) + "\n")
  }

  private func section(_ section: DocumentSections.Section) -> JSONValue {
    .object([
      ("heading", section.heading.map(text) ?? .null), ("blocks", .array(section.blocks.compactMap(block))),
    ])
  }

  private func block(_ block: Document.Block) -> JSONValue? {
    switch block {
    case .title, .heading: nil
    case .paragraph(let prose): .object([("kind", .text("paragraph")), ("text", text(prose))])
    case .notice(let prose): .object([("kind", .text("notice")), ("text", text(prose))])
    case .bullet(let prose): .object([("kind", .text("bullet")), ("text", text(prose))])
    case .table(let table):
      .object([
        ("kind", .text("table")), ("columns", .array(table.columns.map(text))),
        ("rows", .array(table.rows.map { .array($0.cells.map(text)) })),
      ])
    case .chart(let chart): ChartFile(chart).value
    }
  }

  private func text(_ prose: Prose) -> JSONValue { DocumentFile.text(prose) }

  static func text(_ prose: Prose) -> JSONValue {
    let pieces = prose.pieces.map { piece -> JSONValue in
      switch piece {
      case .words(let text): .text(text)
      case .figure(let figure):
        .object([("text", .text(figure.text)), ("of", .text(figure.origin.reference))])
      }
    }
    let isPlain = prose.pieces.allSatisfy { if case .words = $0 { true } else { false } }
    if isPlain { return .text(prose.text) }
    return pieces.count == 1 ? pieces[0] : .array(pieces)
  }
}

/// A picture's values: amounts in units with two decimals, shares of one to six.
struct ChartFile {
  let chart: Chart

  init(_ chart: Chart) { self.chart = chart }

  var value: JSONValue {
    .object([
      ("kind", .text("chart")), ("id", .text(chart.id)), ("title", DocumentFile.text(chart.title)),
      ("unit", .text(unit)), ("places", .array(chart.places.map { .text($0) })),
      ("firstProjected", .integer(chart.firstProjected)), ("layers", .array(chart.layers.flatMap(layer))),
      ("note", DocumentFile.text(chart.note)), ("alternative", .text(chart.alternative)),
    ])
  }

  private var unit: String {
    switch chart.unit {
    case .amount(let currency): currency
    case .share: "share"
    }
  }

  private func layer(_ layer: Chart.Layer) -> [JSONValue] {
    switch layer {
    case .band(let band): [object("band", band.name, [("low", band.low), ("high", band.high)])]
    case .line(let line): [object("line", line.name, [("values", line.values)])]
    case .stack(let parts): parts.map { object("stacked", $0.name, [("values", $0.values)]) }
    case .bars(let bars): [object("bars", bars.name, [("values", bars.values), ("mcse", bars.errors)])]
    case .steps(let steps):
      [
        object(
          "steps", "from one amount to the next", [("from", steps.map(\.start)), ("to", steps.map(\.end))])
      ]
    }
  }

  private func object(_ kind: String, _ name: Prose, _ columns: [(String, [Double?])]) -> JSONValue {
    .object(
      [("kind", .text(kind)), ("name", DocumentFile.text(name))]
        + columns.map { ($0, .array($1.map(number))) })
  }

  private func number(_ value: Double?) -> JSONValue {
    guard let value, value.isFinite else { return .null }
    return .plain(chart.unit == .share ? Number.decimal(value, places: 6) : Number.amount(value))
  }
}
