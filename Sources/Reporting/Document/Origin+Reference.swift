extension Origin {
  /// Where a figure stands, in words a reader can follow: `statements.csv: 2021, core, central, received.india`.
  var reference: String {
    switch self {
    case .row(let row): "\(row.table.rawValue): \(row.key.filter { !$0.isEmpty }.joined(separator: ", "))"
    case .derived(let formula, let parts):
      parts.isEmpty ? formula : "\(formula), from \(Origin.list(parts))"
    case .threshold(let indicator): "the threshold of \(indicator)"
    case .term(let term): "the term \(term)"
    case .scenario(let key): "the scenario, \(key)"
    case .centre(let keys): "centre.yaml, \(keys.joined(separator: "."))"
    case .rows(let file, let assumedOnly): assumedOnly ? "the assumed rows of \(file)" : "the rows of \(file)"
    case .source: "the book's rows with this source"
    case .note(let index): "assumption \(index + 1)"
    case .giver(let contributor, let fund): "fit.json: \(contributor), \(fund)"
    case .fit(let key): "fit.json: \(key)"
    case .label(let meaning): meaning
    }
  }

  /// The first few of many.
  private static func list(_ parts: [Origin]) -> String {
    let shown = parts.prefix(3).map(\.reference).joined(separator: "; ")
    return parts.count > 3 ? "\(shown); and \(parts.count - 3) more" : shown
  }
}
