/// A picture as the template takes it.
struct PageChart {
  private let chart: Chart
  private let drawing: ChartDrawing

  init(_ chart: Chart) {
    self.chart = chart
    drawing = ChartDrawing(chart)
  }

  var context: [String: Any] {
    [
      "isChart": true, "id": chart.id, "title": chart.title.text, "alternative": chart.alternative,
      "width": Number.decimal(ChartDrawing.size.width, places: 0),
      "height": Number.decimal(ChartDrawing.size.height, places: 0), "shapes": drawing.shapes.map(shape),
      "legend": drawing.legend.map { name, style in
        ["words": name.text, "style": style, "outline": PageChart.patch(style)] as [String: Any]
      },
      "pieces": PageText.pieces(chart.caption),
    ]
  }

  /// A stroke for a line, an area for the others.
  private static func patch(_ style: String) -> String {
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
