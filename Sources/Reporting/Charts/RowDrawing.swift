import Tabular

/// A picture drawn with one row a place, from top to bottom, values to the right: for places with long names.
struct RowDrawing {
  private static let width = 560.0
  /// Columns of a name on one line, so that it fits at the size of letters a phone has.
  static let nameColumns = 56
  private static let nameHeight = 18.0
  private static let barHeight = 12.0
  /// Above and below a bar.
  private static let gap = 5.0

  private let chart: Chart
  private let scale: ChartScale
  private let rows: [Row]
  private let left = 10.0
  /// Beyond it stand the values in figures.
  private let right = 450.0
  private let edge = 552.0
  private let top = 26.0

  private struct Row {
    /// Its name, line by line, and where the first one stands.
    let name: [String]
    let start: Double
    var bar: Double { start + Double(name.count) * nameHeight + gap }
    var middle: Double { bar + barHeight / 2 }
    var end: Double { bar + barHeight + gap }
  }

  init(_ chart: Chart) {
    self.chart = chart
    scale = chart.scale
    let first = top
    rows = chart.places.reduce(into: []) { rows, place in
      let name = RowDrawing.name(place)
      rows.append(Row(name: name, start: rows.last?.end ?? first))
    }
  }

  /// A name on at most three lines; the text alternative has the whole.
  private static func name(_ place: String) -> [String] {
    let lines = TextWidth.wrap(place, to: nameColumns)
    guard lines.count > 3 else { return lines }
    return Array(lines.prefix(2)) + [TextWidth.pad(lines[2] + lines[3], to: nameColumns, right: true)]
  }

  private var bottom: Double { rows.last?.end ?? top }

  var size: (width: Double, height: Double) { (RowDrawing.width, bottom + 30) }

  /// From the back to the front.
  var shapes: [ChartShape] { ground + chart.layers.flatMap(draw) + [axis] + names + values }

  // MARK: Ground

  private func x(_ value: Double) -> Double { left + scale.position(value) * (right - left) }

  private var ground: [ChartShape] {
    var shapes: [ChartShape] = []
    let first = chart.firstProjected
    if first < rows.count {
      let border = rows[first].start
      shapes.append(.rectangle(0, border, to: RowDrawing.width, bottom, style: "projected"))
      if first > 0 {
        shapes.append(.line([(0, border), (RowDrawing.width, border)], style: "border"))
      }
      shapes.append(
        .text("projected", x: edge, y: first > 0 ? border + 15 : top - 8, anchor: .end, style: "small"))
    }
    if first > 0 { shapes.append(.text("recorded", x: edge, y: top - 8, anchor: .end, style: "small")) }
    for tick in scale.ticks where tick != 0 {
      shapes.append(.line([(x(tick), top), (x(tick), bottom)], style: "grid"))
    }
    return shapes
  }

  private var axis: ChartShape { .line([(x(0), top), (x(0), bottom)], style: "axis") }

  private var names: [ChartShape] {
    let unit = ChartShape.text(scale.unitName, x: 4, y: 14, anchor: .start, style: "small")
    let ticks = scale.ticks.map {
      ChartShape.text(scale.label($0), x: x($0), y: bottom + 20, anchor: .middle, style: "label")
    }
    let places = rows.flatMap { row in
      row.name.enumerated().map { line, text in
        ChartShape.text(
          text, x: left + 4, y: row.start + 16 + Double(line) * RowDrawing.nameHeight, anchor: .start,
          style: "name")
      }
    }
    return [unit] + ticks + places
  }

  // MARK: Layers

  private func draw(_ layer: Chart.Layer) -> [ChartShape] {
    switch layer {
    case .band, .stack: []
    case .line(let line): marks(line)
    case .bars(let bars): rows.indices.flatMap { bar(bars, $0) }
    case .steps(let steps): rows.indices.flatMap { step(steps, $0) }
    }
  }

  private func box(_ row: Int, from start: Double, to end: Double, style: String) -> ChartShape {
    .rectangle(
      min(x(start), x(end)), rows[row].bar, to: max(x(start), x(end)), rows[row].bar + RowDrawing.barHeight,
      style: style)
  }

  private func bar(_ bars: Chart.Bars, _ row: Int) -> [ChartShape] {
    let (low, high) = bars.reach(row, chart.unit)
    let y = rows[row].middle
    return [
      box(row, from: 0, to: bars.values[row], style: "s4 bar"),
      .line([(x(low), y), (x(high), y)], style: "error"),
      .line([(x(low), y - 4), (x(low), y + 4)], style: "error"),
      .line([(x(high), y - 4), (x(high), y + 4)], style: "error"),
    ]
  }

  /// A step, and where the next one begins.
  private func step(_ steps: [Chart.Step], _ row: Int) -> [ChartShape] {
    let step = steps[row]
    let ahead = row >= chart.firstProjected ? " ahead" : ""
    let bar = box(row, from: step.start, to: step.end, style: step.kind.style + " bar" + ahead)
    guard row + 1 < rows.count else { return [bar] }
    let link: [(x: Double, y: Double)] = [
      (x(step.end), rows[row].bar + RowDrawing.barHeight), (x(step.end), rows[row + 1].bar),
    ]
    return [bar, .line(link, style: "link")]
  }

  private func marks(_ line: Chart.Line) -> [ChartShape] {
    rows.indices.compactMap { row in
      line.values[row].map { value in
        .line(
          [(x(value), rows[row].bar - 4), (x(value), rows[row].bar + RowDrawing.barHeight + 4)],
          style: ChartDrawing.style(line) + " mark")
      }
    }
  }

  // MARK: Values

  private var values: [ChartShape] {
    chart.layers.flatMap { layer -> [ChartShape] in
      switch layer {
      case .band, .stack, .line: []
      case .bars(let bars): rows.indices.map { value(Number.percent(bars.values[$0]), $0) }
      case .steps(let steps): rows.indices.map { value(steps[$0].text, $0) }
      }
    }
  }

  private func value(_ text: String, _ row: Int) -> ChartShape {
    .text(text, x: edge, y: rows[row].middle + 4, anchor: .end, style: "label")
  }
}
