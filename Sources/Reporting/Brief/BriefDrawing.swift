import Tabular

/// The picture as shapes: columns of a chart from zero, host below others, the plan as a line across.
struct BriefDrawing {
  private let drawn: BriefPaper.DrawnPicture
  private var picture: BriefPicture { drawn.picture }

  private static let (width, height) = (540.0, 236.0)
  private static let (left, right, top, bottom) = (72.0, 534.0, 28.0, 190.0)
  private static let (hostFill, othersFill) = ("#0072b2", "#e69f00")

  init(_ drawn: BriefPaper.DrawnPicture) { self.drawn = drawn }

  var content: [String: Any] {
    [
      "title": drawn.title, "caption": drawn.caption, "description": description,
      "width": text(BriefDrawing.width), "height": text(BriefDrawing.height), "legend": legend,
      "marks": marks, "bars": picture.bars.indices.map(bar), "spans": spans,
    ]
  }

  // MARK: Places

  private var scale: Double { max(picture.marks.last ?? 0, 1) }

  private func y(_ cents: Double) -> Double {
    BriefDrawing.bottom - cents / scale * (BriefDrawing.bottom - BriefDrawing.top)
  }

  private var step: Double {
    (BriefDrawing.right - BriefDrawing.left) / Double(max(picture.bars.count, 1))
  }

  private func middle(_ index: Int) -> Double { BriefDrawing.left + step * (Double(index) + 0.5) }

  private func text(_ value: Double) -> String { Number.decimal(value, places: 1) }

  // MARK: Shapes

  private var marks: [[String: Any]] {
    picture.marks.map { cents in
      [
        "left": text(BriefDrawing.left), "right": text(BriefDrawing.right), "y": text(y(cents)),
        "labelX": text(BriefDrawing.left - 6), "labelY": text(y(cents) + 4), "text": drawn.amount(cents),
      ]
    }
  }

  private func bar(_ index: Int) -> [String: Any] {
    let bar = picture.bars[index]
    let (thick, start) = (step * 0.66, middle(index) - step * 0.33)
    func part(_ from: Double, _ to: Double, _ fill: String) -> [String: Any] {
      [
        "x": text(start), "y": text(y(to)), "width": text(thick), "height": text(y(from) - y(to)),
        "fill": fill, "isExpected": bar.basis == .expected,
      ]
    }
    let parts = [
      bar.host > 0 ? part(0, bar.host, BriefDrawing.hostFill) : nil,
      bar.others > 0 ? part(bar.host, bar.total, BriefDrawing.othersFill) : nil,
    ].compactMap { $0 }
    var content: [String: Any] = [
      "text": words(bar), "parts": parts, "middle": text(middle(index)),
      "yearY": text(BriefDrawing.bottom + 15), "year": "\(bar.year)",
    ]
    if let plan = bar.plan, plan > 0 {
      content["plan"] = [
        "x1": text(start - 3), "x2": text(start + thick + 3), "y": text(y(plan)),
      ]
    }
    return content
  }

  /// Which years are recorded and which expected, below the axis.
  private var spans: [[String: Any]] {
    var spans: [[String: Any]] = []
    var first = 0
    for index in picture.bars.indices {
      let isLast = index + 1 == picture.bars.count
      guard isLast || picture.bars[index + 1].basis != picture.bars[index].basis else { continue }
      let (x1, x2) = (middle(first) - step * 0.4, middle(index) + step * 0.4)
      spans.append([
        "x1": text(x1), "x2": text(x2), "y": text(BriefDrawing.bottom + 22),
        "middle": text((x1 + x2) / 2), "textY": text(BriefDrawing.bottom + 37),
        "text": drawn.basis(picture.bars[index].basis),
      ])
      first = index + 1
    }
    return spans
  }

  private var legend: [[String: Any]] {
    var items: [[String: Any]] = []
    var x = BriefDrawing.left
    func add(_ words: String, fill: String?) {
      items.append([
        "x": text(x), "text": words, "textX": fill == nil ? "18.0" : "16.0", "fill": fill ?? "none",
        "isLine": fill == nil, "isBar": fill != nil,
      ])
      x += 34 + 6.6 * Double(TextWidth.of(words))
    }
    if picture.hasHost { add(drawn.host, fill: BriefDrawing.hostFill) }
    add(drawn.others, fill: BriefDrawing.othersFill)
    if picture.hasPlan { add(drawn.plan, fill: nil) }
    return items
  }

  // MARK: For those who do not see it

  private var description: String { picture.bars.map(words).joined(separator: "; ") }

  private func words(_ bar: BriefPicture.Bar) -> String {
    let host = picture.hasHost ? ["\(drawn.host) \(drawn.amount(bar.host))"] : []
    let plan = bar.plan.map { ["\(drawn.plan) \(drawn.amount($0))"] } ?? []
    let all = host + ["\(drawn.others) \(drawn.amount(bar.others))"] + plan
    return "\(bar.year) (\(drawn.basis(bar.basis))): \(all.joined(separator: ", "))"
  }
}
