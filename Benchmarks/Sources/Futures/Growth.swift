import Foundation
import Measuring

/// What one size of the work costs.
struct GrowthPoint {
  let by: String
  let value: Int
  let cost: WholeProcess.Cost

  /// The quicker of two runs; one where it takes long.
  init(_ job: MainstayJob, by: String, value: Int, paths: Int, horizon: Int? = nil) {
    (self.by, self.value) = (by, value)
    let first = job.run(paths: paths, horizon: horizon)
    let second = first.clock < 20 ? job.run(paths: paths, horizon: horizon) : first
    cost = first.clock < second.clock ? first : second
  }

  var line: String {
    "  \(by) \(value): \(fixed(cost.clock, 3)) s, processor \(fixed(cost.processor, 3)) s, "
      + "\(fixed(cost.megabytes, 0)) MB"
  }
}

/// Seconds against size on logarithmic scales, a line each for paths, years and contributors, each size as a share of
/// the largest; the grey line is "twice as much takes twice as long".
struct GrowthPlot {
  private let points: [GrowthPoint]
  private static let (width, height, margin) = (640.0, 400.0, 60.0)
  private static let colours = ["paths": "#0072b2", "years": "#d55e00", "contributors": "#009e73"]

  init(_ points: [GrowthPoint]) { self.points = points }

  var svg: String {
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 400\" font-family=\"sans-serif\" "
        + "font-size=\"12\">", "<title>Seconds of mainstay run on workload W1 against its size</title>",
      "<rect width=\"640\" height=\"400\" fill=\"white\"/>",
    ]
    lines.append(line(from: (1e-4, 1e-3), to: (1, 10), colour: "#999", dashed: true))
    for (row, by) in ["paths", "years", "contributors"].enumerated() {
      lines += curve(by)
      let colour = GrowthPlot.colours[by] ?? "black"
      lines.append("<text x=\"80\" y=\"\(80 + 18 * row)\" fill=\"\(colour)\">\(by)</text>")
    }
    for decade in -4...0 { lines.append(label("1e\(decade)", x: place(pow10(decade), 1e-3).0, y: 385)) }
    for decade in -3...3 {
      lines.append(label("\(pow10(decade)) s", x: 25, y: place(1, pow10(decade)).1 + 4))
    }
    lines.append(label("share of the largest size", x: 320, y: 398))
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  private func curve(_ by: String) -> [String] {
    let own = points.filter { $0.by == by }
    let largest = Double(own.map(\.value).max() ?? 1)
    let places = own.map { (Double($0.value) / largest, $0.cost.clock) }
    let colour = GrowthPlot.colours[by] ?? "black"
    let dots = places.map { share, seconds in
      let (x, y) = place(share, seconds)
      return "<circle cx=\"\(fixed(x, 1))\" cy=\"\(fixed(y, 1))\" r=\"4\" fill=\"\(colour)\"/>"
    }
    return zip(places, places.dropFirst()).map { line(from: $0, to: $1, colour: colour) } + dots
  }

  /// Share 1e-4 ... 1 across, seconds 1e-3 ... 1e3 up.
  private func place(_ share: Double, _ seconds: Double) -> (Double, Double) {
    let (width, height, margin) = (GrowthPlot.width, GrowthPlot.height, GrowthPlot.margin)
    let x = margin + (log10(share) + 4) / 4 * (width - 2 * margin)
    let y = height - margin / 2 - (log10(max(seconds, 1e-3)) + 3) / 6 * (height - margin)
    return (x, y)
  }

  private func line(
    from: (Double, Double), to: (Double, Double), colour: String, dashed: Bool = false
  ) -> String {
    let (a, b) = (place(from.0, from.1), place(to.0, to.1))
    return "<line x1=\"\(fixed(a.0, 1))\" y1=\"\(fixed(a.1, 1))\" x2=\"\(fixed(b.0, 1))\" "
      + "y2=\"\(fixed(b.1, 1))\" stroke=\"\(colour)\" stroke-width=\"2\""
      + (dashed ? " stroke-dasharray=\"4\"/>" : "/>")
  }

  private func label(_ text: String, x: Double, y: Double) -> String {
    "<text x=\"\(fixed(x, 1))\" y=\"\(fixed(y, 1))\" text-anchor=\"middle\">\(text)</text>"
  }
}

private func pow10(_ exponent: Int) -> Double {
  (0..<abs(exponent)).reduce(1.0) { value, _ in exponent > 0 ? value * 10 : value / 10 }
}
