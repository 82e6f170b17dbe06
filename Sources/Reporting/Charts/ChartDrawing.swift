/// A picture drawn with lines and areas, places from left to right, amounts upwards.
struct ChartDrawing {
  static let size = (width: 560.0, height: 330.0)

  private let chart: Chart
  private let scale: ChartScale
  private let left = 64.0
  private let right = 548.0
  private let top = 34.0
  private let bottom = 284.0

  init(_ chart: Chart) {
    self.chart = chart
    scale = chart.scale
  }

  /// From the back to the front.
  var shapes: [ChartShape] { ground + chart.layers.flatMap(draw) + [axis] + cuts + names }

  /// What the layers are, in the order they are read, with the style of a patch of each.
  var legend: [(name: Prose, style: String)] {
    chart.layers.reversed().flatMap { layer -> [(name: Prose, style: String)] in
      switch layer {
      case .band(let band): [(band.name, ChartDrawing.style(band))]
      case .line(let line): [(line.name, ChartDrawing.style(line) + (chart.form == .rows ? " mark" : ""))]
      case .stack(let parts): parts.enumerated().reversed().map { ($1.name, "s\($0 % 8)") }
      case .bars(let bars): [(bars.name, "s4")]
      case .steps(let steps):
        Chart.Step.Kind.allCases.filter { kind in steps.contains { $0.kind == kind } }.map {
          ($0.name, $0.style)
        }
      }
    }
  }

  // MARK: Places

  private var slot: Double { (right - left) / Double(max(1, chart.places.count)) }
  private func x(_ place: Int) -> Double { left + (Double(place) + 0.5) * slot }
  private func y(_ value: Double) -> Double { bottom - scale.position(value) * (bottom - top) }

  /// Places whose names there is room for.
  private var named: [Int] {
    let years = chart.places.indices.filter { chart.places[$0].hasSuffix("-01") }
    let wanted = chart.places.count > 24 && !years.isEmpty ? years : Array(chart.places.indices)
    let every = max(1, (wanted.count + 11) / 12)
    return stride(from: 0, to: wanted.count, by: every).map { wanted[$0] }
  }

  // MARK: Ground

  private var ground: [ChartShape] {
    var shapes: [ChartShape] = []
    if chart.firstProjected < chart.places.count {
      let border = left + Double(chart.firstProjected) * slot
      shapes.append(.rectangle(border, top, to: right, bottom, style: "projected"))
      if chart.firstProjected > 0 {
        shapes.append(
          .text("recorded", x: border - 6, y: top - 6, anchor: .end, style: "small"))
        shapes.append(.line([(border, top), (border, bottom)], style: "border"))
      }
      shapes.append(.text("projected", x: border + 6, y: top - 6, anchor: .start, style: "small"))
    }
    for tick in scale.ticks where tick != 0 {
      shapes.append(.line([(left, y(tick)), (right, y(tick))], style: "grid"))
    }
    return shapes
  }

  private var axis: ChartShape { .line([(left, y(0)), (right, y(0))], style: "axis") }

  private var names: [ChartShape] {
    let unit = ChartShape.text(scale.unitName, x: 4, y: 14, anchor: .start, style: "small")
    let ticks = scale.ticks.map {
      ChartShape.text(scale.label($0), x: left - 6, y: y($0) + 4, anchor: .end, style: "label")
    }
    let named = self.named
    // On a phone there is room for every second name, that of a year not over among them.
    let kept = named.firstIndex { chart.unfinished.contains($0) } ?? 0
    let places = named.enumerated().map { index, place in
      ChartShape.text(
        chart.places[place], x: x(place), y: bottom + 22, anchor: .middle,
        style: named.count > 8 && (index - kept) % 2 != 0 ? "label minor" : "label")
    }
    let unfinished = chart.unfinished.sorted().map { place in
      ChartShape.text("so far", x: x(place), y: bottom + 40, anchor: .middle, style: "small")
    }
    return [unit] + ticks + places + unfinished
  }

  // MARK: Layers

  private func draw(_ layer: Chart.Layer) -> [ChartShape] {
    switch layer {
    case .band(let band): area(band)
    case .line(let line): self.line(line)
    case .stack(let parts): chart.places.indices.flatMap { stack(parts, $0) }
    case .bars(let bars): chart.places.indices.flatMap { bar(bars, $0) }
    case .steps: []
    }
  }

  private func area(_ band: Chart.Band) -> [ChartShape] {
    runs(band.high).map { run in
      let ends = run.flatMap { place -> [(x: Double, low: Double, high: Double)] in
        let (low, high) = (y(band.low[place] ?? 0), y(band.high[place] ?? 0))
        // A lone place is as wide as a bar.
        guard run.count == 1 else { return [(x(place), low, high)] }
        return [(x(place) - slot * 0.3, low, high), (x(place) + slot * 0.3, low, high)]
      }
      return .polygon(
        ends.map { ($0.x, $0.high) } + ends.reversed().map { ($0.x, $0.low) },
        style: ChartDrawing.style(band))
    }
  }

  private func line(_ line: Chart.Line) -> [ChartShape] {
    let style = ChartDrawing.style(line)
    // What is not over is no step of the way.
    let finished = line.values.enumerated().map { chart.unfinished.contains($0) ? nil : $1 }
    let lines = runs(finished).flatMap { run -> [ChartShape] in
      let recorded = run.filter { $0 < chart.firstProjected }
      // What is projected begins where what is recorded ends.
      let projected = run.filter { $0 >= chart.firstProjected - 1 }
      return [(recorded, style), (projected, style + " ahead")].compactMap { places, style in
        places.count < 2 ? nil : .line(places.map { (x($0), y(line.values[$0] ?? 0)) }, style: style)
      }
    }
    guard chart.places.count <= 24, line.style != .requirement else { return lines }
    let dots = chart.places.indices.compactMap { place in
      line.values[place].map { value in
        dot(x(place), y(value), style: style + (chart.unfinished.contains(place) ? " dot hollow" : " dot"))
      }
    }
    return lines + dots + [label(line)].compactMap(\.self)
  }

  /// The last value, above its point.
  private func label(_ line: Chart.Line) -> ChartShape? {
    guard line.isLabelled, let place = line.values.lastIndex(where: { $0 != nil }),
      let value = line.values[place]
    else { return nil }
    let words = chart.unit == .share ? Number.percent(value) : Number.units(value)
    return .text(words, x: x(place), y: y(value) - 10, anchor: .middle, style: "label")
  }

  private func dot(_ x: Double, _ y: Double, style: String) -> ChartShape {
    .polygon([(x - 3, y), (x, y - 3), (x + 3, y), (x, y + 3)], style: style)
  }

  /// Places in a row that have a value.
  private func runs(_ values: [Double?]) -> [[Int]] {
    values.indices.reduce(into: [[Int]]()) { runs, place in
      guard values[place] != nil else { return }
      if let last = runs.last?.last, last == place - 1 {
        runs[runs.count - 1].append(place)
      } else {
        runs.append([place])
      }
    }
  }

  private func stack(_ parts: [Chart.Stacked], _ place: Int) -> [ChartShape] {
    var (above, below) = (0.0, 0.0)
    let ahead =
      place >= chart.firstProjected ? " ahead" : chart.unfinished.contains(place) ? " sofar" : ""
    return parts.enumerated().compactMap { index, part in
      let value = part.values[place]
      guard value != 0 else { return nil }
      let start = value > 0 ? above : below
      if value > 0 { above += value } else { below += value }
      return .rectangle(
        x(place) - slot * 0.36, y(start + value), to: x(place) + slot * 0.36, y(start),
        style: "s\(index % 8) bar\(ahead)")
    }
  }

  private func bar(_ bars: Chart.Bars, _ place: Int) -> [ChartShape] {
    let value = bars.values[place]
    let reach = bars.reach(place, chart.unit)
    let (low, high) = (y(reach.low), y(reach.high))
    return [
      .rectangle(
        x(place) - slot * 0.3, y(value), to: x(place) + slot * 0.3, y(0), style: "s4 bar"),
      .line([(x(place), low), (x(place), high)], style: "error"),
      .line([(x(place) - 5, low), (x(place) + 5, low)], style: "error"),
      .line([(x(place) - 5, high), (x(place) + 5, high)], style: "error"),
      label(bars, place, above: high),
    ]
  }

  /// Half the width and the height of a number at the size of letters a phone has.
  private static let number = (half: 26.0, height: 17.0)

  /// A bar's value: at its foot where there is room, else above it and above every line that passes there.
  private func label(_ bars: Chart.Bars, _ place: Int, above top: Double) -> ChartShape {
    let words = Number.percent(bars.values[place])
    if y(0) - y(bars.values[place]) > 1.5 * ChartDrawing.number.height {
      return .text(words, x: x(place), y: y(0) - 6, anchor: .middle, style: "label inside")
    }
    var foot = top - 6
    for line in passing(place).sorted(by: { $0.low > $1.low }) {
      let isBeside = line.low > foot - ChartDrawing.number.height - 6 && line.high < foot + 6
      if isBeside { foot = line.high - 6 }
    }
    return .text(words, x: x(place), y: foot, anchor: .middle, style: "label")
  }

  /// How far up and down lines, and what is written beside them, reach within the width of a number at a place.
  private func passing(_ place: Int) -> [(low: Double, high: Double)] {
    chart.layers.compactMap { layer in
      guard case .line(let line) = layer, let value = line.values[place] else { return nil }
      let share = min(0.5, ChartDrawing.number.half / slot)
      let near = [place - 1, place + 1].filter(line.values.indices.contains).compactMap { line.values[$0] }
      let heights = [y(value)] + near.map { y(value) + share * (y($0) - y(value)) }
      let isLast = line.values.lastIndex { $0 != nil } == place
      let label = line.isLabelled && isLast ? ChartDrawing.number.height + 10 : 0
      return (heights.max() ?? 0, min(heights.min() ?? 0, y(value) - label))
    }
  }

  /// Arrows where a band goes on beyond the picture.
  private var cuts: [ChartShape] {
    chart.layers.flatMap { layer -> [ChartShape] in
      guard case .band(let band) = layer, !band.isInner else { return [] }
      let cut = runs(band.high.map { $0.flatMap { $0 > scale.to ? $0 : nil } })
      return cut.flatMap { run in
        stride(from: run[0], through: run[run.count - 1], by: max(1, chart.places.count / 12)).map { place in
          .polygon([(x(place) - 5, top + 9), (x(place), top + 1), (x(place) + 5, top + 9)], style: "cut")
        }
      }
    }
  }

  private static func style(_ band: Chart.Band) -> String { band.isInner ? "inner" : "outer" }

  static func style(_ line: Chart.Line) -> String {
    switch line.style {
    case .recorded: "recorded"
    case .median: "median"
    case .expected: "expected"
    case .requirement: "requirement"
    case .measure(let index): "m\(index % 3)"
    }
  }
}
