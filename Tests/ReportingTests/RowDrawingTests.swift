import Tabular
import Testing

@testable import Reporting

@Suite("Pictures in rows")
struct RowDrawingTests {
  private static let long = "Two years in which every driver lies one standard deviation below its mean"

  private static let risks = Chart(
    id: "risks", title: "Risks", alternative: "Risks.", unit: .share,
    places: ["As things stand", long, String(repeating: "long ", count: 2000)], firstProjected: 0,
    layers: [
      .bars(Chart.Bars(name: "risk", values: [0.1, 0.95, 1], errors: [0.02, 0.05, 0])),
      .line(Chart.Line(name: "line", values: [nil, 0.25, 0.25], style: .requirement)),
    ], note: "", form: .rows, reaches: 1)

  private static func paths(_ chart: Chart, _ style: String) -> [[Double]] {
    RowDrawing(chart).shapes.compactMap { shape in
      guard case .path(let outline, style) = shape else { return nil }
      return outline.split { "MLHVZ ".contains($0) }.compactMap { Double($0) }
    }
  }

  @Test("bars reach from none to all at most, their error told and cut where a share ends")
  func shares() {
    #expect(RowDrawingTests.risks.scale.from == 0 && RowDrawingTests.risks.scale.to == 1)
    let bars = RowDrawingTests.paths(RowDrawingTests.risks, "s4 bar")
    // From x = 10 over 440 to 450 for all.
    #expect(bars.map { $0[0] } == [10, 10, 10])
    #expect(bars.map { $0[2] } == [54, 428, 450])
    let errors = RowDrawingTests.paths(RowDrawingTests.risks, "error")
    // 10 % less and more 4; 95 % less 10 and more 10, of which there are but 5.
    #expect(errors[0][0] == 36.4 && errors[0][2] == 71.6)
    #expect(errors[3][0] == 384 && errors[3][2] == 450)
    let marks = RowDrawingTests.paths(RowDrawingTests.risks, "requirement mark")
    #expect(marks.count == 2 && marks.allSatisfy { $0[0] == 120 && $0[2] == 120 })
  }

  @Test("long names take several lines, three at most, and every row stands below the last")
  func names() {
    let drawing = RowDrawing(RowDrawingTests.risks)
    let names = drawing.shapes.compactMap { shape -> (text: String, y: Double)? in
      if case .text(let text, _, let y, _, "name") = shape { (text, y) } else { nil }
    }
    #expect(names.count == 1 + 2 + 3)
    #expect(names[1].text + " " + names[2].text == RowDrawingTests.long)
    #expect(names[5].text.hasSuffix(".."))
    #expect(names.allSatisfy { TextWidth.of($0.text) <= RowDrawing.nameColumns })
    #expect(zip(names, names.dropFirst()).allSatisfy { $0.y < $1.y })
    #expect((names.last?.y ?? 0) < drawing.size.height)
  }

  @Test("a step begins where the last one ended; what falls below zero widens the axis")
  func steps() {
    let chart = Chart(
      id: "steps", title: "Steps", alternative: "", unit: .amount("USD"), places: ["a", "b", "c", "d"],
      firstProjected: 1,
      layers: [
        .steps([
          Chart.Step(start: 0, end: 100_00, isLevel: true),
          Chart.Step(start: 100_00, end: 150_00, isLevel: false),
          Chart.Step(start: 150_00, end: -50_00, isLevel: false),
          Chart.Step(start: 0, end: -50_00, isLevel: true),
        ])
      ], note: "", form: .rows)
    #expect(chart.scale.from == -50_00 && chart.scale.to == 150_00)
    // 440 for 200: zero stands at 120.
    #expect(RowDrawingTests.paths(chart, "s0 bar").map { [$0[0], $0[2]] } == [[120, 340]])
    #expect(RowDrawingTests.paths(chart, "s2 bar ahead").map { [$0[0], $0[2]] } == [[340, 450]])
    #expect(RowDrawingTests.paths(chart, "s5 bar ahead").map { [$0[0], $0[2]] } == [[10, 450]])
    #expect(RowDrawingTests.paths(chart, "s0 bar ahead").map { [$0[0], $0[2]] } == [[10, 120]])
    #expect(RowDrawingTests.paths(chart, "link").map { $0[0] } == [340, 450, 10])
    let words = RowDrawing(chart).shapes.compactMap {
      if case .text(let words, _, _, _, _) = $0 { words } else { nil }
    }
    for text in ["recorded", "projected", "100", "+50", "-200", "-50"] {
      #expect(words.contains(text), "\(text)")
    }
    #expect(ChartDrawing(chart).legend.map { $0.name.text } == ["cash", "comes in", "goes out"])
  }
}
