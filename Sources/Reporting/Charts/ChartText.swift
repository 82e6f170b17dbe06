import Tabular

/// A picture in characters: a line a place, amounts to the right, zero among them.
struct ChartText {
  let chart: Chart
  private let scale: ChartScale
  /// Columns of the names of the places, and of the picture beside them.
  private let margin: Int
  private let width: Int

  init(_ chart: Chart) {
    self.chart = chart
    scale = chart.scale
    margin = (chart.places.map { TextWidth.of($0) }.max() ?? 0) + 2
    width = TextWidth.page - margin - 4
  }

  /// Title, axis, places, and which character is what.
  var lines: [TracedLine] {
    let title = TracedLine("\(chart.title.text), \(scale.unitName)")
    return [title, TracedLine(""), ticks, rule] + chart.places.indices.map(row)
  }

  /// Which character is what, from the front to the back.
  var legend: Prose {
    let parts = chart.layers.reversed().compactMap { layer -> Prose? in
      switch layer {
      case .band(let band): "\(String(ChartText.mark(band))) \(band.name)"
      case .line(let line): "\(String(ChartText.mark(line))) \(line.name)"
      case .stack, .bars, .steps: nil
      }
    }
    let cut: Prose = chart.beyond == nil ? "" : "; > goes on beyond the picture"
    return Prose(parts.joined(by: "; "), cut, ".")
  }

  private func column(_ value: Double) -> Int {
    Int((scale.position(value) * Double(width - 1)).rounded())
  }

  private var ticks: TracedLine {
    var text = ""
    var figures: [PlacedFigure] = []
    for tick in scale.ticks {
      let label = scale.label(tick)
      let start = max(text.count, margin + column(tick) - label.count / 2)
      text += String(repeating: " ", count: start - text.count) + label
      figures.append(
        PlacedFigure(
          text: label, columns: start + 1...start + label.count, origin: .label("a mark of the axis")))
    }
    return TracedLine(text, figures)
  }

  private var rule: TracedLine {
    var marks = [Character](repeating: "-", count: width)
    for tick in scale.ticks { marks[column(tick)] = "|" }
    return TracedLine(String(repeating: " ", count: margin) + String(marks))
  }

  private func row(_ place: Int) -> TracedLine {
    var cells = [Character](repeating: " ", count: width)
    cells[column(0)] = "|"
    for layer in chart.layers {
      switch layer {
      case .band(let band): fill(band, place, &cells)
      case .line(let line):
        if let value = line.values[place] { cells[column(value)] = ChartText.mark(line) }
      case .stack, .bars, .steps: break
      }
    }
    let name = TextWidth.pad(chart.places[place], to: margin, right: true)
    var text = Substring(name + String(cells))
    while text.last == " " { text.removeLast() }
    return TracedLine(String(text))
  }

  private func fill(_ band: Chart.Band, _ place: Int, _ cells: inout [Character]) {
    guard let low = band.low[place], let high = band.high[place] else { return }
    for cell in column(low)...max(column(low), column(high)) { cells[cell] = ChartText.mark(band) }
    if high > scale.to { cells[width - 1] = ">" }
  }

  private static func mark(_ band: Chart.Band) -> Character { band.isInner ? "=" : "." }

  private static func mark(_ line: Chart.Line) -> Character {
    switch line.style {
    case .recorded: "X"
    case .median: "O"
    case .expected: "E"
    case .requirement: "R"
    case .measure(let index): Character(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26)))
    }
  }
}
