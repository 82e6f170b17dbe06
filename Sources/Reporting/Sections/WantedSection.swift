import Decisions
import Finance
import Judgement
import Measures
import Scenarios
import Tabular

/// Which combinations of a sweep bring what is wanted.
struct WantedSection {
  let sweep: Sweep
  let wanted: SweptCondition

  var document: Document {
    var document = Document()
    let all = wanted.points.count
    let held = "\(wanted.points.count { $0.holds }) of \(all)".figure(
      of: .derived("combinations of wanted.csv that hold", from: []))
    let condition = "\(wanted.condition)".figure(of: .scenario(key: "sweep"))
    document.add(.heading("What is wanted"))
    document.add(
      .paragraph(Prose("Wanted is \(condition). It holds in \(held) combinations; each is in wanted.csv.")))
    document.add(.table(table))
    return document
  }

  /// What is said on the first page.
  var answer: Prose {
    WantedAnswer(
      condition: "\(wanted.condition)", levers: sweep.levers, holds: wanted.points.map(\.holds),
      paths: sweep.paths
    ).prose
  }

  /// A line a value of the first lever: the values of the second with which it holds.
  private var table: TextTable {
    let first = sweep.levers[0]
    let second = sweep.levers.count == 2 ? sweep.levers[1] : nil
    var table = TextTable(
      [Prose(plain: first.name), Prose(plain: second.map { "holds with \($0.name)" } ?? "holds")],
      name: "Combinations that bring what is wanted")
    let width = second?.values.count ?? 1
    for (row, value) in first.values.enumerated() {
      let points = wanted.points[row * width..<(row + 1) * width]
      table.add([text(value), words(Array(points), second)])
    }
    return table
  }

  private func words(_ points: [SweptCondition.Point], _ second: Sweep.Lever?) -> Prose {
    let held = points.indices.filter { points[$0].holds }
    guard let second else { return held.isEmpty ? "no" : "yes" }
    if held.isEmpty { return "none" }
    if held.count == points.count { return "every value" }
    let values = held.map { text(second.values[$0]) }
    return values.dropFirst().reduce(values[0]) { Prose($0, "; ", $1) }
  }

  private func text(_ value: Sweep.Value) -> Prose { "\(value)".figure(of: .scenario(key: "sweep")) }
}

/// `wanted.csv`: what is wanted of a sweep's combinations, a line a combination and quantity.
struct WantedFile {
  let sweep: Sweep
  let wanted: SweptCondition

  var file: ReportFile {
    var document = CSVDocument(
      columns: [
        "lever_1", "value_1", "lever_2", "value_2", "quantity", "estimate", "lower", "upper", "holds",
      ])
    for (point, found) in zip(sweep.points, wanted.points) {
      let levers = zip(sweep.levers, point.values).flatMap { lever, value -> [CSVDocument.Cell] in
        [.text(lever.name), .text(SweepFile.text(value))]
      }
      let key = levers + Array(repeating: .identifier(""), count: 4 - levers.count)
      for (quantity, estimate) in zip(wanted.condition.quantities, found.estimates) {
        let text = EstimateText(quantity: quantity)
        document.append(
          key + [
            .text("\(quantity)"), .number(text.number(estimate.value)),
            .number(text.number(estimate.interval.lowerBound)),
            .number(text.number(estimate.interval.upperBound)), .identifier(found.holds ? "yes" : "no"),
          ])
      }
    }
    return ReportFile(name: "wanted.csv", text: document.text)
  }
}
