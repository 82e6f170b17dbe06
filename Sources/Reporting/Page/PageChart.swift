/// A picture as the template takes it.
struct PageChart {
  private let chart: Chart

  init(_ chart: Chart) { self.chart = chart }

  private var drawn: (size: (width: Double, height: Double), shapes: [ChartShape]) {
    switch chart.form {
    case .columns: (ChartDrawing.size, ChartDrawing(chart).shapes)
    case .rows: (RowDrawing(chart).size, RowDrawing(chart).shapes)
    }
  }

  var context: [String: Any] {
    let (size, shapes) = drawn
    return [
      "isChart": true, "id": chart.id, "title": chart.title.text, "alternative": chart.alternative,
      "width": Number.decimal(size.width, places: 0),
      "height": Number.decimal(size.height, places: 0), "shapes": shapes.map(shape),
      "legend": ChartDrawing(chart).legend.map { name, style in
        ["words": name.text, "style": style, "outline": PageChart.patch(style)] as [String: Any]
      },
      "pieces": PageText.pieces(chart.caption),
    ]
  }

  /// A stroke for a line, a mark for what stands in rows, an area for the others.
  private static func patch(_ style: String) -> String {
    if style.hasSuffix(" mark") { return "M14 0V14" }
    let lines: Set = ["median", "expected", "recorded", "requirement", "m0", "m1", "m2"]
    return lines.contains(style) ? "M0 7H28" : "M1 1H27V13H1Z"
  }

  private func shape(_ shape: ChartShape) -> [String: Any] {
    switch shape {
    case .path(let outline, let style): ["isPath": true, "outline": outline, "style": style]
    case .text(let words, let x, let y, let anchor, let style):
      [
        "isPath": false, "words": words, "x": ChartShape.number(x), "y": ChartShape.number(y),
        "anchor": anchor.rawValue, "style": style,
      ]
    }
  }
}
