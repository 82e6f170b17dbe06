/// What a workbook says, whatever library packs it.
extension Workbook {
  /// A line a cell, in the order they are written, formulas with the engine's value; then charts.
  var listing: String {
    var lines = ["\(title)\t\(day)"]
    for sheet in sheets {
      lines.append(sheet.name)
      lines += sheet.cells.map { cell in
        "\(Place.name(row: cell.row, column: cell.column))\t\(cell.style)\t\(cell.content.listing)"
      }
      lines += sheet.charts.map { chart in
        let series = chart.series.map { "\($0.name.fixed(from: "")) \($0.sheet) \($0.row)" }
        return ([chart.title, chart.place.fixed(from: "")] + series).joined(separator: "\t")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Sheet.Content {
  fileprivate var listing: String {
    switch self {
    case .text(let text): "text\t\(text)"
    case .number(let value): "number\t\(value)"
    case .formula(let formula, let value): "=\(formula)\t\(value)"
    case .wordFormula(let formula, let text): "=\(formula)\t\(text)"
    }
  }
}
